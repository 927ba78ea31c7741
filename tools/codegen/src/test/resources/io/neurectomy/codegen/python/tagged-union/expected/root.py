# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from math import isfinite
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    model_validator,
)
from typing_extensions import TypeAlias

_T = TypeVar("_T")


def _given(value: _T | None) -> _T:
    if value is None:
        raise ValueError("must not be null: leave the member out instead")
    return value


Omittable: TypeAlias = Annotated[_T | None, AfterValidator(_given)]
"""A member that may be missing, which is None here, but is never null in JSON."""


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

    @model_validator(mode="before")
    @classmethod
    def _read_objects(cls, value: object) -> object:
        # When it reads the text itself, pydantic 2.13 drops a member that is named like
        # a field with another alias. This makes it read a dict.
        return value


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class Cat(_Model):
    pet_kind: Literal["cat"] = Field(alias="petKind")
    lives: Omittable[Integer] = None


class Dog(_Open):
    pet_kind: Literal["dog"] = Field(alias="petKind")
    friends: Omittable[list[Root]] = None


Root: TypeAlias = Annotated[Cat | Dog, Field(discriminator="pet_kind")]
