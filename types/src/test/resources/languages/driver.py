"""Reads lines "Type<TAB>json" and answers each with "Type<TAB>OK json" or "Type<TAB>REFUSED reason".

Argument: the generated file.
"""

import sys
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location

from pydantic import TypeAdapter, ValidationError

sys.dont_write_bytecode = True
spec = spec_from_file_location("neurectomy_types", sys.argv[1])
module = module_from_spec(spec)
sys.modules[spec.name] = module  # where pydantic looks for the names in annotations
spec.loader.exec_module(module)


@lru_cache(maxsize=None)
def adapter(name: str) -> TypeAdapter:
    return TypeAdapter(getattr(module, name))


for line in sys.stdin.buffer:
    name, text = line.decode("utf-8").rstrip("\n").split("\t", 1)
    try:
        value = adapter(name).validate_json(text)
    except ValidationError as refusal:
        answer = "REFUSED " + " ".join(str(refusal).split())
    else:
        answer = "OK " + adapter(name).dump_json(value, by_alias=True, exclude_unset=True).decode("utf-8")
    sys.stdout.buffer.write(f"{name}\t{answer}\n".encode("utf-8"))
