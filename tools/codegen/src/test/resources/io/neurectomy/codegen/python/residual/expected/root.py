# Generated from a JSON Schema. Do not edit.
from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Annotated, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    model_validator,
)
from typing_extensions import Self, TypeAlias

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


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_integer(value: object) -> bool:
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


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


_PATTERN_1 = re.compile("^n_")
_PATTERN_2 = re.compile(r"^[a-z_]+\Z")


class _Model(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False
    )


class Root(_Model, extra="allow"):
    __pydantic_extra__: dict[str, Number] = Field(init=False)
    kind: Omittable[str] = None
    size: Omittable[Integer] = None
    a: Json = None
    b: Json = None

    @model_validator(mode="after")
    def _check_size(self) -> Self:
        if not 1 <= len(self.model_fields_set):
            raise ValueError("must have at least 1 members")
        return self

    @model_validator(mode="before")
    @classmethod
    def _check(cls, value: object, info: ValidationInfo) -> object:
        _require(_holds_1, value, info, "not of #")
        _require(_holds_2, value, info, "if of #")
        _require(_holds_3, value, info, "propertyNames of #")
        _require(_holds_4, value, info, "dependentRequired of #")
        _require(_holds_5, value, info, "$ref of #")
        _require(_holds_6, value, info, "additionalProperties of #")
        return value


def _holds_1(value: JsonValue) -> bool:
    # #
    if _holds_7(value):
        return False
    return True


def _holds_2(value: JsonValue) -> bool:
    # #
    if _holds_8(value) and not _holds_9(value):
        return False
    if not _holds_8(value) and not _holds_10(value):
        return False
    return True


def _holds_3(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if not all(_holds_11(name) for name in value):
            return False
    return True


def _holds_4(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if "a" in value and "b" not in value:
            return False
    return True


def _holds_5(value: JsonValue) -> bool:
    # #
    if not _holds_12(value):
        return False
    return True


def _holds_6(value: JsonValue) -> bool:
    # #
    if isinstance(value, dict):
        if any(
            name not in {"kind", "size", "a", "b"} and not _PATTERN_1.search(name)
            for name in value
        ):
            return False
    return True


def _holds_7(value: JsonValue) -> bool:
    # #/not
    if isinstance(value, dict):
        if not value.keys() >= {"size", "b"}:
            return False
    return True


def _holds_8(value: JsonValue) -> bool:
    # #/if
    if isinstance(value, dict):
        if "kind" in value and value["kind"] != "big":
            return False
        if "kind" not in value:
            return False
    return True


def _holds_9(value: JsonValue) -> bool:
    # #/then
    if isinstance(value, dict):
        if "size" not in value:
            return False
    return True


def _holds_10(value: JsonValue) -> bool:
    # #/else
    if isinstance(value, dict):
        if "size" in value and not _holds_13(value["size"]):
            return False
    return True


def _holds_11(value: JsonValue) -> bool:
    # #/propertyNames
    if isinstance(value, str):
        if not _PATTERN_2.search(value):
            return False
    return True


def _holds_12(value: JsonValue) -> bool:
    # #
    if not isinstance(value, dict):
        return False
    if "kind" in value and not isinstance(value["kind"], str):
        return False
    if "size" in value and not _is_integer(value["size"]):
        return False
    if not all(
        _is_number(member) for name, member in value.items() if _PATTERN_1.search(name)
    ):
        return False
    if not all(_holds_11(name) for name in value):
        return False
    if len(value) < 1:
        return False
    if "a" in value and "b" not in value:
        return False
    if value.keys() - _members_14(value):
        return False
    if _holds_7(value):
        return False
    if _holds_8(value) and not _holds_9(value):
        return False
    if not _holds_8(value) and not _holds_10(value):
        return False
    return True


def _holds_13(value: JsonValue) -> bool:
    # #/else/properties/size
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value > 10:
            return False
    return True


def _members_14(value: dict[str, JsonValue]) -> set[str]:
    # #
    found: set[str] = set()
    found |= value.keys() & {"kind", "size", "a", "b"}
    found |= {name for name in value if _PATTERN_1.search(name)}
    if _holds_8(value):
        found |= _members_15(value)
    if not _holds_8(value):
        found |= _members_16(value)
    return found


def _members_15(value: dict[str, JsonValue]) -> set[str]:
    # #/if
    found: set[str] = set()
    found |= value.keys() & {"kind"}
    return found


def _members_16(value: dict[str, JsonValue]) -> set[str]:
    # #/else
    found: set[str] = set()
    found |= value.keys() & {"size"}
    return found
