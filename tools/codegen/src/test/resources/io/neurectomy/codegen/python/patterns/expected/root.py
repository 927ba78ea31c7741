# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

import re
from math import isfinite
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue
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


def _matching(pattern: str) -> AfterValidator:
    def check(text: str) -> str:
        if not re.search(pattern, text):
            raise ValueError(f"must match {pattern}")
        return text

    return AfterValidator(check)


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class Root(_Open):
    ahead: Omittable[Annotated[str, _matching(r"^(?!x)[a-z]+\Z")]] = None
    both: Omittable[Annotated[str, Field(pattern="a"), _matching("b")]] = None
    long: Omittable[Annotated[str, _matching(r"^[0-9A-Z_a-z]{0,30000}\Z")]] = None
