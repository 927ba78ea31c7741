package io.neurectomy.codegen.graphql;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.Declaration.Property;
import io.neurectomy.codegen.model.Declaration.Variant;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the GraphQL type of a type of the model, and names all types before any text is written. */
final class SdlTypes {

    static final String JSON = "JSON";

    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Map<String, String> SCALARS = Map.of(
            JSON,
            "https://www.rfc-editor.org/rfc/rfc8259",
            "BigInt",
            "https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1",
            "DateTime",
            "https://www.rfc-editor.org/rfc/rfc3339",
            "UUID",
            "https://www.rfc-editor.org/rfc/rfc9562");
    private static final Set<String> RESERVED = Set.of(
            "Int",
            "Float",
            "String",
            "Boolean",
            "ID",
            "Query",
            "Mutation",
            "Subscription",
            JSON,
            "BigInt",
            "DateTime",
            "UUID");

    private final Model model;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> inputNames = new LinkedHashMap<>();
    private final SortedMap<String, String> usedScalars = new TreeMap<>();

    SdlTypes(Model model) {
        this.model = model;
        SdlNames scope = new SdlNames(RESERVED, false);
        for (Declaration declaration : model.declarations().values()) {
            String name = declaration.name();
            names.put(name, scope.unique(scope.isTaken(name) ? name + "Type" : name));
        }
        for (Declaration declaration : model.declarations().values()) {
            if (declaration instanceof Declaration.Obj object) {
                inputNames.put(object.name(), scope.unique(name(object.name()) + "Input"));
            }
        }
    }

    String name(String declaration) {
        return names.getOrDefault(declaration, declaration);
    }

    String inputName(String declaration) {
        return inputNames.getOrDefault(declaration, declaration);
    }

    /** Returns the scalars that were asked for, with the URL of what they are. */
    SortedMap<String, String> usedScalars() {
        return usedScalars;
    }

    /** Returns the properties of an object that a response can have, or a request. */
    static List<Property> properties(Declaration.Obj object, boolean input) {
        return object.properties().stream()
                .filter(property -> !isTypeName(property))
                .filter(property -> !(input
                        ? property.annotations().readOnly()
                        : property.annotations().writeOnly()))
                .toList();
    }

    /** Every object of GraphQL has this field without being told. */
    private static boolean isTypeName(Property property) {
        return property.jsonName().equals("__typename") && property.type() instanceof Type.Literal;
    }

    /** Returns the GraphQL type, with {@code !} if no value is null. */
    String complete(Type type, boolean input) {
        return of(type, input, new HashSet<>()) + (isNullable(type, new HashSet<>()) ? "" : "!");
    }

    /** Returns the GraphQL type without {@code !} at its end. */
    String of(Type type, boolean input) {
        return of(type, input, new HashSet<>());
    }

    private String of(Type type, boolean input, Set<String> within) {
        if (type instanceof Type.Bool) {
            return "Boolean";
        } else if (type instanceof Type.Int integer) {
            return fitsInt(integer.range()) ? "Int" : scalar("BigInt");
        } else if (type instanceof Type.Num) {
            return "Float";
        } else if (type instanceof Type.Text text) {
            return text(text);
        } else if (type instanceof Type.Literal literal) {
            return literal(literal.values());
        } else if (type instanceof Type.Nullable nullable) {
            return of(nullable.type(), input, within);
        } else if (type instanceof Type.Array array) {
            return list(array.item(), input, within);
        } else if (type instanceof Type.Tuple tuple) {
            return tuple(tuple, input, within);
        } else if (type instanceof Type.Named named) {
            return named(model.declaration(named.name()), input, within);
        }
        // Any, Never, Null and maps.
        return scalar(JSON);
    }

    private String named(Declaration declaration, boolean input, Set<String> within) {
        if (declaration instanceof Declaration.Enumeration) {
            return name(declaration.name());
        } else if (declaration instanceof Declaration.Obj object) {
            if (properties(object, input).isEmpty()) {
                return scalar(JSON);
            }
            return input ? inputName(object.name()) : name(object.name());
        } else if (declaration instanceof Declaration.Union union) {
            return members(union).isPresent() && input ? scalar(JSON) : name(union.name());
        }
        Declaration.Alias alias = (Declaration.Alias) declaration;
        // A name for lists of itself, which GraphQL's lists can't be.
        if (!within.add(alias.name())) {
            return scalar(JSON);
        }
        String found = of(alias.type(), input, within);
        within.remove(alias.name());
        return found;
    }

    private String list(Type item, boolean input, Set<String> within) {
        return "[" + of(item, input, within) + (isNullable(item, new HashSet<>()) ? "" : "!") + "]";
    }

    private String tuple(Type.Tuple tuple, boolean input, Set<String> within) {
        Set<String> items = new LinkedHashSet<>();
        Stream<Type> rest = tuple.rest() instanceof Type.Never ? Stream.empty() : Stream.of(tuple.rest());
        Stream.concat(tuple.prefix().stream(), rest).forEach(item -> items.add(list(item, input, within)));
        if (items.size() == 1) {
            return items.iterator().next();
        }
        return "[" + scalar(JSON) + "]";
    }

    private String text(Type.Text text) {
        return switch (text.format().orElse("")) {
            case "date-time" -> scalar("DateTime");
            case "uuid" -> scalar("UUID");
            default -> "String";
        };
    }

    private String literal(List<Json> values) {
        List<Json> some =
                values.stream().filter(value -> !(value instanceof Json.Null)).toList();
        if (some.isEmpty()) {
            return scalar(JSON);
        }
        if (some.stream().allMatch(Json.Str.class::isInstance)) {
            return "String";
        }
        if (some.stream().allMatch(Json.Bool.class::isInstance)) {
            return "Boolean";
        }
        if (some.stream().allMatch(SdlTypes::fitsInt)) {
            return "Int";
        }
        return some.stream().allMatch(Json.Num.class::isInstance) ? "Float" : scalar(JSON);
    }

    private static boolean fitsInt(Json value) {
        return value instanceof Json.Num number
                && number.isInteger()
                && number.value().compareTo(INT_MIN) >= 0
                && number.value().compareTo(INT_MAX) <= 0;
    }

    private static boolean fitsInt(Type.Range range) {
        return range.min().filter(min -> min.compareTo(INT_MIN) >= 0).isPresent()
                && range.max().filter(max -> max.compareTo(INT_MAX) <= 0).isPresent();
    }

    private String scalar(String name) {
        usedScalars.put(name, SCALARS.getOrDefault(name, ""));
        return name;
    }

    private boolean isNullable(Type type, Set<String> within) {
        if (type instanceof Type.Any || type instanceof Type.Null || type instanceof Type.Nullable) {
            return true;
        } else if (type instanceof Type.Literal literal) {
            return literal.values().contains(new Json.Null());
        } else if (type instanceof Type.Named named && within.add(named.name())) {
            Declaration declaration = model.declaration(named.name());
            if (declaration instanceof Declaration.Alias alias) {
                return isNullable(alias.type(), within);
            }
            return declaration instanceof Declaration.Union union
                    && union.variants().stream()
                            .anyMatch(variant -> variant.kinds().contains(Kind.NULL));
        }
        return false;
    }

    /** Returns the object types that a union consists of; empty if it is none in GraphQL. */
    Optional<List<String>> members(Declaration.Union union) {
        Set<String> members = new LinkedHashSet<>();
        return collect(union, members, new HashSet<>()) ? Optional.of(List.copyOf(members)) : Optional.empty();
    }

    private boolean collect(Declaration.Union union, Set<String> members, Set<String> within) {
        if (!within.add(union.name())) {
            return true;
        }
        for (Variant variant : union.variants()) {
            Type type = variant.type();
            List<String> seen = new ArrayList<>();
            while (type instanceof Type.Named named
                    && !seen.contains(named.name())
                    && model.declaration(named.name()) instanceof Declaration.Alias alias) {
                seen.add(named.name());
                type = alias.type();
            }
            if (!(type instanceof Type.Named named)) {
                return false;
            }
            Declaration declaration = model.declaration(named.name());
            if (declaration instanceof Declaration.Obj object
                    && !properties(object, false).isEmpty()) {
                members.add(name(object.name()));
            } else if (!(declaration instanceof Declaration.Union other && collect(other, members, within))) {
                return false;
            }
        }
        return true;
    }
}
