package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.sdl.Definition.Kind;
import io.neurectomy.codegen.sdl.Definition.Member;
import io.neurectomy.codegen.sdl.Definition.Reference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The types of a document, each with what its extensions add, and checked: each name is there once and means what it must. */
final class TypeSystem {

    static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private static final Set<Kind> INPUTS = EnumSet.of(Kind.SCALAR, Kind.ENUM, Kind.INPUT);
    private static final Set<Kind> OUTPUTS = EnumSet.of(Kind.SCALAR, Kind.ENUM, Kind.TYPE, Kind.INTERFACE, Kind.UNION);

    private final Map<String, Definition> all = new LinkedHashMap<>();
    private final Map<String, Definition> data = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Consumer<Finding> findings;

    private TypeSystem(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Puts the types together.
     *
     * @param document what was parsed
     * @param whole whether all of it was; what is missing otherwise may stand in what could not be parsed
     * @param findings takes what is wrong
     * @return the types
     */
    static TypeSystem of(SdlParser.Document document, boolean whole, Consumer<Finding> findings) {
        TypeSystem types = new TypeSystem(findings);
        types.define(document.definitions());
        types.extend(document.definitions(), whole);
        if (whole) {
            types.all.values().forEach(types::check);
        }
        Set<String> operations = document.operations().isEmpty()
                ? Set.of("Query", "Mutation", "Subscription")
                : Set.copyOf(document.operations().values());
        types.all.forEach((name, definition) -> {
            if (definition.kind() != Kind.TYPE || !operations.contains(name)) {
                types.data.put(name, definition);
            }
        });
        types.data.values().forEach(types::collectMembers);
        return types;
    }

    /** Returns the types that are data and not operations, in the order of the document. */
    Map<String, Definition> data() {
        return data;
    }

    /** Returns all types, those of operations among them, in the order of the document. */
    Map<String, Definition> all() {
        return all;
    }

    Optional<Definition> type(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Returns the types of objects that a union or interface stands for. */
    List<String> members(String name) {
        return List.copyOf(members.getOrDefault(name, Set.of()));
    }

    /** Returns whether an object's {@code __typename} tells what it is. */
    boolean isMember(String name) {
        return members.values().stream().anyMatch(some -> some.contains(name));
    }

    private void define(List<Definition> definitions) {
        for (Definition definition : definitions) {
            String name = definition.name();
            if (name.startsWith("__")) {
                error(
                        "sdl-reserved-name",
                        definition.location(),
                        "'" + name + "' begins with two underscores,"
                                + " as only GraphQL's own names do. Choose another name.");
            }
            if (definition.extension()) {
                continue;
            }
            if (BUILT_IN.contains(name)) {
                if (definition.kind() == Kind.SCALAR) {
                    // Some tools print GraphQL's own scalars, too.
                    continue;
                }
                error(
                        "sdl-duplicate",
                        definition.location(),
                        "'" + name + "' is a type of GraphQL. Choose another name.");
            } else if (all.putIfAbsent(name, definition) != null) {
                error(
                        "sdl-duplicate",
                        definition.location(),
                        "the type " + name + " is defined twice, first at " + place(all.get(name))
                                + ". Remove one, or write 'extend' before it.");
            }
        }
    }

    private static String place(Definition definition) {
        return "line " + definition.location().line();
    }

    private void extend(List<Definition> definitions, boolean whole) {
        for (Definition extension : definitions) {
            if (!extension.extension()) {
                continue;
            }
            Definition base = all.get(extension.name());
            if (base == null || base.kind() != extension.kind()) {
                if (whole) {
                    String kind = extension.kind().name().toLowerCase(java.util.Locale.ROOT);
                    error(
                            "sdl-unknown-type",
                            extension.location(),
                            "there is no " + kind + " " + extension.name()
                                    + " to extend. Define it, or correct the name.");
                }
                continue;
            }
            all.put(
                    base.name(),
                    new Definition(
                            base.kind(),
                            false,
                            base.name(),
                            base.location(),
                            base.description(),
                            joined(base.directives(), extension.directives()),
                            joined(base.others(), extension.others()),
                            joined(base.members(), extension.members())));
        }
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private void check(Definition definition) {
        boolean hasMembers = definition.kind() != Kind.SCALAR && definition.kind() != Kind.UNION;
        boolean empty = hasMembers
                ? definition.members().isEmpty()
                : definition.kind() == Kind.UNION && definition.others().isEmpty();
        if (empty) {
            error(
                    "sdl-empty",
                    definition.location(),
                    definition.name() + " has nothing in it. Add something, or remove it.");
        }
        Set<String> seen = new HashSet<>();
        for (Member member : definition.members()) {
            if (!seen.add(member.name())) {
                error(
                        "sdl-duplicate",
                        member.location(),
                        member.name() + " stands twice in " + definition.name() + ". Remove one.");
            }
            if (member.name().startsWith("__")) {
                error(
                        "sdl-reserved-name",
                        member.location(),
                        "'" + member.name() + "' begins with two underscores,"
                                + " as only GraphQL's own names do. Choose another name.");
            }
            member.type().ifPresent(type -> checkType(definition, named(type)));
        }
        Kind expected = definition.kind() == Kind.UNION ? Kind.TYPE : Kind.INTERFACE;
        for (Reference.Named other : definition.others()) {
            Definition found = all.get(other.name());
            if (found == null || found.kind() != expected) {
                String what = expected == Kind.TYPE ? "type" : "interface";
                error(
                        "sdl-unknown-type",
                        other.location(),
                        "there is no " + what + " " + other.name() + ", and " + definition.name()
                                + " needs one. Define it, or correct the name.");
            }
        }
    }

    private void checkType(Definition definition, Reference.Named type) {
        Definition found = all.get(type.name());
        if (found == null) {
            if (!BUILT_IN.contains(type.name())) {
                error(
                        "sdl-unknown-type",
                        type.location(),
                        "there is no type " + type.name() + ". Define it, or correct the name.");
            }
            return;
        }
        boolean input = definition.kind() == Kind.INPUT;
        if (!(input ? INPUTS : OUTPUTS).contains(found.kind())) {
            error(
                    "sdl-kind",
                    type.location(),
                    type.name() + " can't be the type of a field of " + definition.name()
                            + ": "
                            + (input
                                    ? "an input takes inputs, enums and scalars only"
                                    : "an input is only for arguments")
                            + ". Use another type.");
        }
    }

    static Reference.Named named(Reference reference) {
        Reference type = reference;
        while (true) {
            if (type instanceof Reference.Named named) {
                return named;
            } else if (type instanceof Reference.ListOf list) {
                type = list.item();
            } else if (type instanceof Reference.NonNull nonNull) {
                type = nonNull.type();
            }
        }
    }

    private void collectMembers(Definition definition) {
        if (definition.kind() == Kind.UNION) {
            definition.others().forEach(other -> add(definition.name(), other.name()));
        } else if (definition.kind() == Kind.TYPE) {
            definition.others().forEach(other -> add(other.name(), definition.name()));
        }
    }

    private void add(String whole, String part) {
        members.computeIfAbsent(whole, name -> new LinkedHashSet<>()).add(part);
    }

    private void error(String rule, Location location, String message) {
        findings.accept(new Finding(rule, Finding.Severity.ERROR, location, message));
    }
}
