# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction
from math import isfinite
from typing import Annotated, Literal, TypeVar, cast

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


def _is_multiple(number: float, divisor: str) -> bool:
    # By their decimal digits: as floats, 0.3 is not a multiple of 0.1.
    return Fraction(str(number)) % Fraction(divisor) == 0


def _multiple_of(divisor: str) -> AfterValidator:
    def check(number: float) -> float:
        if not _is_multiple(number, divisor):
            raise ValueError(f"must be a multiple of {divisor}")
        return number

    return AfterValidator(check)


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


RootState: TypeAlias = Literal["on", "off"]
"""Default: `"on"`."""


class Root(_Model):
    """A thing."""

    id: Annotated[str, Field(min_length=1, max_length=5, pattern="^[a-z]+$")]
    """Its id."""

    count: Annotated[Integer, Field(ge=0)]
    ratio: Omittable[Annotated[Number, Field(gt=0, le=1)]] = None
    step: Omittable[Annotated[Number, _multiple_of("0.1")]] = None
    created_at: Omittable[str] = Field(default=None, alias="createdAt")
    note: str | None = None
    state: Omittable[RootState] = None
    """Default: `"on"`."""

    extra: Json = None
    tags: Omittable[
        Annotated[list[str], Field(max_length=2), AfterValidator(_unique)]
    ] = None
    labels: Omittable[dict[str, str]] = None
