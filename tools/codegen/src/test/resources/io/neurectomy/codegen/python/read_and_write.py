"""Reads documents, one in a line, as Root of the module in the working folder.

Prints for each line `= ` and what is written back, or `! ` and why it was refused.
"""

import json
import sys

from pydantic import TypeAdapter, ValidationError

sys.path.insert(0, ".")
sys.dont_write_bytecode = True

import root

adapter = TypeAdapter(root.Root)
for line in sys.stdin.buffer.read().splitlines():
    try:
        value = adapter.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        print("!", json.dumps([first["loc"], first["msg"]]))
        continue
    written = adapter.dump_json(value, by_alias=True, exclude_unset=True)
    # by exact numbers, with true apart from 1, and without regard to the order of members
    same = json.dumps(json.loads(line), sort_keys=True).replace(".0", "") == json.dumps(
        json.loads(written), sort_keys=True
    ).replace(".0", "")
    print("=" if same else "#", written.decode())
