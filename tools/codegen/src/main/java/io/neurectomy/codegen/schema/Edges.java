package io.neurectomy.codegen.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The schemas that an assertion names. */
final class Edges {

    private Edges() {}

    /** Returns the schemas that the assertion applies to the same value. */
    static List<SchemaId> inPlace(Assertion assertion) {
        if (assertion instanceof Assertion.Reference reference) {
            return List.of(reference.schema());
        }
        if (assertion instanceof Assertion.AllOf allOf) {
            return allOf.schemas();
        }
        if (assertion instanceof Assertion.AnyOf anyOf) {
            return anyOf.schemas();
        }
        if (assertion instanceof Assertion.OneOf oneOf) {
            return oneOf.schemas();
        }
        if (assertion instanceof Assertion.Not not) {
            return List.of(not.schema());
        }
        if (assertion instanceof Assertion.DependentSchemas dependent) {
            return List.copyOf(dependent.schemas().values());
        }
        if (assertion instanceof Assertion.Conditional conditional) {
            List<SchemaId> all = new ArrayList<>(List.of(conditional.condition()));
            conditional.then().ifPresent(all::add);
            conditional.otherwise().ifPresent(all::add);
            return all;
        }
        return List.of();
    }

    /** Returns all schemas that the assertion names, in the order of the text. */
    static List<SchemaId> all(Assertion assertion) {
        List<SchemaId> all = new ArrayList<>();
        rename(assertion, id -> {
            all.add(id);
            return id;
        });
        return all;
    }

    /** Returns the same assertion about other schemas. */
    static Assertion rename(Assertion assertion, UnaryOperator<SchemaId> name) {
        if (assertion instanceof Assertion.Reference one) {
            return new Assertion.Reference(name.apply(one.schema()));
        }
        if (assertion instanceof Assertion.Properties one) {
            return new Assertion.Properties(map(one.schemas(), name));
        }
        if (assertion instanceof Assertion.PatternProperties one) {
            return new Assertion.PatternProperties(map(one.schemas(), name));
        }
        if (assertion instanceof Assertion.AdditionalProperties one) {
            return new Assertion.AdditionalProperties(name.apply(one.schema()), one.names(), one.patterns());
        }
        if (assertion instanceof Assertion.PropertyNames one) {
            return new Assertion.PropertyNames(name.apply(one.schema()));
        }
        if (assertion instanceof Assertion.UnevaluatedProperties one) {
            return new Assertion.UnevaluatedProperties(name.apply(one.schema()));
        }
        if (assertion instanceof Assertion.DependentSchemas one) {
            return new Assertion.DependentSchemas(map(one.schemas(), name));
        }
        if (assertion instanceof Assertion.PrefixItems one) {
            return new Assertion.PrefixItems(list(one.schemas(), name));
        }
        if (assertion instanceof Assertion.Items one) {
            return new Assertion.Items(name.apply(one.schema()), one.from());
        }
        if (assertion instanceof Assertion.Contains one) {
            return new Assertion.Contains(name.apply(one.schema()), one.min(), one.max());
        }
        if (assertion instanceof Assertion.UnevaluatedItems one) {
            return new Assertion.UnevaluatedItems(name.apply(one.schema()));
        }
        if (assertion instanceof Assertion.AllOf one) {
            return new Assertion.AllOf(list(one.schemas(), name));
        }
        if (assertion instanceof Assertion.AnyOf one) {
            return new Assertion.AnyOf(list(one.schemas(), name));
        }
        if (assertion instanceof Assertion.OneOf one) {
            return new Assertion.OneOf(list(one.schemas(), name));
        }
        if (assertion instanceof Assertion.Not one) {
            return new Assertion.Not(name.apply(one.schema()));
        }
        if (assertion instanceof Assertion.Conditional one) {
            SchemaId condition = name.apply(one.condition());
            Optional<SchemaId> then = one.then().map(name);
            return new Assertion.Conditional(condition, then, one.otherwise().map(name));
        }
        return assertion;
    }

    private static List<SchemaId> list(List<SchemaId> schemas, UnaryOperator<SchemaId> name) {
        return schemas.stream().map(name).toList();
    }

    private static Map<String, SchemaId> map(Map<String, SchemaId> schemas, UnaryOperator<SchemaId> name) {
        Map<String, SchemaId> renamed = new LinkedHashMap<>();
        schemas.forEach((key, id) -> renamed.put(key, name.apply(id)));
        return Collections.unmodifiableMap(renamed);
    }
}
