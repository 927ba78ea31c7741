package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the checks of schemas, for what the types don't say. */
final class Predicates {

    private final SchemaGraph graph;
    private final Names names;
    private final Patterns patterns;
    private final Checks checks;
    private final Evaluations evaluations;
    private final Map<SchemaId, Integer> uses = new HashMap<>();
    private final Map<SchemaId, String> constants = new HashMap<>();

    Predicates(SchemaGraph graph, Names names, Patterns patterns, Checks checks) {
        this.graph = graph;
        this.names = names;
        this.patterns = patterns;
        this.checks = checks;
        this.evaluations = new Evaluations(graph, patterns, this);
        for (Schema schema : graph.schemas()) {
            for (Assertion assertion : schema.assertions()) {
                children(assertion).forEach(child -> uses.merge(child, 1, Integer::sum));
            }
        }
    }

    /** Returns a check of what a schema asserts of a part of the value. */
    Code schema(SchemaId id) {
        return check(id, checks::declared);
    }

    /** Returns a check of what a schema asserts of the very value that the check around it is about. */
    Code inPlace(SchemaId id) {
        return check(id, checks::plain);
    }

    /** Returns a check of all that a schema asserts, whatever was declared of it. */
    Code whole(SchemaId id) {
        Schema schema = graph.schema(target(id));
        return assertions(schema.assertions(), schema);
    }

    private Code check(SchemaId id, Function<SchemaId, Optional<Code>> known) {
        SchemaId target = target(id);
        Schema schema = graph.schema(target);
        if (schema.assertions().isEmpty()) {
            return Checks.ANY;
        }
        Optional<Code> declared = known.apply(target);
        if (declared.isPresent()) {
            return declared.get();
        }
        boolean shared = uses.getOrDefault(target, 0) > 1 && schema.assertions().size() > 1;
        if (shared || schema.definition() || constants.containsKey(target)) {
            String name = constants.computeIfAbsent(target, key -> names.unique("schema" + key.number()));
            return checks.constant(name, () -> assertions(schema.assertions(), schema));
        }
        return assertions(schema.assertions(), schema);
    }

    /** Follows references that stand alone. */
    SchemaId target(SchemaId id) {
        SchemaId target = id;
        for (int i = 0; i < graph.schemas().size(); i++) {
            List<Assertion> assertions = graph.schema(target).assertions();
            if (assertions.size() != 1 || !(assertions.get(0) instanceof Assertion.Reference reference)) {
                break;
            }
            target = reference.schema();
        }
        return target;
    }

    /** Returns a check of what is left of a schema besides its type. */
    Code residual(List<Assertion> assertions, SchemaId at) {
        return assertions(assertions, graph.schema(at));
    }

    private Code assertions(List<Assertion> assertions, Schema schema) {
        // What is left of several schemas may hold the same keyword twice; one check has room for one.
        List<Map<Class<?>, Assertion>> rounds = new ArrayList<>();
        for (Assertion assertion : assertions) {
            Map<Class<?>, Assertion> round = rounds.stream()
                    .filter(one -> !one.containsKey(assertion.getClass())
                            && one.values().stream().allMatch(other -> fit(assertion, other) && fit(other, assertion)))
                    .findFirst()
                    .orElseGet(() -> {
                        rounds.add(new LinkedHashMap<>());
                        return rounds.get(rounds.size() - 1);
                    });
            round.put(assertion.getClass(), assertion);
        }
        return Code.all(rounds.stream()
                .flatMap(round -> round(new Round(round), schema))
                .distinct());
    }

    /** Whether two assertions may be of one schema: what one says of the rest is what the other leaves. */
    private static boolean fit(Assertion one, Assertion other) {
        if (one instanceof Assertion.Items items && other instanceof Assertion.PrefixItems prefix) {
            return items.from() == prefix.schemas().size();
        }
        if (one instanceof Assertion.AdditionalProperties rest) {
            return !(other instanceof Assertion.Properties named
                            && !rest.names().equals(named.schemas().keySet()))
                    && !(other instanceof Assertion.PatternProperties matching
                            && !rest.patterns().equals(matching.schemas().keySet()));
        }
        return true;
    }

    /** Assertions of distinct keywords. */
    private record Round(Map<Class<?>, Assertion> assertions) {
        <T extends Assertion> Optional<T> get(Class<T> keyword) {
            return Optional.ofNullable(assertions.get(keyword)).map(keyword::cast);
        }

        <T extends Assertion, R> R get(Class<T> keyword, Function<T, R> part, R otherwise) {
            return get(keyword).map(part).orElse(otherwise);
        }

        boolean hasAny(Collection<Class<? extends Assertion>> keywords) {
            return keywords.stream().anyMatch(assertions::containsKey);
        }
    }

    private static final List<Class<? extends Assertion>> OF_NUMBERS =
            List.of(Assertion.Minimum.class, Assertion.Maximum.class, Assertion.MultipleOf.class);

    private static final List<Class<? extends Assertion>> OF_STRINGS =
            List.of(Assertion.MinLength.class, Assertion.MaxLength.class, Assertion.Pattern.class);

    private static final List<Class<? extends Assertion>> OF_ARRAYS = List.of(
            Assertion.PrefixItems.class,
            Assertion.Items.class,
            Assertion.MinItems.class,
            Assertion.MaxItems.class,
            Assertion.UniqueItems.class);

    private static final List<Class<? extends Assertion>> OF_OBJECTS = List.of(
            Assertion.Properties.class,
            Assertion.PatternProperties.class,
            Assertion.AdditionalProperties.class,
            Assertion.Required.class,
            Assertion.MinProperties.class,
            Assertion.MaxProperties.class);

    private Stream<Code> round(Round round, Schema schema) {
        List<Code> all = new ArrayList<>();
        round.get(Assertion.Never.class).ifPresent(never -> all.add(Checks.NEVER));
        Set<JsonType> types = round.get(Assertion.Types.class, Assertion.Types::types, Set.<JsonType>of());
        boolean integer = types.contains(JsonType.INTEGER) && !types.contains(JsonType.NUMBER);
        Map<Kind, Code> kinds = new EnumMap<>(Kind.class);
        if (round.hasAny(OF_NUMBERS) || types.contains(JsonType.INTEGER) || types.contains(JsonType.NUMBER)) {
            kinds.put(Kind.NUMBER, number(round, integer));
        }
        if (round.hasAny(OF_STRINGS) || types.contains(JsonType.STRING)) {
            kinds.put(Kind.STRING, string(round));
        }
        if (round.hasAny(OF_ARRAYS) || types.contains(JsonType.ARRAY)) {
            kinds.put(Kind.ARRAY, array(round));
        }
        if (round.hasAny(OF_OBJECTS) || types.contains(JsonType.OBJECT)) {
            kinds.put(Kind.OBJECT, object(round));
        }
        if (types.contains(JsonType.NULL)) {
            kinds.put(Kind.NULL, Code.text("json.nil"));
        }
        if (types.contains(JsonType.BOOLEAN)) {
            kinds.put(Kind.BOOLEAN, Code.text("json.boolean"));
        }
        if (round.get(Assertion.Types.class).isPresent()) {
            kinds.keySet().removeIf(kind -> types.stream().noneMatch(type -> kind(type) == kind));
            all.add(
                    kinds.size() == 1
                            ? kinds.values().iterator().next()
                            : Code.call("json.byKind", Code.object(members(kinds))));
        } else if (!kinds.isEmpty()) {
            all.add(Code.call("schema.given", Code.object(members(kinds))));
        }
        round.get(Assertion.Values.class).ifPresent(values -> all.add(Checks.oneOf(values.values())));
        all.addAll(beyondKinds(round, schema));
        return all.stream();
    }

    private static List<Code> members(Map<Kind, Code> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> Code.pair(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue()))
                .toList();
    }

    private static Kind kind(JsonType type) {
        return type == JsonType.INTEGER ? Kind.NUMBER : Kind.valueOf(type.name());
    }

    private static Code number(Round round, boolean integer) {
        Optional<Assertion.Minimum> min = round.get(Assertion.Minimum.class);
        Optional<Assertion.Maximum> max = round.get(Assertion.Maximum.class);
        return Checks.number(
                integer ? "json.integer" : "json.number",
                new Type.Range(
                        min.map(Assertion.Minimum::bound),
                        min.map(Assertion.Minimum::exclusive).orElse(false),
                        max.map(Assertion.Maximum::bound),
                        max.map(Assertion.Maximum::exclusive).orElse(false),
                        round.get(Assertion.MultipleOf.class, one -> Set.of(one.divisor()), Set.<BigDecimal>of())));
    }

    private Code string(Round round) {
        return checks.string(
                round.get(Assertion.MinLength.class, Assertion.MinLength::length, 0L),
                round.get(Assertion.MaxLength.class).map(Assertion.MaxLength::length),
                round.get(Assertion.Pattern.class, pattern -> List.of(pattern.regex()), List.of()));
    }

    private Code array(Round round) {
        List<Code> prefix = new ArrayList<>();
        round.get(Assertion.PrefixItems.class)
                .ifPresent(items -> items.schemas().forEach(item -> prefix.add(schema(item))));
        Optional<Assertion.Items> rest = round.get(Assertion.Items.class);
        while (rest.isPresent() && prefix.size() < rest.get().from()) {
            prefix.add(Checks.ANY);
        }
        return Checks.array(
                prefix,
                rest.map(items -> schema(items.schema())).orElse(Checks.ANY),
                round.get(Assertion.MinItems.class, Assertion.MinItems::count, 0L),
                round.get(Assertion.MaxItems.class).map(Assertion.MaxItems::count),
                round.get(Assertion.UniqueItems.class).isPresent());
    }

    private Code object(Round round) {
        Map<String, Code> required = new LinkedHashMap<>();
        Map<String, Code> optional = new LinkedHashMap<>();
        Set<String> present = round.get(Assertion.Required.class, Assertion.Required::names, Set.<String>of());
        Map<String, SchemaId> properties =
                round.get(Assertion.Properties.class, Assertion.Properties::schemas, Map.<String, SchemaId>of());
        Map<String, SchemaId> matching = round.get(
                Assertion.PatternProperties.class, Assertion.PatternProperties::schemas, Map.<String, SchemaId>of());
        Optional<Assertion.AdditionalProperties> additional = round.get(Assertion.AdditionalProperties.class);
        Set<String> known =
                additional.map(Assertion.AdditionalProperties::names).orElse(Set.of());
        Code rest = additional
                .filter(one -> one.patterns().stream()
                        .allMatch(pattern -> patterns.literal(pattern).isPresent()))
                .map(one -> schema(one.schema()))
                .orElse(Checks.ANY);
        properties.forEach(
                (name, property) -> (present.contains(name) ? required : optional).put(name, schema(property)));
        Set<String> expressions = new LinkedHashSet<>(matching.keySet());
        additional.ifPresent(one -> expressions.addAll(one.patterns()));
        for (String name : present) {
            // Of a member that nothing else is said of, the rest says what it must be.
            boolean other = additional.isPresent() && !known.contains(name) && !properties.containsKey(name);
            required.computeIfAbsent(name, key -> other && expressions.isEmpty() ? rest : Checks.ANY);
            if (other && !expressions.isEmpty()) {
                required.remove(name);
            }
        }
        for (String name : known) {
            if (!required.containsKey(name)) {
                optional.putIfAbsent(name, Checks.ANY);
            }
        }
        List<Code> expressionChecks = new ArrayList<>();
        for (String expression : expressions) {
            Optional<String> literal = patterns.literal(expression);
            SchemaId id = matching.get(expression);
            literal.ifPresent(text ->
                    expressionChecks.add(Code.array(List.of(Code.text(text), id == null ? Checks.ANY : schema(id)))));
        }
        Code object = Checks.object(
                required,
                optional,
                expressionChecks,
                rest,
                round.get(Assertion.MinProperties.class, Assertion.MinProperties::count, 0L),
                round.get(Assertion.MaxProperties.class).map(Assertion.MaxProperties::count));
        Map<String, Code> missing = new LinkedHashMap<>();
        present.stream().filter(name -> !required.containsKey(name)).forEach(name -> missing.put(name, Checks.ANY));
        return missing.isEmpty()
                ? object
                : Code.call(
                        "json.allOf",
                        Checks.object(missing, Map.of(), List.of(), Checks.ANY, 0, Optional.empty()),
                        object);
    }

    private List<Code> beyondKinds(Round round, Schema schema) {
        List<Code> all = new ArrayList<>();
        round.get(Assertion.Contains.class).ifPresent(contains -> {
            List<Code> parts = new ArrayList<>();
            parts.add(Code.pair("item", schema(contains.schema())));
            parts.add(Code.pair("min", Code.text(Long.toString(contains.min()))));
            contains.max().ifPresent(max -> parts.add(Code.pair("max", Code.text(Long.toString(max)))));
            all.add(Code.call("schema.contains", Code.object(parts)));
        });
        round.get(Assertion.PropertyNames.class)
                .ifPresent(property -> all.add(Code.call("schema.propertyNames", schema(property.schema()))));
        round.get(Assertion.DependentRequired.class).ifPresent(dependent -> {
            Map<String, Code> members = new LinkedHashMap<>();
            dependent.names().forEach((name, others) -> {
                Map<String, Code> required = new LinkedHashMap<>();
                others.forEach(other -> required.put(other, Checks.ANY));
                members.put(name, Checks.object(required, Map.of(), List.of(), Checks.ANY, 0, Optional.empty()));
            });
            all.add(dependent(members));
        });
        round.get(Assertion.DependentSchemas.class).ifPresent(dependent -> {
            Map<String, Code> members = new LinkedHashMap<>();
            dependent.schemas().forEach((name, id) -> members.put(name, inPlace(id)));
            all.add(dependent(members));
        });
        round.get(Assertion.Reference.class).ifPresent(reference -> all.add(inPlace(reference.schema())));
        round.get(Assertion.AllOf.class).ifPresent(allOf -> allOf.schemas().forEach(id -> all.add(inPlace(id))));
        round.get(Assertion.AnyOf.class).ifPresent(anyOf -> all.add(each("json.anyOf", anyOf.schemas())));
        round.get(Assertion.OneOf.class).ifPresent(oneOf -> all.add(each("schema.exactlyOneOf", oneOf.schemas())));
        round.get(Assertion.Not.class).ifPresent(not -> all.add(Code.call("schema.not", inPlace(not.schema()))));
        round.get(Assertion.Conditional.class)
                .filter(conditional -> conditional.then().isPresent()
                        || conditional.otherwise().isPresent())
                .ifPresent(conditional -> all.add(Code.call(
                        "schema.when",
                        inPlace(conditional.condition()),
                        conditional.then().map(this::inPlace).orElse(Checks.ANY),
                        conditional.otherwise().map(this::inPlace).orElse(Checks.ANY))));
        round.get(Assertion.UnevaluatedItems.class)
                .ifPresent(rest -> all.add(unevaluated(Kind.ARRAY, rest, rest.schema(), schema)));
        round.get(Assertion.UnevaluatedProperties.class)
                .ifPresent(rest -> all.add(unevaluated(Kind.OBJECT, rest, rest.schema(), schema)));
        return all;
    }

    private static Code dependent(Map<String, Code> members) {
        return Code.call(
                "schema.dependent",
                Code.object(members.entrySet().stream()
                        .map(member -> Code.pair(Literals.key(member.getKey()), member.getValue()))
                        .toList()));
    }

    private Code each(String function, List<SchemaId> schemas) {
        List<Code> all = schemas.stream().map(this::inPlace).toList();
        return all.size() == 1 ? all.get(0) : Code.call(function, all);
    }

    private Code unevaluated(Kind kind, Assertion assertion, SchemaId rest, Schema schema) {
        return Code.call(
                "schema.unevaluated",
                Code.text(Literals.string(kind.name().toLowerCase(Locale.ROOT))),
                evaluations.beside(kind, assertion, stating(assertion, schema)),
                schema(rest));
    }

    /** Returns the schema that states an assertion: what is unevaluated depends on what stands beside it. */
    private Schema stating(Assertion assertion, Schema schema) {
        return schema.assertions().contains(assertion)
                ? schema
                : graph.schemas().stream()
                        .filter(other -> other.assertions().contains(assertion))
                        .findFirst()
                        .orElse(schema);
    }

    /** Returns the schemas that an assertion names. */
    static Set<SchemaId> children(Assertion assertion) {
        Set<SchemaId> children = new HashSet<>();
        if (assertion instanceof Assertion.PrefixItems some) {
            children.addAll(some.schemas());
        } else if (assertion instanceof Assertion.Items one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.Contains one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.UnevaluatedItems one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.Properties some) {
            children.addAll(some.schemas().values());
        } else if (assertion instanceof Assertion.PatternProperties some) {
            children.addAll(some.schemas().values());
        } else if (assertion instanceof Assertion.AdditionalProperties one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.PropertyNames one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.DependentSchemas some) {
            children.addAll(some.schemas().values());
        } else if (assertion instanceof Assertion.UnevaluatedProperties one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.Reference one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.AllOf some) {
            children.addAll(some.schemas());
        } else if (assertion instanceof Assertion.AnyOf some) {
            children.addAll(some.schemas());
        } else if (assertion instanceof Assertion.OneOf some) {
            children.addAll(some.schemas());
        } else if (assertion instanceof Assertion.Not one) {
            children.add(one.schema());
        } else if (assertion instanceof Assertion.Conditional some) {
            children.add(some.condition());
            some.then().ifPresent(children::add);
            some.otherwise().ifPresent(children::add);
        }
        return children;
    }
}
