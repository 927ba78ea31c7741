package io.neurectomy.codegen.python;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the types of a module share: which imports and which few definitions it needs, and only those. */
final class Support {

    /** A definition. The order is that of the text. */
    enum Part {
        OMITTABLE(
                "Omittable",
                """
                _T = TypeVar("_T")


                def _given(value: _T | None) -> _T:
                    if value is None:
                        raise ValueError("must not be null: leave the member out instead")
                    return value


                Omittable: TypeAlias = Annotated[_T | None, AfterValidator(_given)]
                \"""A member that may be missing, which is None here, but is never null in JSON.\"""
                """,
                "typing TypeVar",
                "typing Annotated",
                "typing_extensions TypeAlias",
                "pydantic AfterValidator"),
        INTEGER("Integer", """
                def _integral(value: object) -> object:
                    return int(value) if isinstance(value, float) and value.is_integer() else value


                Integer: TypeAlias = Annotated[int, BeforeValidator(_integral)]
                \"""JSON Schema calls 1.0 an integer.\"""
                """, "typing Annotated", "typing_extensions TypeAlias", "pydantic BeforeValidator"),
        NUMBER("Number", """
                Number: TypeAlias = int | float
                \"""An integer stays one, so that it is exact at any size.\"""
                """, "typing_extensions TypeAlias"),
        JSON(
                "Json",
                """
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
                \"""Any JSON value.\"""
                """,
                "math isfinite",
                "typing Annotated",
                "typing_extensions TypeAlias",
                "pydantic AfterValidator",
                "pydantic JsonValue"),
        KEY("_key", """
                def _key(value: object) -> Hashable:
                    \"""Equal for what is equal in JSON, where 1 is 1.0 but not true.\"""
                    if isinstance(value, BaseModel):
                        value = value.model_dump(by_alias=True, exclude_unset=True)
                    if isinstance(value, bool):
                        return bool, value
                    if isinstance(value, (list, tuple)):
                        return tuple(map(_key, value))
                    if isinstance(value, dict):
                        return frozenset((name, _key(member)) for name, member in value.items())
                    return cast(Hashable, value)
                """, "collections.abc Hashable", "typing cast", "pydantic BaseModel"),
        IS_NUMBER("_is_number", """
                def _is_number(value: object) -> bool:
                    return isinstance(value, (int, float)) and not isinstance(value, bool)
                """),
        IS_INTEGER("_is_integer", """
                def _is_integer(value: object) -> bool:
                    if isinstance(value, float):
                        return value.is_integer()
                    return isinstance(value, int) and not isinstance(value, bool)
                """),
        IS_UNIQUE("_is_unique", """
                def _is_unique(items: Sequence[object]) -> bool:
                    return len(set(map(_key, items))) == len(items)
                """, "collections.abc Sequence"),
        UNIQUE("_unique", """
                _Items = TypeVar("_Items", bound=Sequence[object])


                def _unique(items: _Items) -> _Items:
                    if not _is_unique(items):
                        raise ValueError("must not have equal items")
                    return items
                """, "collections.abc Sequence", "typing TypeVar"),
        ONE_OF("_one_of", """
                def _one_of(*allowed: JsonValue) -> PlainValidator:
                    def choose(value: object) -> object:
                        for one in allowed:
                            if _key(one) == _key(value):
                                return value if isinstance(one, (list, dict)) else one
                        raise ValueError(f"must be one of {to_json(allowed).decode()}")

                    return PlainValidator(choose)
                """, "pydantic JsonValue", "pydantic PlainValidator", "pydantic_core to_json"),
        IS_MULTIPLE("_is_multiple", """
                def _is_multiple(number: float, divisor: str) -> bool:
                    # By their decimal digits: as floats, 0.3 is not a multiple of 0.1.
                    return Fraction(str(number)) % Fraction(divisor) == 0
                """, "fractions Fraction"),
        MULTIPLE_OF("_multiple_of", """
                def _multiple_of(divisor: str) -> AfterValidator:
                    def check(number: float) -> float:
                        if not _is_multiple(number, divisor):
                            raise ValueError(f"must be a multiple of {divisor}")
                        return number

                    return AfterValidator(check)
                """, "pydantic AfterValidator"),
        MATCHING("_matching", """
                def _matching(pattern: str) -> AfterValidator:
                    def check(text: str) -> str:
                        if not re.search(pattern, text):
                            raise ValueError(f"must match {pattern}")
                        return text

                    return AfterValidator(check)
                """, "re", "pydantic AfterValidator"),
        NONE_OF("_none_of", """
                def _none_of(*refused: str) -> AfterValidator:
                    def check(text: str) -> str:
                        if text in refused:
                            raise ValueError(f"must not be {text}")
                        return text

                    return AfterValidator(check)
                """, "pydantic AfterValidator"),
        AS_TUPLE("_as_tuple", """
                def _as_tuple(value: object) -> object:
                    return tuple(value) if isinstance(value, list) else value
                """),
        POSITIONS(
                "_Positions",
                """
                class _Positions:
                    \"""A tuple with a type for each of the first positions, and one for the rest.\"""

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
                """,
                "collections.abc Hashable",
                "pydantic GetCoreSchemaHandler",
                "pydantic_core core_schema"),
        REQUIRE(
                "_require",
                """
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
                """,
                "collections.abc Callable",
                "typing cast",
                "pydantic BaseModel",
                "pydantic JsonValue",
                "pydantic ValidationInfo"),
        WHERE(
                "_where",
                """
                def _where(
                    holds: Callable[[], Callable[[JsonValue], bool]], rule: str
                ) -> BeforeValidator:
                    def check(value: object, info: ValidationInfo) -> object:
                        return _require(holds(), value, info, rule)

                    return BeforeValidator(check)
                """,
                "collections.abc Callable",
                "pydantic BeforeValidator",
                "pydantic JsonValue",
                "pydantic ValidationInfo");

        private final String symbol;
        private final String text;
        private final String imports;

        Part(String symbol, String text, String... imports) {
            this.symbol = symbol;
            this.text = text;
            this.imports = String.join(",", imports);
        }

        private List<String> imports() {
            return imports.isEmpty() ? List.of() : List.of(imports.split(",", -1));
        }

        private Set<Part> needs() {
            return switch (this) {
                case IS_UNIQUE, ONE_OF -> EnumSet.of(KEY);
                case UNIQUE -> EnumSet.of(IS_UNIQUE);
                case MULTIPLE_OF -> EnumSet.of(IS_MULTIPLE);
                case WHERE -> EnumSet.of(REQUIRE);
                case POSITIONS -> EnumSet.of(AS_TUPLE);
                default -> EnumSet.noneOf(Part.class);
            };
        }
    }

    private final Set<String> declared;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final SortedMap<String, SortedSet<String>> imports = new TreeMap<>();

    /** Creates an empty set of parts for a module which declares these types. */
    Support(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    /** Returns the name of a part, and adds the part. */
    String use(Part part) {
        if (parts.add(part)) {
            part.needs().forEach(this::use);
            part.imports().forEach(this::importing);
        }
        return name(part);
    }

    /** Returns a name, such as {@code Field}, and adds its import, such as {@code pydantic Field}. */
    String importing(String moduleAndName) {
        int space = moduleAndName.indexOf(' ');
        String module = space < 0 ? moduleAndName : moduleAndName.substring(0, space);
        Set<String> names = imports.computeIfAbsent(module, any -> new TreeSet<>(Support::byKind));
        if (space < 0) {
            return module;
        }
        names.add(moduleAndName.substring(space + 1));
        return moduleAndName.substring(space + 1);
    }

    /** Constants, then classes, then functions, as sorters of imports have it. */
    private static int byKind(String one, String other) {
        int kinds = Boolean.compare(Character.isLowerCase(one.charAt(0)), Character.isLowerCase(other.charAt(0)));
        return kinds == 0 ? one.compareTo(other) : kinds;
    }

    private String name(Part part) {
        return declared.contains(part.symbol) ? "_" + part.symbol : part.symbol;
    }

    /** Returns the import statements, in two blocks. */
    String imports() {
        StringBuilder standard = new StringBuilder();
        StringBuilder other = new StringBuilder();
        imports.forEach((module, names) -> {
            StringBuilder block = module.startsWith("pydantic") || module.startsWith("typing_ext") ? other : standard;
            if (names.isEmpty()) {
                block.insert(0, "import " + module + "\n");
                return;
            }
            String line = "from " + module + " import " + String.join(", ", names);
            if (line.length() > 88) {
                line = names.stream()
                        .map(name -> "    " + name + ",\n")
                        .collect(Collectors.joining("", "from " + module + " import (\n", ")"));
            }
            block.append(line).append('\n');
        });
        return "from __future__ import annotations\n\n" + standard + (standard.length() > 0 ? "\n" : "") + other;
    }

    /** Returns the definitions. */
    List<String> definitions() {
        return parts.stream().map(this::text).toList();
    }

    private String text(Part part) {
        String text = part.text;
        for (Map.Entry<String, String> renamed : Map.of(
                        Part.OMITTABLE.symbol, name(Part.OMITTABLE),
                        Part.INTEGER.symbol, name(Part.INTEGER),
                        Part.NUMBER.symbol, name(Part.NUMBER),
                        Part.JSON.symbol, name(Part.JSON))
                .entrySet()) {
            text = text.replaceFirst("(?m)^" + renamed.getKey() + ":", renamed.getValue() + ":");
        }
        return text;
    }

    /** Returns every name that a module may import, none of which a type may take. */
    static Set<String> reserved() {
        return Set.of(
                "AfterValidator",
                "Annotated",
                "BaseModel",
                "BeforeValidator",
                "Callable",
                "ConfigDict",
                "False",
                "Field",
                "Fraction",
                "GetCoreSchemaHandler",
                "Hashable",
                "JsonValue",
                "Literal",
                "None",
                "PlainValidator",
                "RecursionError",
                "RootModel",
                "Self",
                "Sequence",
                "True",
                "TypeAlias",
                "TypeAliasType",
                "TypeVar",
                "ValidationInfo",
                "ValueError");
    }
}
