# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

from collections.abc import Callable, Hashable
from math import isfinite
from typing import Annotated, Literal, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    JsonValue,
    PlainValidator,
    ValidationInfo,
    model_validator,
)
from pydantic_core import core_schema, to_json
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


def _is_integer(value: object) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def _one_of(*allowed: JsonValue) -> PlainValidator:
    def choose(value: object) -> object:
        for one in allowed:
            if _key(one) == _key(value):
                return value if isinstance(one, (list, dict)) else one
        raise ValueError(f"must be one of {to_json(allowed).decode()}")

    return PlainValidator(choose)


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


def _plain(value: object) -> JsonValue:
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(member) for name, member in value.items()}
    return cast(JsonValue, value)


def _require(
    holds: Callable[[JsonValue], bool],
    value: object,
    info: ValidationInfo,
    rule: str,
) -> object:
    tree = cast(JsonValue, value) if info.mode == "json" else _plain(value)
    try:
        valid = holds(tree)
    except RecursionError:
        raise ValueError(f"is nested too deeply to check {rule}") from None
    if not valid:
        raise ValueError(f"must satisfy {rule}")
    return value


def _where(
    holds: Callable[[], Callable[[JsonValue], bool]], rule: str
) -> BeforeValidator:
    def check(value: object, info: ValidationInfo) -> object:
        return _require(holds(), value, info, rule)

    return BeforeValidator(check)


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


class TriggerManual(_Model):
    """By hand."""

    type: Literal["manual"]


class TriggerSchedule(_Model):
    type: Literal["schedule"]
    cron: str
    max_runs: Omittable[Annotated[Integer, Field(ge=1, le=9)]] = Field(
        default=None, alias="maxRuns"
    )


class TriggerWebHook(_Open):
    type: Literal["web-hook"]
    path: str


Trigger: TypeAlias = Annotated[
    TriggerManual | TriggerSchedule | TriggerWebHook, Field(discriminator="type")
]
"""What starts a workflow."""

RootScalar: TypeAlias = str | Integer


class Named(_Open):
    name: str


class Sized(_Open):
    size: Annotated[Number, Field(gt=0)]


RootShape: TypeAlias = Annotated[Named | Sized, Field(union_mode="left_to_right")]

RootLevel: TypeAlias = Literal["low", "high", "very-high"]

RootList: TypeAlias = str | list[Trigger] | Named

RootEither: TypeAlias = Annotated[
    Annotated[
        Named, _where(lambda: _holds_1, "the schema at #/properties/either/oneOf/0")
    ]
    | Annotated[
        Sized, _where(lambda: _holds_2, "the schema at #/properties/either/oneOf/1")
    ],
    Field(union_mode="left_to_right"),
    _where(lambda: _holds_3, "oneOf of #/properties/either"),
]

RootNumber: TypeAlias = Annotated[
    bool | Number, _where(lambda: _holds_4, "anyOf of #/properties/number")
]

RootMaps: TypeAlias = (
    dict[str, Integer]
    | Annotated[tuple[str | Json, ...], _Positions(str, least=1, rest=Json)]
)


class Root(_Open):
    trigger: Omittable[Trigger] = None
    scalar: RootScalar | None = None
    shape: Omittable[RootShape] = None
    level: Omittable[RootLevel] = None
    mixed: Annotated[Literal[1, "1"] | Json | None, _one_of(1, "1", None, [1])] = None
    list_: Omittable[RootList] = Field(default=None, alias="list")
    either: Omittable[RootEither] = None
    number: Omittable[RootNumber] = None
    maps: Omittable[RootMaps] = None


def _holds_1(value: JsonValue) -> bool:
    # #/$defs/Named
    if not isinstance(value, dict):
        return False
    if "name" in value and not isinstance(value["name"], str):
        return False
    if "name" not in value:
        return False
    return True


def _holds_2(value: JsonValue) -> bool:
    # #/$defs/Sized
    if not isinstance(value, dict):
        return False
    if "size" in value and not _holds_5(value["size"]):
        return False
    if "size" not in value:
        return False
    return True


def _holds_3(value: JsonValue) -> bool:
    # #/properties/either
    if [_holds_1(value), _holds_2(value)].count(True) != 1:
        return False
    return True


def _holds_4(value: JsonValue) -> bool:
    # #/properties/number
    if not (_holds_6(value) or _holds_7(value) or isinstance(value, bool)):
        return False
    return True


def _holds_5(value: JsonValue) -> bool:
    # #/$defs/Sized/properties/size
    if not (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return False
    if value <= 0:
        return False
    return True


def _holds_6(value: JsonValue) -> bool:
    # #/properties/number/anyOf/0
    if not _is_integer(value):
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value < 10:
            return False
    return True


def _holds_7(value: JsonValue) -> bool:
    # #/properties/number/anyOf/1
    if not (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return False
    if value > 0:
        return False
    return True
