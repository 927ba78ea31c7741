# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from math import isfinite
from typing import Annotated, TypeVar

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
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        protected_namespaces=(),
    )

    @model_validator(mode="before")
    @classmethod
    def _read_objects(cls, value: object) -> object:
        # When it reads the text itself, pydantic 2.13 drops a member that is named like
        # a field with another alias. This makes it read a dict.
        return value


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class RootField(_Open):
    """Field"""

    value_error: Integer = Field(alias="ValueError")


class Root(_Model, extra="allow"):
    """Ends \"\"\" here \\"""

    __pydantic_extra__: dict[str, Integer] = Field(init=False)
    class_2: str = Field(alias="class")
    class_: Omittable[str] = None
    model_dump_: str = Field(alias="model_dump")
    model_name: Omittable[str] = None
    empty: str = Field(alias="")
    field: Omittable[str] = Field(default=None, alias="🎉")
    foo_bar_2: Omittable[str] = Field(default=None, alias="fooBar")
    foo_bar: Omittable[str] = None
    id: Omittable[str] = Field(default=None, alias="_id")
    list_: Omittable[list[str]] = Field(default=None, alias="list")
    str_: Omittable[str] = Field(default=None, alias="str")
    self_: Omittable[str] = Field(default=None, alias="self")
    copy_: Omittable[str] = Field(default=None, alias="copy")
    field_2fa: Omittable[str] = Field(default=None, alias="2fa")
    a_b: Omittable[str] = Field(default=None, alias='a"b\n*/"""')
    u000a: Omittable[str] = Field(default=None, alias="\\u000a")
    proto: Omittable[str] = Field(default=None, alias="__proto__")
    ref: Omittable[str] = Field(default=None, alias="$ref")
    field_2: Omittable[RootField] = Field(default=None, alias="Field")
    """Field"""
