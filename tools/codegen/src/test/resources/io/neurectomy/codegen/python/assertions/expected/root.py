# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
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


def _is_unique(items: Sequence[object]) -> bool:
    return len(set(map(_key, items))) == len(items)


_Items = TypeVar("_Items", bound=Sequence[object])


def _unique(items: _Items) -> _Items:
    if not _is_unique(items):
        raise ValueError("must not have equal items")
    return items


def _one_of(*allowed: JsonValue) -> PlainValidator:
    def choose(value: object) -> object:
        for one in allowed:
            if _key(one) == _key(value):
                return value if isinstance(one, (list, dict)) else one
        raise ValueError(f"must be one of {to_json(allowed).decode()}")

    return PlainValidator(choose)


def _is_multiple(number: float, divisor: str) -> bool:
    # By their decimal digits: as floats, 0.3 is not a multiple of 0.1.
    return Fraction(str(number)) % Fraction(divisor) == 0


def _multiple_of(divisor: str) -> AfterValidator:
    def check(number: float) -> float:
        if not _is_multiple(number, divisor):
            raise ValueError(f"must be a multiple of {divisor}")
        return number

    return AfterValidator(check)


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


_PATTERN_1 = re.compile("^i_")
_PATTERN_2 = re.compile(r"_s\Z")
_PATTERN_3 = re.compile("^a")


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class _Open(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Json] = Field(init=False)


RootDistinct: TypeAlias = (
    bool
    | Number
    | str
    | dict[str, Json]
    | None
    | Annotated[list[Json], AfterValidator(_unique)]
)


class RootDependent(_Model):
    card: Omittable[str] = None
    address: Json = None

    @model_validator(mode="before")
    @classmethod
    def _check(cls, value: object, info: ValidationInfo) -> object:
        _require(_holds_1, value, info, "dependentSchemas of #/properties/dependent")
        _require(_holds_2, value, info, "$ref of #/properties/dependent")
        return value


RootEvaluated: TypeAlias = Annotated[
    Annotated[
        Annotated[
            tuple[Integer | str | Json, ...],
            _Positions(Integer, str, least=0, rest=Json),
        ],
        _where(lambda: _holds_3, "the schema at #/properties/evaluated/anyOf/0"),
    ]
    | Annotated[
        Annotated[tuple[Integer | Json, ...], _Positions(Integer, least=0, rest=Json)],
        _where(lambda: _holds_4, "the schema at #/properties/evaluated/anyOf/1"),
    ],
    Field(union_mode="left_to_right"),
    _where(lambda: _holds_5, "$ref of #/properties/evaluated"),
]


class RootOneVariant1(_Open):
    x: Json


class RootOneVariant2(_Open):
    y: Json


RootOne: TypeAlias = Annotated[
    RootOneVariant1 | RootOneVariant2 | Integer,
    Field(union_mode="left_to_right"),
    _where(lambda: _holds_6, "oneOf of #/properties/one"),
]


class Tree(_Model, extra="allow"):
    __pydantic_extra__: dict[str, None] = Field(init=False)
    left: Omittable[Tree] = None
    value: Json = None

    @model_validator(mode="before")
    @classmethod
    def _check(cls, value: object, info: ValidationInfo) -> object:
        _require(_holds_7, value, info, "anyOf of #/$defs/Tree")
        return value


class Root(_Open):
    some: Omittable[list[Json]] = None
    none: Json = None
    distinct: RootDistinct = None
    numbers: Omittable[
        list[Annotated[Number, Field(gt=-10, lt=10), _multiple_of("0.5")]]
    ] = None
    names: Omittable[Annotated[dict[str, Json], Field(max_length=1)]] = None
    dependent: Omittable[RootDependent] = None
    evaluated: Omittable[RootEvaluated] = None
    any: Json = None
    one: Omittable[RootOne] = None
    patterns: Omittable[dict[str, Json]] = None
    tree: Omittable[Tree] = None
    choice: Annotated[Literal["x"] | Json | None, _one_of({"a": [1]}, "x", None)] = None

    @model_validator(mode="before")
    @classmethod
    def _check(cls, value: object, info: ValidationInfo) -> object:
        _require(_holds_8, value, info, "properties of #")
        _require(_holds_9, value, info, "properties of #")
        _require(_holds_10, value, info, "properties of #")
        _require(_holds_11, value, info, "properties of #")
        _require(_holds_12, value, info, "properties of #")
        _require(_holds_13, value, info, "properties of #")
        return value


def _holds_1(value: JsonValue) -> bool:
    # #/properties/dependent
    if isinstance(value, dict):
        if "card" in value and not _holds_14(value):
            return False
    return True


def _holds_2(value: JsonValue) -> bool:
    # #/properties/dependent
    if not _holds_15(value):
        return False
    return True


def _holds_3(value: JsonValue) -> bool:
    # #/properties/evaluated/anyOf/0
    if isinstance(value, list):
        if len(value) > 1 and not isinstance(value[1], str):
            return False
    return True


def _holds_4(value: JsonValue) -> bool:
    # #/properties/evaluated/anyOf/1
    if isinstance(value, list):
        if not any(_holds_16(item) for item in value):
            return False
    return True


def _holds_5(value: JsonValue) -> bool:
    # #/properties/evaluated
    if not _holds_17(value):
        return False
    return True


def _holds_6(value: JsonValue) -> bool:
    # #/properties/one
    if [_holds_18(value), _holds_19(value), _holds_20(value), _holds_21(value)].count(
        True
    ) != 1:
        return False
    return True


def _holds_7(value: JsonValue) -> bool:
    # #/$defs/Tree
    if not (_holds_22(value) or _holds_23(value)):
        return False
    return True


def _holds_8(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "some" in value and not _holds_24(value["some"]):
            return False
    return True


def _holds_9(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "none" in value and not _holds_25(value["none"]):
            return False
    return True


def _holds_10(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "numbers" in value and not _holds_26(value["numbers"]):
            return False
    return True


def _holds_11(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "names" in value and not _holds_27(value["names"]):
            return False
    return True


def _holds_12(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "any" in value and not _holds_28(value["any"]):
            return False
    return True


def _holds_13(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "patterns" in value and not _holds_29(value["patterns"]):
            return False
    return True


def _holds_14(value: JsonValue) -> bool:
    # #/properties/dependent/dependentSchemas/card
    if isinstance(value, dict):
        if "address" in value and not isinstance(value["address"], str):
            return False
        if "address" not in value:
            return False
    return True


def _holds_15(value: JsonValue) -> bool:
    # #/properties/dependent
    if not isinstance(value, dict):
        return False
    if "card" in value and not isinstance(value["card"], str):
        return False
    if "card" in value and not _holds_14(value):
        return False
    if value.keys() - _members_30(value):
        return False
    return True


def _holds_16(value: JsonValue) -> bool:
    # #/properties/evaluated/anyOf/1/contains
    if _key(value) != _key(3):
        return False
    return True


def _holds_17(value: JsonValue) -> bool:
    # #/properties/evaluated
    if not isinstance(value, list):
        return False
    if len(value) > 0 and not _is_integer(value[0]):
        return False
    if not all(
        isinstance(value[index], bool)
        for index in set(range(len(value))) - _items_31(value)
    ):
        return False
    if not (_holds_3(value) or _holds_4(value)):
        return False
    return True


def _holds_18(value: JsonValue) -> bool:
    # #/properties/one/oneOf/0
    if not isinstance(value, dict):
        return False
    if "x" not in value:
        return False
    return True


def _holds_19(value: JsonValue) -> bool:
    # #/properties/one/oneOf/1
    if not isinstance(value, dict):
        return False
    if "y" not in value:
        return False
    return True


def _holds_20(value: JsonValue) -> bool:
    # #/properties/one/oneOf/2
    if not _is_integer(value):
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value % 2 != 0:
            return False
    return True


def _holds_21(value: JsonValue) -> bool:
    # #/properties/one/oneOf/3
    if not _is_integer(value):
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value % 3 != 0:
            return False
    return True


def _holds_22(value: JsonValue) -> bool:
    # #/$defs/Tree/anyOf/0
    if isinstance(value, dict):
        if "left" not in value:
            return False
    return True


def _holds_23(value: JsonValue) -> bool:
    # #/$defs/Tree/anyOf/1
    if isinstance(value, dict):
        if "value" not in value:
            return False
    return True


def _holds_24(value: JsonValue) -> bool:
    # #/properties/some
    if not isinstance(value, list):
        return False
    if not 1 <= sum(_holds_32(item) for item in value) <= 2:
        return False
    return True


def _holds_25(value: JsonValue) -> bool:
    # #/properties/none
    if _holds_33(value):
        return False
    return True


def _holds_26(value: JsonValue) -> bool:
    # #/properties/numbers
    if not isinstance(value, list):
        return False
    if not all(_holds_34(item) for item in value):
        return False
    return True


def _holds_27(value: JsonValue) -> bool:
    # #/properties/names
    if not isinstance(value, dict):
        return False
    if not all(_holds_35(name) for name in value):
        return False
    if len(value) > 1:
        return False
    return True


def _holds_28(value: JsonValue) -> bool:
    # #/properties/any
    if isinstance(value, str) and not _holds_36(value):
        return False
    if not isinstance(value, str) and not _holds_37(value):
        return False
    return True


def _holds_29(value: JsonValue) -> bool:
    # #/properties/patterns
    if not isinstance(value, dict):
        return False
    if not all(
        _is_integer(member) for name, member in value.items() if _PATTERN_1.search(name)
    ):
        return False
    if not all(
        isinstance(member, str)
        for name, member in value.items()
        if _PATTERN_2.search(name)
    ):
        return False
    if not all(
        isinstance(member, bool)
        for name, member in value.items()
        if not _PATTERN_1.search(name) and not _PATTERN_2.search(name)
    ):
        return False
    return True


def _members_30(value: dict[str, JsonValue]) -> set[str]:
    # #/properties/dependent
    found: set[str] = set()
    found |= value.keys() & {"card"}
    if "card" in value:
        found |= _members_38(value)
    return found


def _items_31(value: list[JsonValue]) -> set[int]:
    # #/properties/evaluated
    found: set[int] = set()
    found |= set(range(min(len(value), 1)))
    if _holds_3(value):
        found |= _items_39(value)
    if _holds_4(value):
        found |= _items_40(value)
    return found


def _holds_32(value: JsonValue) -> bool:
    # #/properties/some/contains
    if not isinstance(value, str):
        return False
    if len(value) > 2:
        return False
    return True


def _holds_33(value: JsonValue) -> bool:
    # #/properties/none/not
    if not (isinstance(value, str) or value is None):
        return False
    return True


def _holds_34(value: JsonValue) -> bool:
    # #/properties/numbers/items
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value <= -10:
            return False
        if value >= 10:
            return False
    if not _holds_41(value):
        return False
    if not _holds_42(value):
        return False
    return True


def _holds_35(value: JsonValue) -> bool:
    # #/properties/names/propertyNames
    if not (isinstance(value, str) and value in {"a", "b"}):
        return False
    return True


def _holds_36(value: JsonValue) -> bool:
    # #/properties/any/then
    if isinstance(value, str):
        if len(value) < 2:
            return False
        if not _PATTERN_3.search(value):
            return False
    return True


def _holds_37(value: JsonValue) -> bool:
    # #/properties/any/else
    if not (isinstance(value, list) or _is_integer(value)):
        return False
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value < 3:
            return False
    if isinstance(value, list):
        if len(value) < 2:
            return False
        if len(value) > 3:
            return False
    return True


def _members_38(value: dict[str, JsonValue]) -> set[str]:
    # #/properties/dependent/dependentSchemas/card
    found: set[str] = set()
    found |= value.keys() & {"address"}
    return found


def _items_39(value: list[JsonValue]) -> set[int]:
    # #/properties/evaluated/anyOf/0
    found: set[int] = set()
    found |= set(range(min(len(value), 2)))
    return found


def _items_40(value: list[JsonValue]) -> set[int]:
    # #/properties/evaluated/anyOf/1
    found: set[int] = set()
    found |= {index for index, item in enumerate(value) if _holds_16(item)}
    return found


def _holds_41(value: JsonValue) -> bool:
    # #/properties/numbers/items/allOf/0
    if not (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return False
    if not _is_multiple(value, "0.5"):
        return False
    return True


def _holds_42(value: JsonValue) -> bool:
    # #/properties/numbers/items/allOf/1
    if _holds_43(value):
        return False
    return True


def _holds_43(value: JsonValue) -> bool:
    # #/properties/numbers/items/allOf/1/not
    if _key(value) != _key(1):
        return False
    return True
