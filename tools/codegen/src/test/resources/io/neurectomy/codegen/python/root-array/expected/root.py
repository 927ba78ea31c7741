# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import isfinite
from typing import Annotated, TypeVar, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, RootModel
from typing_extensions import TypeAlias

Number: TypeAlias = int | float
"""An integer stays one, so that it is exact at any size."""


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


def _is_unique(items: Sequence[object]) -> bool:
    return len(set(map(_key, items))) == len(items)


_Items = TypeVar("_Items", bound=Sequence[object])


def _unique(items: _Items) -> _Items:
    if not _is_unique(items):
        raise ValueError("must not have equal items")
    return items


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class RootItem(_Open):
    x: Number


class Root(
    RootModel[Annotated[list[RootItem], Field(min_length=1), AfterValidator(_unique)]]
):
    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False)
