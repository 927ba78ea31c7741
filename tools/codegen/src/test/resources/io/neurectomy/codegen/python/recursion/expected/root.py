# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, RootModel
from typing_extensions import TypeAlias


def _integral(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Integer: TypeAlias = Annotated[int, BeforeValidator(_integral)]
"""JSON Schema calls 1.0 an integer."""


class Root(RootModel["Integer | list[Root] | dict[str, Root]"]):
    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False)
