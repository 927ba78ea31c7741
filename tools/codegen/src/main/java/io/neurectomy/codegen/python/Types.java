package io.neurectomy.codegen.python;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.Declaration.Variant;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.python.Support.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes types as annotations that pydantic enforces and a type checker understands. */
final class Types {

    private final Model model;
    private final Map<String, String> names;
    private final Support support;
    private final Patterns patterns;
    private final Predicates predicates;

    /**
     * Creates a writer.
     *
     * @param names the Python name of each declaration
     */
    Types(Model model, Map<String, String> names, Support support, Patterns patterns, Predicates predicates) {
        this.model = model;
        this.names = names;
        this.support = support;
        this.patterns = patterns;
        this.predicates = predicates;
    }

    /**
     * A type and what holds of it beyond.
     *
     * @param base a type for a type checker
     * @param annotations what pydantic checks
     */
    record Annotation(String base, List<String> annotations) {}

    /** Returns the text of a type. */
    String text(Type type, Location location) {
        return text(annotation(type, location));
    }

    /** Returns the text of a union that is declared. */
    Annotation union(Declaration.Union union) {
        List<Variant> told = tagged(union);
        List<String> texts = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        List<Variant> others = new ArrayList<>(union.variants());
        others.removeAll(told);
        // pydantic writes with the first member that takes the value, and to a number's writer False is the integer 0
        others.sort(Comparator.comparing(variant -> !variant.kinds().contains(Kind.BOOLEAN)));
        if (!told.isEmpty()) {
            String models = told.stream()
                    .map(variant -> text(variant.type(), union.location()))
                    .collect(Collectors.joining(" | "));
            String discriminator = support.importing("pydantic Field") + "(discriminator="
                    + Literals.string(tagField(union, told.get(0))) + ")";
            if (others.isEmpty()) {
                return new Annotation(models, List.of(discriminator));
            }
            texts.add(text(new Annotation(models, List.of(discriminator))));
        }
        boolean nullable = false;
        for (Variant variant : others) {
            if (variant.type() instanceof Type.Never) {
                continue;
            }
            if (variant.type() instanceof Type.Null && !variant.trial()) {
                nullable = true;
            } else {
                texts.add(variant(variant, union));
            }
        }
        if (overlap(others)
                || (!told.isEmpty()
                        && others.stream().anyMatch(variant -> variant.kinds().contains(Kind.OBJECT)))) {
            annotations.add(support.importing("pydantic Field") + "(union_mode=\"left_to_right\")");
        }
        if (nullable) {
            texts.add("None");
        }
        return new Annotation(String.join(" | ", new LinkedHashSet<>(texts)), annotations);
    }

    /** Returns the text of a type and further annotations. */
    String text(Annotation annotation) {
        if (annotation.annotations().isEmpty()) {
            return annotation.base();
        }
        return support.importing("typing Annotated") + "[" + annotation.base() + ", "
                + String.join(", ", annotation.annotations()) + "]";
    }

    /** Returns whether {@code null} is a value of a type. */
    boolean admitsNull(Type type) {
        return kinds(type, new HashSet<>()).contains(Kind.NULL);
    }

    /** Returns whether a type needs no strict model around it to be read strictly. */
    boolean isStrict(Type type, Set<String> seen) {
        if (!(type instanceof Type.Named named)) {
            return type instanceof Type.Null;
        }
        if (!seen.add(named.name())) {
            return true;
        }
        Declaration declaration = model.declaration(named.name());
        if (declaration instanceof Declaration.Union union) {
            return union.variants().stream().allMatch(variant -> isStrict(variant.type(), seen));
        }
        return declaration instanceof Declaration.Alias alias ? isStrict(alias.type(), seen) : true;
    }

    Annotation annotation(Type type, Location location) {
        if (type instanceof Type.Any) {
            return plain(support.use(Part.JSON));
        } else if (type instanceof Type.Never) {
            return new Annotation(support.use(Part.JSON), List.of(support.use(Part.ONE_OF) + "()"));
        } else if (type instanceof Type.Null) {
            return plain("None");
        } else if (type instanceof Type.Bool) {
            return plain("bool");
        } else if (type instanceof Type.Int number) {
            return new Annotation(support.use(Part.INTEGER), bounds(number.range(), true));
        } else if (type instanceof Type.Num number) {
            return new Annotation(support.use(Part.NUMBER), bounds(number.range(), false));
        } else if (type instanceof Type.Text text) {
            return string(text, location);
        } else if (type instanceof Type.Literal literal) {
            return literal(literal.values());
        } else if (type instanceof Type.Nullable nullable) {
            return plain(text(nullable.type(), location) + " | None");
        } else if (type instanceof Type.Named named) {
            return plain(names.getOrDefault(named.name(), named.name()));
        } else if (type instanceof Type.Array array) {
            return array(array, location);
        } else if (type instanceof Type.Tuple tuple) {
            return tuple(tuple, location);
        }
        Type.Dictionary dictionary = (Type.Dictionary) type;
        boolean empty = dictionary.value() instanceof Type.Never;
        String value = text(empty ? new Type.Any() : dictionary.value(), location);
        return new Annotation(
                "dict[str, " + value + "]", size(dictionary.min(), empty ? Optional.of(0L) : dictionary.max()));
    }

    private static Annotation plain(String text) {
        return new Annotation(text, List.of());
    }

    private List<String> bounds(Type.Range range, boolean integer) {
        List<String> arguments = new ArrayList<>();
        List<String> validators = new ArrayList<>();
        range.min().ifPresent(min -> {
            boolean up = integer && min.stripTrailingZeros().scale() > 0;
            BigDecimal bound = up ? min.setScale(0, RoundingMode.CEILING) : min;
            arguments.add((range.minExclusive() && !up ? "gt=" : "ge=") + Literals.number(bound));
        });
        range.max().ifPresent(max -> {
            boolean down = integer && max.stripTrailingZeros().scale() > 0;
            BigDecimal bound = down ? max.setScale(0, RoundingMode.FLOOR) : max;
            arguments.add((range.maxExclusive() && !down ? "lt=" : "le=") + Literals.number(bound));
        });
        for (BigDecimal divisor : range.divisors()) {
            boolean whole = divisor.stripTrailingZeros().scale() <= 0 && divisor.precision() < 16;
            if (integer && whole && arguments.stream().noneMatch(argument -> argument.startsWith("multiple_of="))) {
                arguments.add("multiple_of=" + Literals.number(divisor));
            } else {
                validators.add(support.use(Part.MULTIPLE_OF) + "(" + Literals.string(divisor.toString()) + ")");
            }
        }
        return field(arguments, validators);
    }

    private List<String> field(List<String> arguments, List<String> validators) {
        List<String> all = new ArrayList<>();
        if (!arguments.isEmpty()) {
            all.add(support.importing("pydantic Field") + "(" + String.join(", ", arguments) + ")");
        }
        all.addAll(validators);
        return all;
    }

    private List<String> size(long min, Optional<Long> max) {
        return field(lengths(min, max), List.of());
    }

    private static List<String> lengths(long min, Optional<Long> max) {
        List<String> arguments = new ArrayList<>();
        if (min > 0) {
            arguments.add("min_length=" + min);
        }
        max.ifPresent(most -> arguments.add("max_length=" + most));
        return arguments;
    }

    private Annotation string(Type.Text text, Location location) {
        List<String> arguments = lengths(text.minLength(), text.maxLength());
        Patterns.Annotations matched = patterns.annotations(text.patterns(), location);
        matched.argument().ifPresent(arguments::add);
        return new Annotation("str", field(arguments, matched.validators()));
    }

    /** Returns {@code Literal} where it means what JSON does: for texts; {@code Literal[1]} would take {@code true}. */
    Annotation literal(List<Json> values) {
        Set<String> literals = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        boolean texts = true;
        for (Json value : values) {
            if (value instanceof Json.Null) {
                types.add("None");
            } else if (value instanceof Json.Str) {
                literals.add(Literals.json(value));
            } else {
                texts = false;
                if (value instanceof Json.Bool || (value instanceof Json.Num number && isShortInteger(number))) {
                    literals.add(Literals.json(value));
                } else {
                    types.add(
                            value instanceof Json.Num number && !number.isInteger() ? "float" : support.use(Part.JSON));
                }
            }
        }
        List<String> options = new ArrayList<>();
        if (!literals.isEmpty()) {
            options.add(support.importing("typing Literal") + "[" + String.join(", ", literals) + "]");
        }
        boolean nullable = types.remove("None");
        options.addAll(types);
        if (nullable) {
            options.add("None");
        }
        String base = String.join(" | ", options);
        if (texts) {
            return plain(base);
        }
        String choice = values.stream().map(Literals::json).collect(Collectors.joining(", "));
        return new Annotation(base, List.of(support.use(Part.ONE_OF) + "(" + choice + ")"));
    }

    private static boolean isShortInteger(Json.Num number) {
        return number.isInteger()
                && (long) number.value().precision() - number.value().scale() < 40;
    }

    private Annotation array(Type.Array array, Location location) {
        boolean empty = array.item() instanceof Type.Never;
        String item = text(empty ? new Type.Any() : array.item(), location);
        List<String> annotations = new ArrayList<>(size(array.min(), empty ? Optional.of(0L) : array.max()));
        if (array.unique()) {
            annotations.add(unique());
        }
        return new Annotation("list[" + item + "]", annotations);
    }

    private String unique() {
        return support.importing("pydantic AfterValidator") + "(" + support.use(Part.UNIQUE) + ")";
    }

    private Annotation tuple(Type.Tuple tuple, Location location) {
        List<String> items =
                tuple.prefix().stream().map(item -> text(item, location)).toList();
        boolean closed = tuple.rest() instanceof Type.Never
                || tuple.max().filter(max -> max <= items.size()).isPresent();
        List<String> annotations = new ArrayList<>();
        String base;
        if (closed && tuple.min() >= items.size()) {
            base = "tuple[" + String.join(", ", items) + "]";
            annotations.add(support.importing("pydantic BeforeValidator") + "(" + support.use(Part.AS_TUPLE) + ")");
        } else {
            List<String> arguments = new ArrayList<>(items);
            arguments.add("least=" + tuple.min());
            tuple.max().ifPresent(max -> arguments.add("most=" + max));
            Set<String> all = new LinkedHashSet<>(items);
            if (!closed) {
                String rest = text(tuple.rest(), location);
                arguments.add("rest=" + rest);
                all.add(rest);
            }
            base = "tuple[" + String.join(" | ", all) + ", ...]";
            annotations.add(support.use(Part.POSITIONS) + "(" + String.join(", ", arguments) + ")");
        }
        if (tuple.unique()) {
            annotations.add(unique());
        }
        return new Annotation(base, annotations);
    }

    // --- unions

    /** Returns the variants that pydantic can choose by the value of one field. */
    private List<Variant> tagged(Declaration.Union union) {
        List<Variant> found = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Variant variant : union.variants()) {
            if (variant.tags().isEmpty() || variant.trial() || union.tag().isEmpty()) {
                continue;
            }
            String field = tagField(union, variant);
            if (field.isEmpty()) {
                return List.of();
            }
            fields.add(field);
            found.add(variant);
        }
        return found.size() > 1 && fields.size() == 1 ? found : List.of();
    }

    /** Returns the name of the field that holds the tag; empty if a variant is no class or its field allows other texts. */
    private String tagField(Declaration.Union union, Variant variant) {
        String tag = union.tag().orElse("");
        if (!(variant.type() instanceof Type.Named named)
                || !(model.declaration(named.name()) instanceof Declaration.Obj object)) {
            return "";
        }
        for (Declaration.Property property : object.properties()) {
            if (property.jsonName().equals(tag)) {
                return property.required() && texts(property.type()).equals(Set.copyOf(variant.tags()))
                        ? fieldNames(object).getOrDefault(tag, "")
                        : "";
            }
        }
        return "";
    }

    static Map<String, String> fieldNames(Declaration.Obj object) {
        return FieldNames.of(
                object.properties().stream().map(Declaration.Property::jsonName).toList());
    }

    private Set<String> texts(Type type) {
        if (type instanceof Type.Literal literal) {
            return literal.values().stream()
                    .map(value -> value instanceof Json.Str text ? text.value() : "\0")
                    .collect(Collectors.toSet());
        }
        return type instanceof Type.Named named
                        && model.declaration(named.name()) instanceof Declaration.Enumeration enumeration
                ? Set.copyOf(enumeration.values())
                : Set.of();
    }

    private String variant(Variant variant, Declaration.Union union) {
        String text =
                variant.type() instanceof Type.Any ? anyOf(variant.kinds()) : text(variant.type(), union.location());
        if (!variant.trial() || decides(variant)) {
            return text;
        }
        String rule = "the schema at #"
                + model.graph().schema(variant.schema()).location().pointer();
        return text(new Annotation(text, List.of(where(predicates.holds(variant.schema()), rule))));
    }

    /** Returns the annotation that asks a predicate before anything else does. */
    String where(String predicate, String rule) {
        return support.use(Part.WHERE) + "(lambda: " + predicate + ", " + Literals.string(rule) + ")";
    }

    /** Returns whether reading the variant's type already asks everything that its schema says. */
    private boolean decides(Variant variant) {
        return variant.type() instanceof Type.Named named
                && model.declaration(named.name()).schema().equals(variant.schema());
    }

    private String anyOf(Collection<Kind> kinds) {
        if (kinds.size() == Kind.values().length) {
            return support.use(Part.JSON);
        }
        List<String> texts = new ArrayList<>();
        for (Kind kind : List.of(Kind.BOOLEAN, Kind.NUMBER, Kind.STRING, Kind.ARRAY, Kind.OBJECT, Kind.NULL)) {
            if (kinds.contains(kind)) {
                texts.add(
                        switch (kind) {
                            case NULL -> "None";
                            case BOOLEAN -> "bool";
                            case NUMBER -> support.use(Part.NUMBER);
                            case STRING -> "str";
                            case ARRAY -> "list[" + support.use(Part.JSON) + "]";
                            case OBJECT -> "dict[str, " + support.use(Part.JSON) + "]";
                        });
            }
        }
        return String.join(" | ", texts);
    }

    private static boolean overlap(List<Variant> variants) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (Variant variant : variants) {
            if (!Collections.disjoint(seen, variant.kinds())) {
                return true;
            }
            seen.addAll(variant.kinds());
        }
        return false;
    }

    private Set<Kind> kinds(Type type, Set<String> seen) {
        if (type instanceof Type.Any) {
            return EnumSet.allOf(Kind.class);
        } else if (type instanceof Type.Null) {
            return EnumSet.of(Kind.NULL);
        } else if (type instanceof Type.Nullable nullable) {
            Set<Kind> kinds = EnumSet.of(Kind.NULL);
            kinds.addAll(kinds(nullable.type(), seen));
            return kinds;
        } else if (type instanceof Type.Literal literal) {
            return literal.values().contains(new Json.Null()) ? EnumSet.of(Kind.NULL) : EnumSet.noneOf(Kind.class);
        } else if (type instanceof Type.Named named && seen.add(named.name())) {
            Declaration declaration = model.declaration(named.name());
            if (declaration instanceof Declaration.Alias alias) {
                return kinds(alias.type(), seen);
            } else if (declaration instanceof Declaration.Union union) {
                Set<Kind> kinds = EnumSet.noneOf(Kind.class);
                union.variants()
                        .forEach(variant -> kinds.addAll(
                                variant.type() instanceof Type.Any ? variant.kinds() : kinds(variant.type(), seen)));
                return kinds;
            }
        }
        return EnumSet.noneOf(Kind.class);
    }
}
