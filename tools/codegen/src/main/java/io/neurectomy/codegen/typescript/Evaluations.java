package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes which members or items a valid value's schema looks at, for {@code unevaluated*}. */
final class Evaluations {

    private static final Code NOTHING = Code.text("schema.evaluates([])");
    private static final Code ALL = Code.text("schema.evaluatesAll");

    private final SchemaGraph graph;
    private final Patterns patterns;
    private final Predicates predicates;

    Evaluations(SchemaGraph graph, Patterns patterns, Predicates predicates) {
        this.graph = graph;
        this.patterns = patterns;
        this.predicates = predicates;
    }

    /** Returns the evaluation of all assertions of a schema but one. */
    Code beside(Kind kind, Assertion assertion, Schema schema) {
        return each(schema.assertions().stream()
                .filter(other -> !other.equals(assertion))
                .map(other -> assertion(kind, other))
                .toList());
    }

    private Code schema(Kind kind, SchemaId id) {
        return each(graph.schema(id).assertions().stream()
                .map(assertion -> assertion(kind, assertion))
                .toList());
    }

    private static Code each(Collection<Code> evaluations) {
        List<Code> some = evaluations.stream()
                .filter(evaluation -> !evaluation.equals(NOTHING))
                .distinct()
                .toList();
        if (some.contains(ALL)) {
            return ALL;
        }
        return some.isEmpty() ? NOTHING : some.size() == 1 ? some.get(0) : Code.call("schema.evaluatesEach", some);
    }

    private Code assertion(Kind kind, Assertion assertion) {
        if (assertion instanceof Assertion.Reference reference) {
            return schema(kind, reference.schema());
        }
        if (assertion instanceof Assertion.AllOf allOf) {
            return each(allOf.schemas().stream().map(id -> schema(kind, id)).toList());
        }
        if (assertion instanceof Assertion.AnyOf anyOf) {
            return branches(kind, anyOf.schemas());
        }
        if (assertion instanceof Assertion.OneOf oneOf) {
            return branches(kind, oneOf.schemas());
        }
        if (assertion instanceof Assertion.Conditional conditional) {
            return conditional(kind, conditional);
        }
        return kind == Kind.OBJECT ? ofObject(assertion) : ofArray(assertion);
    }

    private Code branches(Kind kind, List<SchemaId> branches) {
        return each(branches.stream()
                .map(id -> given(predicates.inPlace(id), schema(kind, id), NOTHING))
                .toList());
    }

    private Code conditional(Kind kind, Assertion.Conditional conditional) {
        List<Code> then = new ArrayList<>(List.of(schema(kind, conditional.condition())));
        conditional.then().ifPresent(id -> then.add(schema(kind, id)));
        Optional<Code> otherwise = conditional.otherwise().map(id -> schema(kind, id));
        return given(predicates.inPlace(conditional.condition()), each(then), otherwise.orElse(NOTHING));
    }

    private static Code given(Code condition, Code then, Code otherwise) {
        if (then.equals(NOTHING) && otherwise.equals(NOTHING)) {
            return NOTHING;
        }
        return otherwise.equals(NOTHING)
                ? Code.call("schema.evaluatesIf", condition, then)
                : Code.call("schema.evaluatesIf", condition, then, otherwise);
    }

    private Code ofObject(Assertion assertion) {
        if (assertion instanceof Assertion.Properties properties) {
            return evaluates(properties.schemas().keySet());
        }
        if (assertion instanceof Assertion.PatternProperties matching) {
            List<Code> literals = matching.schemas().keySet().stream()
                    .map(patterns::literal)
                    .flatMap(Optional::stream)
                    .map(Code::text)
                    .toList();
            return Code.call("schema.evaluatesMatching", Code.array(literals));
        }
        if (assertion instanceof Assertion.DependentSchemas dependent) {
            List<Code> all = new ArrayList<>();
            dependent
                    .schemas()
                    .forEach((name, id) -> all.add(given(
                            Code.call(
                                    "json.object",
                                    Code.object(List.of(Code.pair(
                                            "required",
                                            Code.object(List.of(Code.pair(Literals.key(name), Checks.ANY))))))),
                            schema(Kind.OBJECT, id),
                            NOTHING)));
            return each(all);
        }
        return assertion instanceof Assertion.AdditionalProperties
                        || assertion instanceof Assertion.UnevaluatedProperties
                ? ALL
                : NOTHING;
    }

    private Code ofArray(Assertion assertion) {
        if (assertion instanceof Assertion.PrefixItems prefix) {
            return evaluates(IntStream.range(0, prefix.schemas().size())
                    .mapToObj(Integer::toString)
                    .toList());
        }
        if (assertion instanceof Assertion.Contains contains) {
            return Code.call("schema.evaluatesFitting", predicates.schema(contains.schema()));
        }
        return assertion instanceof Assertion.Items || assertion instanceof Assertion.UnevaluatedItems ? ALL : NOTHING;
    }

    private static Code evaluates(Collection<String> names) {
        return names.isEmpty()
                ? NOTHING
                : Code.call(
                        "schema.evaluates",
                        Code.array(names.stream()
                                .map(name -> Code.text(Literals.string(name)))
                                .toList()));
    }
}
