package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import io.neurectomy.codegen.schema.Dialect.Draft;
import io.neurectomy.codegen.schema.Dialect.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns schemas into {@link Schema}s, each when something leads to it. The open ones are kept in a list, not on the stack,
 * so the number of schemas between one and another does not matter.
 */
final class GraphBuilder {

    private final Resources resources;
    private final Consumer<Finding> findings;
    private final DynamicScope nowhere = DynamicScope.empty();
    private final List<Function<SchemaId, Schema>> open = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();

    GraphBuilder(Resources resources, Consumer<Finding> findings) {
        this.resources = resources;
        this.findings = findings;
    }

    /** Returns the id of a schema from which everything is reached in an empty scope. */
    SchemaId root(Node node) {
        return id(node, nowhere);
    }

    /** Returns an id for a schema that accepts everything, where none could be read. */
    SchemaId anything(Location location) {
        return add(id -> new Schema(id, location, "", true, List.of(), Schema.Annotations.NONE));
    }

    /** Returns every schema that was reached, in the order of their ids. */
    List<Schema> build() {
        for (int i = schemas.size(); i < open.size(); i++) {
            schemas.add(open.get(i).apply(new SchemaId(i)));
        }
        return schemas;
    }

    /** Returns whether some schema may have been reached in several dynamic scopes. */
    boolean hasScopes() {
        return nowhere.others() > 0;
    }

    private SchemaId add(Function<SchemaId, Schema> reading) {
        open.add(reading);
        return new SchemaId(open.size() - 1);
    }

    private SchemaId id(Node node, DynamicScope outside) {
        DynamicScope scope = outside.enter(node.resource());
        SchemaId known = scope.ids().get(node);
        if (known == null) {
            known = add(id -> read(id, node, scope));
            scope.ids().put(node, known);
        }
        return known;
    }

    private Schema read(SchemaId id, Node node, DynamicScope scope) {
        Location location = node.resource().document().locate(node.value());
        if (node.value() instanceof Json.Bool bool) {
            List<Assertion> assertions = bool.value() ? List.of() : List.of(new Assertion.Never());
            return new Schema(id, location, node.key(), node.definition(), assertions, Schema.Annotations.NONE);
        }
        if (!(node.value() instanceof Json.Obj object)) {
            report(node, node.value(), "a schema", "an object, true or false");
            return new Schema(id, location, node.key(), node.definition(), List.of(), Schema.Annotations.NONE);
        }
        Keywords keywords = new Keywords(object, node, scope, location);
        object.members().forEach(keywords::read);
        return new Schema(
                id, location, node.key(), node.definition(), keywords.assertions, keywords.annotations.finish());
    }

    private void report(Node node, Json value, String what, String expected) {
        findings.accept(new Finding(
                "keyword-type",
                Severity.ERROR,
                node.resource().document().locate(value),
                what + " is " + describe(value) + ". Write " + expected + "."));
    }

    static String describe(Json value) {
        if (value instanceof Json.Null) {
            return "null";
        }
        if (value instanceof Json.Bool bool) {
            return bool.value() ? "true" : "false";
        }
        if (value instanceof Json.Num number) {
            return "the number " + number.text();
        }
        if (value instanceof Json.Str string) {
            return string.value().length() > 60 ? "a string" : "the string " + string.text();
        }
        return value instanceof Json.Arr ? "an array" : "an object";
    }

    /** Reads one schema, keyword by keyword. */
    private final class Keywords {
        private final Map<String, Json> members;
        private final Node node;
        private final Resource resource;
        private final Dialect dialect;
        private final DynamicScope scope;
        private final Location location;
        private final boolean hidden;
        private final List<Assertion> assertions = new ArrayList<>();
        private final List<Integer> ranks = new ArrayList<>();
        private final AnnotationReader annotations;

        Keywords(Json.Obj object, Node node, DynamicScope scope, Location location) {
            this.members = object.members();
            this.node = node;
            this.resource = node.resource();
            this.dialect = resource.dialect();
            this.scope = scope;
            this.location = location;
            this.hidden = dialect.refHidesSiblings() && members.get("$ref") instanceof Json.Str;
            this.annotations = new AnnotationReader(resource.document(), findings);
        }

        void read(String keyword, Json value) {
            if (annotations.read(keyword, value)) {
                return;
            }
            if (keyword.equals("$ref")) {
                reference(value);
            } else if (!hidden) {
                if (dialect.has(Vocabulary.VALIDATION)) {
                    validation(keyword, value);
                }
                if (dialect.has(Vocabulary.APPLICATOR)) {
                    applicator(keyword, value);
                }
                if (dialect.has(Vocabulary.UNEVALUATED)) {
                    unevaluated(keyword, value);
                }
                dynamic(keyword, value);
            }
        }

        /** Adds an assertion at its place in the order of {@link Assertion}'s text, whatever the order of the schema. */
        private void add(int rank, Assertion assertion) {
            int at = ranks.size();
            while (at > 0 && ranks.get(at - 1) > rank) {
                at--;
            }
            ranks.add(at, rank);
            assertions.add(at, assertion);
        }

        private void validation(String keyword, Json value) {
            switch (keyword) {
                case "type" -> types(value);
                case "enum" -> {
                    if (value instanceof Json.Arr array) {
                        add(2, new Assertion.Values(distinct(array.items())));
                    } else {
                        wrong(keyword, value, "an array of the values");
                    }
                }
                case "const" -> {
                    if (dialect.knows(Draft.DRAFT_06)) {
                        add(3, new Assertion.Values(List.of(value)));
                    }
                }
                case "minimum" -> {
                    if (value instanceof Json.Num number) {
                        add(4, new Assertion.Minimum(number.value(), isTrue("exclusiveMinimum")));
                    } else {
                        wrong(keyword, value, "a number");
                    }
                }
                case "exclusiveMinimum" -> {
                    if (exclusive(keyword, value) instanceof Json.Num number) {
                        add(5, new Assertion.Minimum(number.value(), true));
                    }
                }
                case "maximum" -> {
                    if (value instanceof Json.Num number) {
                        add(6, new Assertion.Maximum(number.value(), isTrue("exclusiveMaximum")));
                    } else {
                        wrong(keyword, value, "a number");
                    }
                }
                case "exclusiveMaximum" -> {
                    if (exclusive(keyword, value) instanceof Json.Num number) {
                        add(7, new Assertion.Maximum(number.value(), true));
                    }
                }
                case "multipleOf" -> {
                    if (value instanceof Json.Num number && number.value().signum() > 0) {
                        add(8, new Assertion.MultipleOf(number.value()));
                    } else {
                        wrong(keyword, value, "a number greater than 0");
                    }
                }
                case "minLength" -> count(keyword, value, 9, Assertion.MinLength::new);
                case "maxLength" -> count(keyword, value, 10, Assertion.MaxLength::new);
                case "pattern" -> {
                    if (value instanceof Json.Str pattern) {
                        if (isPattern(pattern.value(), value)) {
                            add(11, new Assertion.Pattern(pattern.value()));
                        }
                    } else {
                        wrong(keyword, value, "a regular expression as a string");
                    }
                }
                case "minItems" -> count(keyword, value, 15, Assertion.MinItems::new);
                case "maxItems" -> count(keyword, value, 16, Assertion.MaxItems::new);
                case "uniqueItems" -> {
                    if (!(value instanceof Json.Bool unique)) {
                        wrong(keyword, value, "true or false");
                    } else if (unique.value()) {
                        add(17, new Assertion.UniqueItems());
                    }
                }
                case "required" -> names(keyword, value).ifPresent(names -> add(22, new Assertion.Required(names)));
                case "minProperties" -> count(keyword, value, 23, Assertion.MinProperties::new);
                case "maxProperties" -> count(keyword, value, 24, Assertion.MaxProperties::new);
                case "dependentRequired" -> {
                    if (dialect.knows(Draft.DRAFT_2019_09)) {
                        dependent(keyword, value, false);
                    }
                }
                default -> {}
            }
        }

        private void applicator(String keyword, Json value) {
            switch (keyword) {
                case "prefixItems" -> {
                    if (dialect.knows(Draft.DRAFT_2020_12)) {
                        list(keyword, value).ifPresent(schemas -> add(12, new Assertion.PrefixItems(schemas)));
                    }
                }
                case "items" -> {
                    if (value instanceof Json.Arr array && !dialect.dropped(Draft.DRAFT_2019_09)) {
                        if (!array.items().isEmpty()) {
                            list(keyword, value).ifPresent(schemas -> add(12, new Assertion.PrefixItems(schemas)));
                        }
                    } else if (value instanceof Json.Arr) {
                        wrong(keyword, value, "a schema; one for each position belongs in \"prefixItems\"");
                    } else {
                        int from = members.get("prefixItems") instanceof Json.Arr prefix
                                        && dialect.knows(Draft.DRAFT_2020_12)
                                ? prefix.items().size()
                                : 0;
                        one(keyword, value).ifPresent(schema -> add(13, new Assertion.Items(schema, from)));
                    }
                }
                case "additionalItems" -> {
                    if (members.get("items") instanceof Json.Arr prefix && !dialect.dropped(Draft.DRAFT_2019_09)) {
                        int from = prefix.items().size();
                        one(keyword, value).ifPresent(schema -> add(13, new Assertion.Items(schema, from)));
                    }
                }
                case "contains" -> {
                    if (dialect.knows(Draft.DRAFT_06)) {
                        one(keyword, value).ifPresent(this::contains);
                    }
                }
                case "properties" ->
                    map(keyword, value)
                            .ifPresent(
                                    schemas -> add(18, new Assertion.Properties(Collections.unmodifiableMap(schemas))));
                case "patternProperties" ->
                    map(keyword, value).ifPresent(schemas -> {
                        schemas.keySet().retainAll(patterns(true));
                        add(19, new Assertion.PatternProperties(Collections.unmodifiableMap(schemas)));
                    });
                case "additionalProperties" ->
                    one(keyword, value)
                            .ifPresent(schema -> add(
                                    20,
                                    new Assertion.AdditionalProperties(
                                            schema, namesOf("properties"), patterns(false))));
                case "propertyNames" -> {
                    if (dialect.knows(Draft.DRAFT_06)) {
                        one(keyword, value).ifPresent(schema -> add(21, new Assertion.PropertyNames(schema)));
                    }
                }
                case "dependencies" -> {
                    if (!dialect.dropped(Draft.DRAFT_07)) {
                        dependent(keyword, value, true);
                    } else {
                        findings.accept(new Finding(
                                "ignored-keyword",
                                Severity.WARNING,
                                resource.document().locate(value),
                                "\"dependencies\" asserts nothing since 2019-09. Write \"dependentRequired\" or"
                                        + " \"dependentSchemas\"."));
                    }
                }
                case "dependentSchemas" -> {
                    if (dialect.knows(Draft.DRAFT_2019_09)) {
                        map(keyword, value)
                                .ifPresent(schemas ->
                                        add(26, new Assertion.DependentSchemas(Collections.unmodifiableMap(schemas))));
                    }
                }
                case "allOf" -> list(keyword, value).ifPresent(schemas -> add(30, new Assertion.AllOf(schemas)));
                case "anyOf" -> list(keyword, value).ifPresent(schemas -> add(31, new Assertion.AnyOf(schemas)));
                case "oneOf" -> list(keyword, value).ifPresent(schemas -> add(32, new Assertion.OneOf(schemas)));
                case "not" -> one(keyword, value).ifPresent(schema -> add(33, new Assertion.Not(schema)));
                case "if" -> {
                    if (dialect.knows(Draft.DRAFT_07)) {
                        one(keyword, value)
                                .ifPresent(schema ->
                                        add(34, new Assertion.Conditional(schema, beside("then"), beside("else"))));
                    }
                }
                default -> {}
            }
        }

        private void unevaluated(String keyword, Json value) {
            if (!dialect.knows(Draft.DRAFT_2019_09)) {
                return;
            }
            if (keyword.equals("unevaluatedItems")) {
                one(keyword, value).ifPresent(schema -> add(35, new Assertion.UnevaluatedItems(schema)));
            } else if (keyword.equals("unevaluatedProperties")) {
                one(keyword, value).ifPresent(schema -> add(36, new Assertion.UnevaluatedProperties(schema)));
            }
        }

        private void dynamic(String keyword, Json value) {
            boolean dynamic = keyword.equals("$dynamicRef") && dialect.knows(Draft.DRAFT_2020_12);
            boolean recursive =
                    keyword.equals("$recursiveRef") && (dialect.draft() == Draft.DRAFT_2019_09 || !dialect.declared());
            if (!dynamic && !recursive) {
                return;
            }
            if (!(value instanceof Json.Str reference)) {
                wrong(keyword, value, "a reference as a string");
                return;
            }
            Node initial = resolve(keyword, reference);
            if (initial == null) {
                return;
            }
            String fragment = UriReference.of(reference.value()).fragment();
            String anchor = recursive ? Resource.RECURSIVE : UriReference.decode(fragment == null ? "" : fragment);
            boolean bookended = initial.resource().dynamicAnchors().get(anchor) == initial;
            add(29, new Assertion.Reference(id(bookended ? scope.target(anchor, initial) : initial, scope)));
        }

        private void reference(Json value) {
            if (!(value instanceof Json.Str reference)) {
                wrong("$ref", value, "a reference as a string");
                return;
            }
            Node target = resolve("$ref", reference);
            if (target != null) {
                add(28, new Assertion.Reference(id(target, scope)));
            }
        }

        private @Nullable Node resolve(String keyword, Json.Str reference) {
            Resources.Target target = resources.resolve(reference.value(), node);
            Node found = target.node();
            if (found != null && Resources.isSchema(found.value())) {
                return found;
            }
            findings.accept(new Finding(
                    "unresolvable-ref",
                    Severity.ERROR,
                    resource.document().locate(reference),
                    keyword + " " + reference.text() + " leads nowhere: "
                            + (found == null
                                    ? target.reason()
                                    : "what stands there is " + describe(found.value()) + " and no schema")
                            + ". " + remedy(reference.value())));
            return null;
        }

        private String remedy(String reference) {
            UriReference split = UriReference.of(reference);
            return split.resource().isEmpty()
                    ? "Correct the part after '#', or add the schema."
                    : "Put the schema's file below the given folders, or correct the reference.";
        }

        private void types(Json value) {
            List<Json> names = value instanceof Json.Arr array ? array.items() : List.of(value);
            Set<JsonType> types = Collections.newSetFromMap(new LinkedHashMap<>());
            for (Json name : names) {
                JsonType type = name instanceof Json.Str text ? type(text.value()) : null;
                if (type == null) {
                    wrong("type", name, "null, boolean, integer, number, string, array, object, or an array of these");
                    return;
                }
                types.add(type);
            }
            if (types.isEmpty()) {
                wrong("type", value, "at least one type");
                return;
            }
            add(1, new Assertion.Types(Collections.unmodifiableSet(types)));
        }

        private @Nullable JsonType type(String name) {
            return switch (name) {
                case "null" -> JsonType.NULL;
                case "boolean" -> JsonType.BOOLEAN;
                case "integer" -> JsonType.INTEGER;
                case "number" -> JsonType.NUMBER;
                case "string" -> JsonType.STRING;
                case "array" -> JsonType.ARRAY;
                case "object" -> JsonType.OBJECT;
                default -> null;
            };
        }

        /** Returns the value if it is a number of its own; draft-04 has a boolean instead, which says how to read another. */
        private @Nullable Json exclusive(String keyword, Json value) {
            boolean number = value instanceof Json.Num && dialect.knows(Draft.DRAFT_06);
            boolean flag = value instanceof Json.Bool && !dialect.dropped(Draft.DRAFT_04);
            if (!number && !flag) {
                wrong(keyword, value, dialect.since(Draft.DRAFT_06) ? "a number" : "true or false");
            }
            return number ? value : null;
        }

        private boolean isTrue(String keyword) {
            return members.get(keyword) instanceof Json.Bool flag && flag.value() && !dialect.dropped(Draft.DRAFT_04);
        }

        private void count(String keyword, Json value, int rank, Function<Long, Assertion> assertion) {
            count(keyword, value).ifPresent(count -> add(rank, assertion.apply(count)));
        }

        private Optional<Long> count(String keyword, Json value) {
            if (value instanceof Json.Num number
                    && number.isInteger()
                    && number.value().signum() >= 0) {
                boolean huge = number.value().precision() - number.value().scale() > 18;
                return Optional.of(huge ? Long.MAX_VALUE : number.value().longValueExact());
            }
            wrong(keyword, value, "a whole number that is not negative");
            return Optional.empty();
        }

        private void contains(SchemaId schema) {
            boolean counted = dialect.knows(Draft.DRAFT_2019_09) && dialect.has(Vocabulary.VALIDATION);
            Json least = counted ? members.get("minContains") : null;
            Json most = counted ? members.get("maxContains") : null;
            Assertion contains = new Assertion.Contains(
                    schema,
                    least == null ? 1 : count("minContains", least).orElse(1L),
                    most == null ? Optional.empty() : count("maxContains", most));
            if (dialect.draft() == Draft.DRAFT_2019_09 && resource.usesUnevaluatedItems()) {
                // Before 2020-12 an item that is contained is not evaluated by that; below two negations nothing is.
                add(33, new Assertion.Not(synthetic(new Assertion.Not(synthetic(contains)))));
            } else {
                add(14, contains);
            }
        }

        private SchemaId synthetic(Assertion assertion) {
            return GraphBuilder.this.add(
                    id -> new Schema(id, location, "", false, List.of(assertion), Schema.Annotations.NONE));
        }

        private void dependent(String keyword, Json value, boolean schemasToo) {
            if (!(value instanceof Json.Obj object)) {
                wrong(keyword, value, "an object");
                return;
            }
            Map<String, Set<String>> required = new LinkedHashMap<>();
            Map<String, SchemaId> schemas = new LinkedHashMap<>();
            object.members().forEach((name, dependency) -> {
                if (schemasToo && Resources.isSchema(dependency)) {
                    schemas.put(name, child(dependency));
                } else if (schemasToo && dependency instanceof Json.Str other) {
                    required.put(name, Collections.singleton(other.value()));
                } else {
                    names(keyword, dependency).ifPresent(names -> required.put(name, names));
                }
            });
            if (!required.isEmpty()) {
                add(25, new Assertion.DependentRequired(Collections.unmodifiableMap(required)));
            }
            if (!schemas.isEmpty()) {
                add(27, new Assertion.DependentSchemas(Collections.unmodifiableMap(schemas)));
            }
        }

        private Optional<Set<String>> names(String keyword, Json value) {
            if (!(value instanceof Json.Arr array)) {
                wrong(keyword, value, "an array of names");
                return Optional.empty();
            }
            Set<String> names = Collections.newSetFromMap(new LinkedHashMap<>());
            for (Json name : array.items()) {
                if (name instanceof Json.Str text) {
                    names.add(text.value());
                } else {
                    wrong(keyword, name, "the name of a member as a string");
                }
            }
            return Optional.of(Collections.unmodifiableSet(names));
        }

        private Set<String> namesOf(String keyword) {
            return members.get(keyword) instanceof Json.Obj object
                    ? object.members().keySet()
                    : Collections.emptySet();
        }

        /** Returns the keys of {@code patternProperties} that are patterns; the others are reported once, if asked to. */
        private Set<String> patterns(boolean report) {
            if (!(members.get("patternProperties") instanceof Json.Obj object)) {
                return Collections.emptySet();
            }
            Set<String> patterns = Collections.newSetFromMap(new LinkedHashMap<>());
            object.members().forEach((pattern, value) -> {
                if (isPattern(pattern, report ? value : null)) {
                    patterns.add(pattern);
                }
            });
            return Collections.unmodifiableSet(patterns);
        }

        private boolean isPattern(String pattern, @Nullable Json place) {
            try {
                EcmaPattern.parse(pattern);
                return true;
            } catch (InvalidPatternException invalid) {
                if (place != null) {
                    findings.accept(new Finding(
                            "invalid-pattern",
                            Severity.WARNING,
                            resource.document().locate(place),
                            "the pattern " + new Json.Str(pattern).text() + " is no regular expression of ECMA-262: "
                                    + invalid.getMessage() + " at character " + (invalid.index() + 1)
                                    + ". It is not enforced. Correct it."));
                }
                return false;
            }
        }

        private Optional<SchemaId> beside(String keyword) {
            Json value = members.get(keyword);
            return value == null ? Optional.empty() : one(keyword, value);
        }

        private Optional<SchemaId> one(String keyword, Json value) {
            if (Resources.isSchema(value)) {
                return Optional.of(child(value));
            }
            wrong(keyword, value, "a schema: an object, true or false");
            return Optional.empty();
        }

        private Optional<List<SchemaId>> list(String keyword, Json value) {
            if (!(value instanceof Json.Arr array) || array.items().isEmpty()) {
                wrong(keyword, value, value instanceof Json.Arr ? "at least one schema in it" : "an array of schemas");
                return Optional.empty();
            }
            List<SchemaId> schemas = new ArrayList<>();
            for (Json item : array.items()) {
                one(keyword, item).ifPresent(schemas::add);
            }
            return schemas.size() < array.items().size()
                    ? Optional.empty()
                    : Optional.of(Collections.unmodifiableList(schemas));
        }

        private Optional<Map<String, SchemaId>> map(String keyword, Json value) {
            if (!(value instanceof Json.Obj object)) {
                wrong(keyword, value, "an object of schemas");
                return Optional.empty();
            }
            Map<String, SchemaId> schemas = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> one(keyword, member).ifPresent(schema -> schemas.put(name, schema)));
            return Optional.of(schemas);
        }

        private SchemaId child(Json value) {
            return id(resources.node(value, resource), scope);
        }

        private void wrong(String keyword, Json value, String expected) {
            report(node, value, "\"" + keyword + "\"", expected);
        }

        private static List<Json> distinct(List<Json> values) {
            Set<Json> distinct = Collections.newSetFromMap(new LinkedHashMap<>());
            distinct.addAll(values);
            return List.copyOf(distinct);
        }
    }
}
