# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from math import isfinite
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
)
from typing_extensions import TypeAlias


def _integral(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Integer: TypeAlias = Annotated[int, BeforeValidator(_integral)]
"""JSON Schema calls 1.0 an integer."""


def _finite(value: JsonValue) -> JsonValue:
    # What is too great for a float would be read as infinity and written as null.
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError("must be a number that a float can hold")
    elif isinstance(value, list):
        for item in value:
            _finite(item)
    elif isinstance(value, dict):
        for member in value.values():
            _finite(member)
    return value


Json: TypeAlias = Annotated[JsonValue, AfterValidator(_finite)]
"""Any JSON value."""


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class RootValueVariant3(_Open):
    a: Integer


class RootValueVariant4(_Open):
    b: str


RootValue: TypeAlias = Annotated[
    str | Integer | RootValueVariant3 | RootValueVariant4 | list[bool],
    Field(union_mode="left_to_right"),
]


class Root(_Open):
    value: RootValue | None = None
