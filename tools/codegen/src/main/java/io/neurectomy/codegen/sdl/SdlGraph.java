package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import io.neurectomy.codegen.sdl.Definition.Directive;
import io.neurectomy.codegen.sdl.Definition.Kind;
import io.neurectomy.codegen.sdl.Definition.Member;
import io.neurectomy.codegen.sdl.Definition.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says of each type of a type system what the JSON that stands for it looks like. */
final class SdlGraph {

    private static final String TYPE_NAME = "__typename";
    private static final Assertion INT_MIN = new Assertion.Minimum(BigDecimal.valueOf(Integer.MIN_VALUE), false);
    private static final Assertion INT_MAX = new Assertion.Maximum(BigDecimal.valueOf(Integer.MAX_VALUE), false);

    private final TypeSystem types;
    private final Consumer<Finding> findings;
    private final Map<String, SchemaId> ids = new LinkedHashMap<>();
    private final List<Schema> schemas = new ArrayList<>();

    SdlGraph(TypeSystem types, Consumer<Finding> findings) {
        this.types = types;
        this.findings = findings;
    }

    /** Returns the graph of a type, or of all types if none is named. */
    SchemaGraph build(String file, Optional<String> root) {
        Schema anything = new Schema(
                new SchemaId(0), new Location(file, 1, 1, ""), "", false, List.of(), Schema.Annotations.NONE);
        // Types come first, so that a field can refer to one that stands below it.
        for (String name : types.data().keySet()) {
            ids.put(name, new SchemaId(schemas.size()));
            schemas.add(anything);
        }
        types.data().values().forEach(this::define);
        if (schemas.isEmpty()) {
            schemas.add(anything);
            return new SchemaGraph(anything.id(), schemas, List.of(anything.id()));
        }
        List<SchemaId> definitions = root.map(ids::get).map(List::of).orElseGet(this::definitions);
        return new SchemaGraph(definitions.get(0), schemas, definitions);
    }

    /** Returns all types, and scalars only if there is nothing else: they are seldom what code is wanted for. */
    private List<SchemaId> definitions() {
        List<SchemaId> some = types.data().values().stream()
                .filter(definition -> definition.kind() != Kind.SCALAR)
                .map(definition -> id(definition.name()))
                .toList();
        return some.isEmpty() ? List.copyOf(ids.values()) : some;
    }

    private void define(Definition definition) {
        List<Assertion> assertions = switch (definition.kind()) {
            case SCALAR -> scalar(definition);
            case ENUM ->
                List.of(
                        new Assertion.Types(EnumSet.of(JsonType.STRING)),
                        new Assertion.Values(definition.members().stream()
                                .map(value -> (Json) new Json.Str(value.name()))
                                .toList()));
            case UNION -> oneOf(types.members(definition.name()));
            case INTERFACE -> {
                List<String> members = types.members(definition.name());
                yield members.isEmpty() ? object(definition) : oneOf(members);
            }
            case TYPE, INPUT -> object(definition);
        };
        SchemaId id = id(definition.name());
        Schema.Annotations annotations =
                annotations(description(definition), definition.directives(), Optional.empty(), format(definition));
        schemas.set(
                id.number(), new Schema(id, definition.location(), definition.name(), true, assertions, annotations));
    }

    private SchemaId id(String name) {
        SchemaId id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name);
        }
        return id;
    }

    /** What SDL says of a scalar is where to read what it is; a few standards are known here. */
    private List<Assertion> scalar(Definition definition) {
        if (format(definition).isPresent()) {
            return List.of(new Assertion.Types(EnumSet.of(JsonType.STRING)));
        }
        String specification = specification(definition);
        if (specification.endsWith("/json-schema-validation#section-6.1.1")) {
            return List.of(new Assertion.Types(EnumSet.of(JsonType.INTEGER)));
        }
        if (!specification.endsWith("/rfc8259")) {
            findings.accept(new Finding(
                    "sdl-scalar",
                    Finding.Severity.WARNING,
                    definition.location(),
                    "the scalar " + definition.name() + " is any JSON value, since SDL does not say more. Write"
                            + " @specifiedBy with the URL of RFC 3339, 3986 or 9562 if it is a date-time, a URI or a UUID,"
                            + " or of RFC 8259 if any JSON value is meant."));
        }
        return List.of();
    }

    private static Optional<String> format(Definition definition) {
        String specification = specification(definition);
        if (definition.kind() != Kind.SCALAR) {
            return Optional.empty();
        }
        if (specification.endsWith("/rfc3339")) {
            return Optional.of("date-time");
        }
        if (specification.endsWith("/rfc9562") || specification.endsWith("/rfc4122")) {
            return Optional.of("uuid");
        }
        return specification.endsWith("/rfc3986") ? Optional.of("uri") : Optional.empty();
    }

    private static String specification(Definition definition) {
        return argument(definition.directives(), "specifiedBy", "url").orElse("");
    }

    private List<Assertion> oneOf(List<String> members) {
        if (members.size() == 1 && ids.containsKey(members.get(0))) {
            return List.of(new Assertion.Reference(id(members.get(0))));
        }
        return List.of(new Assertion.OneOf(members.stream()
                .filter(ids::containsKey)
                .map(member -> add(
                        schemas.get(id(member).number()).location(),
                        "",
                        List.of(new Assertion.Reference(id(member))),
                        Schema.Annotations.NONE))
                .toList()));
    }

    private List<Assertion> object(Definition definition) {
        boolean exactlyOne = definition.directives().stream()
                .anyMatch(directive -> directive.name().equals("oneOf"));
        Map<String, SchemaId> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        if (types.isMember(definition.name())) {
            properties.put(TYPE_NAME, typeName(definition));
            required.add(TYPE_NAME);
        }
        for (Member field : definition.members()) {
            boolean nonNull = field.type().orElseThrow() instanceof Reference.NonNull;
            if (nonNull && field.defaultValue().isEmpty()) {
                required.add(field.name());
            }
            properties.put(field.name(), field(field, exactlyOne));
        }
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(new Assertion.Types(EnumSet.of(JsonType.OBJECT)));
        assertions.add(new Assertion.Properties(properties));
        if (!required.isEmpty()) {
            assertions.add(new Assertion.Required(required));
        }
        SchemaId never = add(definition.location(), "", List.of(new Assertion.Never()), Schema.Annotations.NONE);
        assertions.add(new Assertion.AdditionalProperties(never, properties.keySet(), Set.of()));
        if (exactlyOne) {
            assertions.add(new Assertion.MinProperties(1));
            assertions.add(new Assertion.MaxProperties(1));
        }
        return assertions;
    }

    private SchemaId typeName(Definition definition) {
        return add(
                definition.location(),
                TYPE_NAME,
                List.of(new Assertion.Values(List.of(new Json.Str(definition.name())))),
                annotations(Optional.of("The name of the type."), List.of(), Optional.empty(), Optional.empty()));
    }

    private SchemaId field(Member field, boolean neverNull) {
        Reference type = field.type().orElseThrow();
        Reference written = neverNull && !(type instanceof Reference.NonNull) ? new Reference.NonNull(type) : type;
        return add(
                field.location(),
                field.name(),
                assertions(written, field.location()),
                annotations(field.description(), field.directives(), field.defaultValue(), Optional.empty()));
    }

    private List<Assertion> assertions(Reference type, Location location) {
        if (type instanceof Reference.NonNull nonNull) {
            return assertions(nonNull.type(), location, false);
        }
        return assertions(type, location, true);
    }

    private List<Assertion> assertions(Reference type, Location location, boolean nullable) {
        if (type instanceof Reference.ListOf list) {
            SchemaId item = add(location, "item", assertions(list.item(), location), Schema.Annotations.NONE);
            return List.of(types(JsonType.ARRAY, nullable), new Assertion.Items(item, 0));
        }
        String name = TypeSystem.named(type).name();
        SchemaId id = ids.get(name);
        if (id == null) {
            return builtIn(name, nullable);
        }
        if (!nullable) {
            return List.of(new Assertion.Reference(id));
        }
        SchemaId some = add(location, "", List.of(new Assertion.Reference(id)), Schema.Annotations.NONE);
        SchemaId none =
                add(location, "", List.of(new Assertion.Types(EnumSet.of(JsonType.NULL))), Schema.Annotations.NONE);
        return List.of(new Assertion.AnyOf(List.of(some, none)));
    }

    private static List<Assertion> builtIn(String name, boolean nullable) {
        return switch (name) {
            case "Int" -> List.of(types(JsonType.INTEGER, nullable), INT_MIN, INT_MAX);
            case "Float" -> List.of(types(JsonType.NUMBER, nullable));
            case "Boolean" -> List.of(types(JsonType.BOOLEAN, nullable));
            case "String", "ID" -> List.of(types(JsonType.STRING, nullable));
            // Unknown, or the type of an operation: there is a finding where it is unknown.
            default -> List.of();
        };
    }

    private static Assertion types(JsonType type, boolean nullable) {
        return new Assertion.Types(nullable ? EnumSet.of(type, JsonType.NULL) : EnumSet.of(type));
    }

    private SchemaId add(Location location, String key, List<Assertion> assertions, Schema.Annotations annotations) {
        SchemaId id = new SchemaId(schemas.size());
        schemas.add(new Schema(id, location, key, false, assertions, annotations));
        return id;
    }

    /** An enum's values have no schemas of their own that could say what they mean, so the enum says it. */
    private static Optional<String> description(Definition definition) {
        List<String> lines = new ArrayList<>();
        definition.description().ifPresent(lines::add);
        if (definition.kind() == Kind.ENUM) {
            for (Member value : definition.members()) {
                value.description().ifPresent(text -> lines.add(value.name() + ": " + text));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static Schema.Annotations annotations(
            Optional<String> description,
            List<Directive> directives,
            Optional<Json> defaultValue,
            Optional<String> format) {
        boolean deprecated =
                directives.stream().anyMatch(directive -> directive.name().equals("deprecated"));
        Map<String, Json> extensions = new LinkedHashMap<>();
        argument(directives, "deprecated", "reason")
                .ifPresent(reason -> extensions.put("x-deprecated-reason", new Json.Str(reason)));
        argument(directives, "since", "version").ifPresent(version -> extensions.put("x-since", new Json.Str(version)));
        return new Schema.Annotations(
                Optional.empty(),
                description,
                Optional.empty(),
                format,
                defaultValue,
                List.of(),
                deprecated,
                false,
                false,
                extensions);
    }

    private static Optional<String> argument(List<Directive> directives, String directive, String argument) {
        return directives.stream()
                .filter(found -> found.name().equals(directive))
                .map(found -> found.arguments().get(argument))
                .filter(Json.Str.class::isInstance)
                .map(value -> ((Json.Str) value).value())
                .findFirst();
    }
}
