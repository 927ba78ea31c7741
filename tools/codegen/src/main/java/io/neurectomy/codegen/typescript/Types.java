package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes types. */
final class Types {

    /** From so many items on a tuple reads worse than an array. */
    private static final long LONGEST_TUPLE = 6;

    /** More obligatory items at the front of an array are left to its check. */
    private static final long MOST_FIRST_ITEMS = 2;

    private static final String UNKNOWN = "unknown";

    private final Model model;
    private final Names names;

    Types(Model model, Names names) {
        this.model = model;
        this.names = names;
    }

    void declare(Declaration declaration, StringBuilder out) {
        if (declaration instanceof Declaration.Enumeration enumeration) {
            String values = names.values(enumeration.name());
            out.append("export const ").append(values).append(" = ");
            Code.array(enumeration.values().stream()
                            .map(value -> Code.text(Literals.string(value)))
                            .toList())
                    .write(out, 0, " as const;".length());
            out.append(" as const;\n\n").append(Comments.of(enumeration.annotations(), ""));
            alias(enumeration.name(), List.of("(typeof " + values + ")[number]"), out);
        } else if (declaration instanceof Declaration.Obj object) {
            out.append(Comments.of(object.annotations(), ""));
            object(object, out);
        } else if (declaration instanceof Declaration.Union union) {
            out.append(Comments.of(union.annotations(), ""));
            Set<String> members = new LinkedHashSet<>();
            union.variants().forEach(variant -> members.addAll(members(variant.type(), union.name())));
            alias(union.name(), members, out);
        } else if (declaration instanceof Declaration.Alias alias) {
            out.append(Comments.of(alias.annotations(), ""));
            alias(alias.name(), members(alias.type(), alias.name()), out);
        }
    }

    private static void alias(String name, Collection<String> members, StringBuilder out) {
        out.append("export type ").append(name).append(" =");
        union(members, "  ", out);
        out.append(";\n");
    }

    /** Appends a type behind a colon or an equals sign: each member on its own line if it does not fit. */
    private static void union(Collection<String> members, String indent, StringBuilder out) {
        Collection<String> some = members.contains(UNKNOWN) ? List.of(UNKNOWN) : members;
        String flat = " " + String.join(" | ", some);
        int column = out.length() - out.lastIndexOf("\n") - 1;
        if (some.size() == 1 || column + flat.length() + 1 <= Code.LINE) {
            out.append(flat);
        } else {
            some.forEach(member -> out.append('\n').append(indent).append("| ").append(member));
        }
    }

    private void object(Declaration.Obj object, StringBuilder out) {
        out.append("export interface ").append(object.name()).append(" {\n");
        Set<String> all = new LinkedHashSet<>();
        if (!(object.additional() instanceof Type.Never)) {
            all.addAll(members(object.additional(), ""));
        }
        boolean optional = false;
        for (Declaration.Property property : object.properties()) {
            List<String> members = members(property.type(), "");
            all.addAll(members);
            optional |= !property.required();
            out.append(Comments.of(property.annotations(), "  "))
                    .append("  readonly ")
                    .append(Literals.property(property.jsonName()))
                    .append(property.required() ? ":" : "?:");
            union(members, "    ", out);
            out.append(";\n");
        }
        if (!(object.additional() instanceof Type.Never)) {
            if (optional) {
                all.add("undefined");
            }
            out.append("  readonly [key: string]:");
            union(all, "    ", out);
            out.append(";\n");
        }
        out.append("}\n");
    }

    private String text(Type type) {
        List<String> members = members(type, "");
        return members.contains(UNKNOWN) ? UNKNOWN : String.join(" | ", members);
    }

    /** Returns the members of the union that a type is; most are one. */
    private List<String> members(Type type, String within) {
        if (type instanceof Type.Nullable nullable) {
            List<String> members = new ArrayList<>(members(nullable.type(), within));
            members.add("null");
            return members.stream().distinct().toList();
        }
        if (type instanceof Type.Literal literal) {
            return literal.values().stream().map(Types::literal).distinct().toList();
        }
        if (type instanceof Type.Named named) {
            // A type that is only itself, or something else, says no more than the something else.
            boolean circular = !within.isEmpty() && leadsTo(named.name(), within, new LinkedHashSet<>());
            return List.of(circular ? UNKNOWN : named.name());
        }
        return List.of(single(type));
    }

    private String single(Type type) {
        if (type instanceof Type.Never) {
            return "never";
        }
        if (type instanceof Type.Null) {
            return "null";
        }
        if (type instanceof Type.Bool) {
            return "boolean";
        }
        if (type instanceof Type.Int || type instanceof Type.Num) {
            return "number";
        }
        if (type instanceof Type.Text) {
            return "string";
        }
        if (type instanceof Type.Array array) {
            return array(array);
        }
        if (type instanceof Type.Tuple tuple) {
            return tuple(tuple);
        }
        if (type instanceof Type.Dictionary dictionary) {
            return "{ readonly [key: string]: " + text(dictionary.value()) + " }";
        }
        return UNKNOWN;
    }

    private String array(Type.Array array) {
        String item = text(array.item());
        long max = array.max().orElse(Long.MAX_VALUE);
        if (max == 0 || array.item() instanceof Type.Never) {
            return "readonly []";
        }
        if (array.min() == max && max <= LONGEST_TUPLE) {
            return "readonly [" + repeated(item, max) + "]";
        }
        if (array.min() > 0 && array.min() <= MOST_FIRST_ITEMS) {
            return "readonly [" + repeated(item, array.min()) + ", ..." + element(item) + "[]]";
        }
        return "readonly " + element(item) + "[]";
    }

    private static String repeated(String item, long times) {
        return String.join(", ", java.util.Collections.nCopies((int) times, item));
    }

    private static String element(String item) {
        return item.contains(" ") && !(item.startsWith("{") && item.indexOf('}') == item.length() - 1)
                ? "(" + item + ")"
                : item;
    }

    private String tuple(Type.Tuple tuple) {
        List<String> items = new ArrayList<>();
        boolean open = !(tuple.rest() instanceof Type.Never);
        long max = tuple.max().orElse(Long.MAX_VALUE);
        for (int i = 0; i < tuple.prefix().size(); i++) {
            Type item = tuple.prefix().get(i);
            if (item instanceof Type.Never || i >= max) {
                open = false;
                break;
            }
            String text = text(item);
            items.add(i < tuple.min() ? text : element(text) + "?");
        }
        boolean all = tuple.min() >= tuple.prefix().size();
        for (long i = tuple.prefix().size(); open && all && i < tuple.min() && i < LONGEST_TUPLE; i++) {
            items.add(text(tuple.rest()));
        }
        if (open && items.size() < max) {
            items.add("..." + element(text(tuple.rest())) + "[]");
        }
        return "readonly [" + String.join(", ", items) + "]";
    }

    private static String literal(Json value) {
        if (value instanceof Json.Str text) {
            return Literals.string(text.value());
        }
        if (value instanceof Json.Num number) {
            return Literals.isExact(number.value()) ? Literals.number(number.value()) : "number";
        }
        if (value instanceof Json.Arr array) {
            return array.items().stream().map(Types::literal).collect(Collectors.joining(", ", "readonly [", "]"));
        }
        if (value instanceof Json.Obj object) {
            return object.members().isEmpty()
                    ? "{ readonly [key: string]: never }"
                    : object.members().entrySet().stream()
                            .map(member -> "readonly " + Literals.property(member.getKey()) + ": "
                                    + literal(member.getValue()))
                            .collect(Collectors.joining("; ", "{ ", " }"));
        }
        return value.text();
    }

    /** Whether one alias or union is the other one by names alone: that is a circle to TypeScript. */
    private boolean leadsTo(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        Declaration declaration = model.declaration(from);
        List<Type> same = declaration instanceof Declaration.Alias alias
                ? List.of(alias.type())
                : declaration instanceof Declaration.Union union
                        ? union.variants().stream()
                                .map(Declaration.Variant::type)
                                .toList()
                        : List.of();
        for (Type type : same) {
            Type inner = type instanceof Type.Nullable nullable ? nullable.type() : type;
            if (inner instanceof Type.Named named && leadsTo(named.name(), to, seen)) {
                return true;
            }
        }
        return false;
    }
}
