package io.neurectomy.codegen.graphql;

import io.neurectomy.codegen.CodeWriter;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.markdown.Constraint;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Declaration.Property;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The SDL of one model. */
final class Sdl {

    private static final String FURTHER = "additionalProperties";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Model model;
    private final SdlTypes types;
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private boolean since;

    Sdl(Model model) {
        this.model = model;
        this.types = new SdlTypes(model);
        for (Declaration declaration : model.declarations().values()) {
            if (declaration instanceof Declaration.Enumeration enumeration) {
                values.put(enumeration.name(), valueNames(enumeration));
            }
        }
    }

    private static Map<String, String> valueNames(Declaration.Enumeration enumeration) {
        return names(enumeration.values(), SdlNames::value);
    }

    /** Names what JSON names otherwise; a name that needs no change is not taken away by one that does. */
    private static Map<String, String> names(List<String> texts, UnaryOperator<String> naming) {
        SdlNames scope = new SdlNames(Set.of(), true);
        Map<String, String> names = new LinkedHashMap<>();
        texts.stream()
                .filter(text -> naming.apply(text).equals(text))
                .forEach(text -> names.put(text, scope.unique(text)));
        texts.forEach(text -> names.computeIfAbsent(text, changed -> scope.unique(naming.apply(changed))));
        return names;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    String text() {
        CodeWriter body = new CodeWriter("  ");
        model.declarations().values().forEach(declaration -> declaration(declaration, body));
        CodeWriter out = new CodeWriter("  ");
        if (since) {
            out.line("\"The version in which an element came.\"");
            out.line("directive @since(version: String!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT"
                    + " | INPUT_OBJECT | ENUM | UNION | SCALAR");
        }
        types.usedScalars()
                .forEach((name, url) ->
                        out.blank().line("scalar " + name + " @specifiedBy(url: " + SdlTexts.quoted(url) + ")"));
        return out.blank() + body.toString();
    }

    private void declaration(Declaration declaration, CodeWriter out) {
        if (declaration instanceof Declaration.Obj object) {
            object(object, false, out);
            object(object, true, out);
            loss(object.location(), object.name(), Constraint.of(object));
            if (!(object.additional() instanceof Type.Never || object.additional() instanceof Type.Any)) {
                loss(object.location(), object.name(), List.of(new Constraint(FURTHER, Optional.empty())));
            }
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            enumeration(enumeration, out);
        } else if (declaration instanceof Declaration.Union union) {
            union(union, out);
        } else if (declaration instanceof Declaration.Alias alias) {
            loss(alias.location(), alias.name(), Constraint.of(alias));
            loss(alias.location(), alias.name(), constraints(alias.type()));
            if (alias.name().equals(model.root()) && !isNamed(alias.type())) {
                scalar(alias, out);
            }
        }
    }

    /** A document that is no object and no name of one has no type in GraphQL, but its name must be there. */
    private static boolean isNamed(Type type) {
        return type instanceof Type.Named;
    }

    private void scalar(Declaration declaration, CodeWriter out) {
        out.blank();
        SdlTexts.description(describe(declaration.annotations()), out);
        out.line("scalar " + types.name(declaration.name()) + directives(declaration.annotations(), false));
        finding(
                "sdl-scalar",
                declaration.location(),
                declaration.name() + " is neither an object nor an enum, and a scalar in SDL,"
                        + " which says nothing about its values. Check them where they are read.");
    }

    private void object(Declaration.Obj object, boolean input, CodeWriter out) {
        List<Property> properties = SdlTypes.properties(object, input);
        if (properties.isEmpty()) {
            return;
        }
        out.blank();
        SdlTexts.description(describe(object.annotations()), out);
        String head = input ? "input " + types.inputName(object.name()) : "type " + types.name(object.name());
        out.block(head + directives(object.annotations(), false) + " {", "}", () -> {
            // Of all properties, so that a type and its input have the same names.
            Map<String, String> names =
                    names(object.properties().stream().map(Property::jsonName).toList(), SdlNames::field);
            for (Property property : properties) {
                String name = names.getOrDefault(property.jsonName(), property.jsonName());
                field(object, property, name, input, out);
            }
            if (!(object.additional() instanceof Type.Never)) {
                SdlTexts.description("The further properties, by name.", out);
                String further = new SdlNames(Set.copyOf(names.values()), true).unique(FURTHER);
                out.line(further + ": " + types.of(new Type.Any(), input));
            }
        });
    }

    private void field(Declaration.Obj object, Property property, String name, boolean input, CodeWriter out) {
        Schema.Annotations annotations = property.annotations();
        String place = name.equals(property.jsonName())
                ? object.name() + "." + name
                : object.name() + "[" + new Json.Str(property.jsonName()).text() + "]";
        Location location = locate(object, property.jsonName());
        String description = describe(annotations);
        if (!name.equals(property.jsonName())) {
            description += (description.isEmpty() ? "" : "\n") + "In JSON: " + new Json.Str(property.jsonName()).text();
            finding(
                    "sdl-name",
                    location,
                    place + " is no name of GraphQL and called " + name
                            + " in the SDL. Map it where documents are read and written.");
        }
        loss(location, place, constraints(property.type()));
        SdlTexts.description(description, out);
        String type = property.required() ? types.complete(property.type(), input) : types.of(property.type(), input);
        Optional<String> defaultValue =
                input ? annotations.defaultValue().flatMap(value -> literal(value, property.type())) : Optional.empty();
        boolean mustBeGiven = input && type.endsWith("!") && defaultValue.isEmpty();
        out.line(name + ": " + type + defaultValue.map(value -> " = " + value).orElse("")
                + directives(annotations, !mustBeGiven));
    }

    private void enumeration(Declaration.Enumeration enumeration, CodeWriter out) {
        out.blank();
        SdlTexts.description(describe(enumeration.annotations()), out);
        String head = "enum " + types.name(enumeration.name()) + directives(enumeration.annotations(), false);
        out.block(
                head + " {",
                "}",
                () -> enumeration.values().forEach(value -> {
                    String name = values(enumeration).getOrDefault(value, value);
                    if (!name.equals(value)) {
                        SdlTexts.description("In JSON: " + new Json.Str(value).text(), out);
                    }
                    out.line(name);
                }));
    }

    private void union(Declaration.Union union, CodeWriter out) {
        Optional<List<String>> members = types.members(union);
        if (members.isEmpty()) {
            scalar(union, out);
            return;
        }
        out.blank();
        SdlTexts.description(describe(union.annotations()), out);
        out.line("union " + types.name(union.name()) + directives(union.annotations(), false) + " = "
                + String.join(" | ", members.get()));
        loss(union.location(), union.name(), Constraint.of(union));
        finding(
                "sdl-union-input",
                union.location(),
                union.name() + " is a union, which no input can be, and JSON in inputs."
                        + " Check it where requests are read.");
    }

    private static String describe(Schema.Annotations annotations) {
        return annotations.description().or(annotations::title).orElse("");
    }

    private String directives(Schema.Annotations annotations, boolean canBeDeprecated) {
        StringBuilder out = new StringBuilder();
        if (annotations.deprecated() && canBeDeprecated) {
            out.append(" @deprecated");
            text(annotations, "x-deprecated-reason")
                    .ifPresent(reason -> out.append("(reason: ")
                            .append(SdlTexts.quoted(reason))
                            .append(')'));
        }
        text(annotations, "x-since").ifPresent(version -> {
            since = true;
            out.append(" @since(version: ").append(SdlTexts.quoted(version)).append(')');
        });
        return out.toString();
    }

    private static Optional<String> text(Schema.Annotations annotations, String extension) {
        return annotations.extensions().get(extension) instanceof Json.Str text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** Returns a default as GraphQL writes it; empty if it is not of the type, or of one that defaults can't be checked for. */
    private Optional<String> literal(Json value, Type type) {
        if (type instanceof Type.Nullable nullable) {
            return value instanceof Json.Null ? Optional.of("null") : literal(value, nullable.type());
        } else if (type instanceof Type.Named named) {
            Declaration declaration = model.declaration(named.name());
            if (declaration instanceof Declaration.Enumeration enumeration) {
                return value instanceof Json.Str text
                        ? Optional.ofNullable(values(enumeration).get(text.value()))
                        : Optional.empty();
            }
            return declaration instanceof Declaration.Alias alias && !(alias.type() instanceof Type.Named)
                    ? literal(value, alias.type())
                    : Optional.empty();
        } else if (type instanceof Type.Array array && value instanceof Json.Arr items) {
            List<String> all = new ArrayList<>();
            for (Json item : items.items()) {
                Optional<String> one = literal(item, array.item());
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all.add(one.get());
            }
            return Optional.of("[" + String.join(", ", all) + "]");
        }
        boolean fits = (type instanceof Type.Bool && value instanceof Json.Bool)
                || (type instanceof Type.Int integer && value instanceof Json.Num number && within(number, integer))
                || (type instanceof Type.Num && value instanceof Json.Num);
        if (fits) {
            return Optional.of(value.text());
        }
        return type instanceof Type.Text && value instanceof Json.Str text
                ? Optional.of(SdlTexts.quoted(text.value()))
                : Optional.empty();
    }

    private boolean within(Json.Num number, Type.Int type) {
        return number.isInteger()
                && (types.of(type, true).equals("BigInt")
                        || number.value().abs().compareTo(LARGEST) <= 0);
    }

    private Map<String, String> values(Declaration.Enumeration enumeration) {
        return values.getOrDefault(enumeration.name(), Map.of());
    }

    /** Returns where a property stands; where it is nowhere described, that is where its object stands. */
    private Location locate(Declaration.Obj object, String property) {
        Set<SchemaId> seen = new LinkedHashSet<>();
        Deque<SchemaId> open = new ArrayDeque<>(List.of(object.schema()));
        while (!open.isEmpty()) {
            SchemaId id = open.removeFirst();
            for (Assertion assertion : seen.add(id) ? model.graph().schema(id).assertions() : List.<Assertion>of()) {
                if (assertion instanceof Assertion.Properties properties
                        && properties.schemas().get(property) != null) {
                    return model.graph()
                            .schema(properties.schemas().get(property))
                            .location();
                } else if (assertion instanceof Assertion.Reference reference) {
                    open.add(reference.schema());
                } else if (assertion instanceof Assertion.AllOf all) {
                    open.addAll(all.schemas());
                }
            }
        }
        return object.location();
    }

    /** Returns what SDL can't say of a type and of its parts that have no name. */
    private static List<Constraint> constraints(Type type) {
        List<Constraint> all = new ArrayList<>(Constraint.of(type));
        if (type instanceof Type.Nullable nullable) {
            return constraints(nullable.type());
        } else if (type instanceof Type.Array array) {
            all.addAll(constraints(array.item()));
        } else if (type instanceof Type.Tuple tuple) {
            all.add(new Constraint("prefixItems", Optional.empty()));
            tuple.prefix().forEach(item -> all.addAll(constraints(item)));
        } else if (type instanceof Type.Dictionary dictionary && !(dictionary.value() instanceof Type.Any)) {
            all.add(new Constraint(FURTHER, Optional.empty()));
        } else if (type instanceof Type.Literal literal) {
            all.add(new Constraint(literal.values().size() == 1 ? "const" : "enum", Optional.empty()));
        }
        // A format asserts nothing, so nothing is lost.
        all.removeIf(constraint -> constraint.keyword().equals("format"));
        return all;
    }

    private void loss(Location location, String place, List<Constraint> constraints) {
        if (!constraints.isEmpty()) {
            String keywords =
                    constraints.stream().map(Constraint::keyword).distinct().collect(Collectors.joining(", "));
            finding(
                    "sdl-unexpressed",
                    location,
                    keywords + " of " + place + " can't be written in SDL. Check it where documents are read.");
        }
    }

    private void finding(String rule, Location location, String message) {
        findings.add(new Finding(rule, Finding.Severity.WARNING, location, message));
    }
}
