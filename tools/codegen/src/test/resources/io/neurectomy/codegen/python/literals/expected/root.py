# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from collections.abc import Hashable
from math import isfinite
from typing import Annotated, Literal, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    PlainValidator,
)
from pydantic_core import to_json
from typing_extensions import TypeAlias

_T = TypeVar("_T")


def _given(value: _T | None) -> _T:
    if value is None:
        raise ValueError("must not be null: leave the member out instead")
    return value


Omittable: TypeAlias = Annotated[_T | None, AfterValidator(_given)]
"""A member that may be missing, which is None here, but is never null in JSON."""


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


def _key(value: object) -> Hashable:
    """Equal for what is equal in JSON, where 1 is 1.0 but not true."""
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, bool):
        return bool, value
    if isinstance(value, (list, tuple)):
        return tuple(map(_key, value))
    if isinstance(value, dict):
        return frozenset((name, _key(member)) for name, member in value.items())
    return cast(Hashable, value)


def _one_of(*allowed: JsonValue) -> PlainValidator:
    def choose(value: object) -> object:
        for one in allowed:
            if _key(one) == _key(value):
                return value if isinstance(one, (list, dict)) else one
        raise ValueError(f"must be one of {to_json(allowed).decode()}")

    return PlainValidator(choose)


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class Root(_Open):
    one: Omittable[Annotated[Literal[1], _one_of(1)]] = None
    yes: Omittable[Annotated[Literal[True], _one_of(True)]] = None
    mixed: Annotated[
        Literal[0, False, "a"] | float | Json | None,
        _one_of(0, False, "a", None, 1.5, [1], {"a": 1}),
    ] = None
