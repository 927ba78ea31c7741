package io.neurectomy.schemas;

import graphql.GraphQLException;
import graphql.language.AbstractDescribedNode;
import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds the SDL to the JSON Schemas: same types, fields, nullability, enum values, members of unions and descriptions. */
final class SdlCheck {

    private static final String FURTHER = "additionalProperties";
    private static final Set<String> OPERATIONS = Set.of("Query", "Mutation", "Subscription", "CursorPageInfo");
    private static final Map<String, String> SCALARS = Map.of("Uuid", "UUID", "Timestamp", "DateTime");

    private final SchemaFolder folder;
    private final TypeDefinitionRegistry sdl;
    private final Map<String, Subschema> types = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private SdlCheck(SchemaFolder folder, TypeDefinitionRegistry sdl) {
        this.folder = folder;
        this.sdl = sdl;
        folder.schemas().forEach((file, document) -> {
            for (Map.Entry<String, JsonNode> type : document.path("$defs").properties()) {
                types.put(
                        type.getKey(),
                        new Subschema(file, "/$defs/" + type.getKey(), Subschema.Place.TYPE, type.getValue()));
            }
        });
    }

    static List<String> findings(SchemaFolder folder) {
        TypeDefinitionRegistry sdl;
        try {
            sdl = new SchemaParser().parse(folder.sdl());
            UnExecutableSchemaGenerator.makeUnExecutableSchema(sdl);
        } catch (GraphQLException e) {
            return List.of(Rule.SDL_VALID.finding(
                    "SDL",
                    String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip()));
        }
        SdlCheck check = new SdlCheck(folder, sdl);
        check.types.forEach(check::type);
        new TreeMap<>(sdl.types()).forEach(check::definition);
        sdl.getDirectiveDefinitions().values().forEach(check::described);
        return check.findings;
    }

    private void type(String name, Subschema schema) {
        Kind kind = Kind.of(schema.node());
        if (kind == Kind.ALIAS) {
            return;
        }
        TypeDefinition<?> definition = sdl.getTypeOrNull(name);
        switch (kind) {
            case ENUM -> {
                if (definition instanceof EnumTypeDefinition values) {
                    enumeration(schema, values);
                }
            }
            case UNION -> {
                if (definition instanceof UnionTypeDefinition union) {
                    union(schema, union);
                }
            }
            case OBJECT -> {
                if (definition instanceof ObjectTypeDefinition object) {
                    fields(schema, name, inputsOf(object), false);
                    described(schema, name, object);
                }
                if (sdl.getTypeOrNull(name + "Input") instanceof InputObjectTypeDefinition input) {
                    fields(schema, name + "Input", input.getInputValueDefinitions(), true);
                    described(schema, name + "Input", input);
                }
            }
            default -> throw new IllegalStateException(name);
        }
        if (definition == null || !kind.definition.isInstance(definition)) {
            findings.add(Rule.SDL_TYPE.finding(schema.where(), "is no " + kind.word + " in the SDL"));
        }
    }

    /** Takes a field for an input value, so that fields of both kinds are compared alike. */
    private static List<InputValueDefinition> inputsOf(ObjectTypeDefinition object) {
        return object.getFieldDefinitions().stream()
                .map(field -> InputValueDefinition.newInputValueDefinition()
                        .name(field.getName())
                        .type(field.getType())
                        .description(field.getDescription())
                        .directives(field.getDirectives())
                        .build())
                .toList();
    }

    private void enumeration(Subschema schema, EnumTypeDefinition definition) {
        Set<String> expected = texts(schema.node().get("enum")).stream()
                .map(value -> value.toUpperCase(Locale.ROOT).replace('-', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = definition.getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!expected.equals(actual)) {
            findings.add(Rule.SDL_ENUM.finding(schema.where(), "has the values " + expected + ", the SDL " + actual));
        }
        described(schema, definition.getName(), definition);
    }

    private void union(Subschema schema, UnionTypeDefinition definition) {
        Set<String> expected = StreamSupport.stream(schema.node().get("oneOf").spliterator(), false)
                .map(member -> nameOf(member.path("$ref").asString("")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = definition.getMemberTypes().stream()
                .map(member -> ((TypeName) member).getName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!expected.equals(actual)) {
            findings.add(Rule.SDL_UNION.finding(schema.where(), "has the members " + expected + ", the SDL " + actual));
        }
        described(schema, definition.getName(), definition);
    }

    private void fields(Subschema schema, String name, List<InputValueDefinition> definitions, boolean input) {
        Map<String, InputValueDefinition> actual = new LinkedHashMap<>();
        definitions.forEach(field -> actual.put(field.getName(), field));
        Set<String> required = Set.copyOf(texts(schema.node().path("required")));
        for (Map.Entry<String, JsonNode> property :
                schema.node().get("properties").properties()) {
            InputValueDefinition field = actual.remove(property.getKey());
            Subschema expected = new Subschema(
                    schema.file(),
                    schema.pointer() + "/properties/" + property.getKey(),
                    Subschema.Place.PROPERTY,
                    property.getValue());
            if (field == null) {
                findings.add(Rule.SDL_FIELD.finding(expected.where(), "is no field of " + name + " in the SDL"));
            } else {
                field(expected, name + "." + field.getName(), field, required.contains(property.getKey()), input);
            }
        }
        InputValueDefinition further = actual.remove(FURTHER);
        boolean open = schema.node().path(FURTHER).asBoolean(false);
        if (open != (further != null && printed(further.getType()).equals("JSON"))) {
            findings.add(Rule.SDL_FIELD.finding(
                    schema.where(),
                    "is " + (open ? "open" : "closed") + ", but " + name + " in the SDL has " + (open ? "no " : "a ")
                            + "field additionalProperties: JSON"));
        }
        for (String left : actual.keySet()) {
            findings.add(Rule.SDL_FIELD.finding(name + "." + left, "is no property of " + schema.where()));
        }
    }

    private void field(Subschema schema, String name, InputValueDefinition field, boolean required, boolean input) {
        String expected = typeOf(schema, input) + (required ? "!" : "");
        String actual = printed(field.getType());
        if (!expected.equals(actual)) {
            findings.add(Rule.SDL_FIELD_TYPE.finding(
                    name, "has the type " + actual + ", but " + expected + " in " + schema.where()));
        }
        JsonNode defaultHere = schema.node().path("default");
        if (input) {
            String text = field.getDefaultValue() == null ? "" : AstPrinter.printAstCompact(field.getDefaultValue());
            String textHere = defaultHere.isMissingNode() ? "" : defaultHere.toString();
            if (!text.equals(textHere)) {
                findings.add(Rule.SDL_DEFAULT.finding(
                        name, "has the default \"" + text + "\", but \"" + textHere + "\" in " + schema.where()));
            }
        }
        described(schema, name, field);
    }

    private String typeOf(Subschema schema, boolean input) {
        JsonNode node = schema.node();
        JsonNode reference = node.get("$ref");
        if (reference != null) {
            Subschema referred = SchemaCheck.referred(folder, schema.file(), reference.asString());
            if (referred == null) {
                return "?";
            }
            String name = nameOf(reference.asString());
            if (SCALARS.containsKey(name)) {
                return SCALARS.get(name);
            }
            return switch (Kind.of(referred.node())) {
                case ALIAS -> typeOf(referred, input);
                case OBJECT -> name + (input ? "Input" : "");
                case ENUM, UNION -> name;
            };
        }
        if (node.has("const")) {
            return "String";
        }
        return switch (node.path("type").asString("")) {
            case "string" -> "String";
            case "boolean" -> "Boolean";
            case "number" -> "Float";
            case "integer" -> fitsInt(node) ? "Int" : "BigInt";
            case "array" ->
                "[" + typeOf(new Subschema(schema.file(), "", Subschema.Place.PART, node.get("items")), input) + "!]";
            default -> "JSON";
        };
    }

    private static boolean fitsInt(JsonNode integer) {
        return integer.path("minimum").asLong(Long.MIN_VALUE) >= Integer.MIN_VALUE
                && integer.path("maximum").asLong(Long.MAX_VALUE) <= Integer.MAX_VALUE;
    }

    /** Looks at a definition by itself: does it belong to a type, and is everything in it described? */
    private void definition(String name, TypeDefinition<?> definition) {
        boolean input = definition instanceof InputObjectTypeDefinition;
        String type = input && name.endsWith("Input") ? name.substring(0, name.length() - 5) : name;
        if (input && name.endsWith("Filter")) {
            filter(name, (InputObjectTypeDefinition) definition);
        } else if (!(types.containsKey(type) && Kind.of(types.get(type).node()) != Kind.ALIAS)
                && !OPERATIONS.contains(name)
                && !SCALARS.containsValue(name)
                && !name.matches("JSON|BigInt|.*Connection(Edge)?")) {
            findings.add(Rule.SDL_TYPE.finding(name, "is no type of the JSON Schemas"));
        }
        described(definition);
    }

    /** A filter's fields are those of the type that it filters, none of them required. */
    private void filter(String name, InputObjectTypeDefinition definition) {
        Subschema type = types.get(name.substring(0, name.length() - "Filter".length()));
        for (InputValueDefinition field : definition.getInputValueDefinitions()) {
            JsonNode property =
                    type == null ? null : type.node().path("properties").get(field.getName());
            String where = name + "." + field.getName();
            if (type == null || property == null) {
                findings.add(Rule.SDL_FIELD.finding(where, "is no property of the type that is filtered"));
            } else {
                field(
                        new Subschema(
                                type.file(),
                                type.pointer() + "/properties/" + field.getName(),
                                Subschema.Place.PROPERTY,
                                property),
                        where,
                        field,
                        false,
                        true);
            }
        }
    }

    private void described(Node<?> node) {
        described(node, "");
    }

    private void described(Node<?> node, String container) {
        String name = container + (node instanceof NamedNode<?> named ? named.getName() : "");
        boolean canBe = node instanceof SDLNamedDefinition
                || node instanceof FieldDefinition
                || node instanceof InputValueDefinition
                || node instanceof EnumValueDefinition
                || node instanceof DirectiveDefinition;
        if (canBe && textOf((DescribedNode<?>) node).isBlank()) {
            findings.add(Rule.SDL_DESCRIPTION.finding(name, "has no description"));
        }
        for (Node<?> child : node.getChildren()) {
            if (child instanceof AbstractDescribedNode || child instanceof FieldDefinition) {
                described(child, name + ".");
            }
        }
    }

    private void described(Subschema schema, String name, Node<?> node) {
        String expected = schema.node().path("description").asString("");
        String actual = textOf((DescribedNode<?>) node);
        if (!expected.equals(actual) && !actual.isBlank()) {
            findings.add(Rule.SDL_DESCRIPTION.finding(
                    name, "is described as \"" + actual + "\", but as \"" + expected + "\" in " + schema.where()));
        }
        directives(schema, name, (DirectivesContainer<?>) node);
    }

    private void directives(Subschema schema, String name, DirectivesContainer<?> node) {
        String reasonHere = schema.node().path("deprecated").asBoolean(false)
                ? schema.node().path("x-deprecated-reason").asString("No longer supported")
                : "";
        agree(schema, name, "deprecated", reasonHere, argument(node, "deprecated", "reason"));
        agree(schema, name, "since", schema.node().path("x-since").asString(""), argument(node, "since", "version"));
    }

    private void agree(Subschema schema, String name, String directive, String expected, String actual) {
        if (!Objects.equals(expected, actual)) {
            findings.add(Rule.SDL_DIRECTIVE.finding(
                    name,
                    "has @" + directive + " \"" + actual + "\", but \"" + expected + "\" is in " + schema.where()));
        }
    }

    private static String argument(DirectivesContainer<?> node, String directive, String argument) {
        List<Directive> found = node.getDirectives(directive);
        if (found.isEmpty()) {
            return "";
        }
        var value = found.get(0).getArgument(argument);
        return value == null ? "No longer supported" : ((StringValue) value.getValue()).getValue();
    }

    private static String textOf(DescribedNode<?> node) {
        return node.getDescription() == null
                ? ""
                : node.getDescription().getContent().strip();
    }

    private static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String printed(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return printed(nonNull.getType()) + "!";
        }
        return type instanceof ListType list ? "[" + printed(list.getType()) + "]" : ((TypeName) type).getName();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** What a type of the JSON Schemas is in GraphQL. */
    private enum Kind {
        OBJECT("object type", ObjectTypeDefinition.class),
        ENUM("enum", EnumTypeDefinition.class),
        UNION("union", UnionTypeDefinition.class),
        /** A string or a list under a name, for which GraphQL has no word. */
        ALIAS("alias", Void.class);

        private final String word;
        private final Class<?> definition;

        Kind(String word, Class<?> definition) {
            this.word = word;
            this.definition = definition;
        }

        static Kind of(JsonNode type) {
            if (type.has("oneOf")) {
                return UNION;
            }
            if (type.has("enum")) {
                return ENUM;
            }
            return type.has("properties") ? OBJECT : ALIAS;
        }
    }
}
