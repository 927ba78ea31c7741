# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from collections.abc import Hashable
from math import isfinite
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    JsonValue,
)
from pydantic_core import core_schema
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


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class _Positions:
    """A tuple with a type for each of the first positions, and one for the rest."""

    def __init__(
        self,
        *prefix: object,
        least: int,
        most: int | None = None,
        rest: object = None,
    ) -> None:
        self.prefix = prefix
        self.least = least
        self.most = most
        self.rest = rest

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        prefix = [handler.generate_schema(item) for item in self.prefix]
        full = len(prefix)
        lengths: dict[Hashable, core_schema.CoreSchema] = {}
        for length in range(self.least, full):
            lengths[length] = core_schema.tuple_schema(prefix[:length])
        if self.rest is None:
            lengths[full] = core_schema.tuple_schema(prefix)
        else:
            lengths[full] = core_schema.tuple_schema(
                [*prefix, handler.generate_schema(self.rest)],
                variadic_item_index=full,
                min_length=self.least,
                max_length=self.most,
            )

        def length_of(items: object) -> int | None:
            return min(len(items), full) if isinstance(items, tuple) else None

        return core_schema.no_info_before_validator_function(
            _as_tuple,
            core_schema.tagged_union_schema(lengths, discriminator=length_of),
        )


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


class Root(_Open):
    exact: Omittable[Annotated[tuple[str, Integer], BeforeValidator(_as_tuple)]] = None
    short: Omittable[
        Annotated[tuple[str | Integer, ...], _Positions(str, Integer, least=0)]
    ] = None
    long: Omittable[
        Annotated[
            tuple[str | Integer, ...], _Positions(str, least=0, most=3, rest=Integer)
        ]
    ] = None
