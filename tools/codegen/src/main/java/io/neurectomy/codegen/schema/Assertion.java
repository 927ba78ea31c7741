package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a schema asserts of a value. The list is closed and the same for every draft; references are resolved, so
 * a reader of the graph knows nothing of {@code $ref} or dynamic scopes. As in JSON Schema, an assertion about one type
 * holds for every value of another type.
 *
 * <p>Counts are {@code long}; lengths of strings are in code points. Patterns are those of the schema, in ECMA-262
 * syntax, unanchored.
 */
public sealed interface Assertion {

    /**
     * Returns the type whose values the assertion is about: it holds for every value of another type.
     *
     * @return such as {@code NUMBER}, which stands for integers too; empty if it may fail for a value of any type
     */
    default Optional<JsonType> about() {
        return Optional.empty();
    }

    /** What is asserted of numbers alone. */
    sealed interface OfNumbers extends Assertion {
        @Override
        default Optional<JsonType> about() {
            return Optional.of(JsonType.NUMBER);
        }
    }

    /** What is asserted of strings alone. */
    sealed interface OfStrings extends Assertion {
        @Override
        default Optional<JsonType> about() {
            return Optional.of(JsonType.STRING);
        }
    }

    /** What is asserted of arrays alone. */
    sealed interface OfArrays extends Assertion {
        @Override
        default Optional<JsonType> about() {
            return Optional.of(JsonType.ARRAY);
        }
    }

    /** What is asserted of objects alone. */
    sealed interface OfObjects extends Assertion {
        @Override
        default Optional<JsonType> about() {
            return Optional.of(JsonType.OBJECT);
        }
    }

    /** The schema {@code false}: no value is valid. */
    record Never() implements Assertion {}

    /**
     * The types that are allowed: the keyword of that name.
     *
     * @param types the types a value may have; {@code NUMBER} admits integers
     */
    record Types(Set<JsonType> types) implements Assertion {}

    /**
     * {@code enum} and {@code const}.
     *
     * @param values the values one of which a value must equal, distinct
     */
    record Values(List<Json> values) implements Assertion {}

    /**
     * {@code minimum} and {@code exclusiveMinimum}.
     *
     * @param bound the bound
     * @param exclusive whether the bound itself is invalid
     */
    record Minimum(BigDecimal bound, boolean exclusive) implements OfNumbers {}

    /**
     * {@code maximum} and {@code exclusiveMaximum}.
     *
     * @param bound the bound
     * @param exclusive whether the bound itself is invalid
     */
    record Maximum(BigDecimal bound, boolean exclusive) implements OfNumbers {}

    /**
     * {@code multipleOf}.
     *
     * @param divisor positive
     */
    record MultipleOf(BigDecimal divisor) implements OfNumbers {}

    /**
     * {@code minLength}.
     *
     * @param length in code points
     */
    record MinLength(long length) implements OfStrings {}

    /**
     * {@code maxLength}.
     *
     * @param length in code points
     */
    record MaxLength(long length) implements OfStrings {}

    /**
     * {@code pattern}.
     *
     * @param regex ECMA-262, unanchored
     */
    record Pattern(String regex) implements OfStrings {}

    /**
     * {@code prefixItems}, and {@code items} as an array before 2020-12.
     *
     * @param schemas the schema of each position
     */
    record PrefixItems(List<SchemaId> schemas) implements OfArrays {}

    /**
     * {@code items} as a schema, and {@code additionalItems}.
     *
     * @param schema of every item from the position on
     * @param from how many items stand before: the length of the schema's {@code prefixItems}, else 0
     */
    record Items(SchemaId schema, int from) implements OfArrays {}

    /**
     * {@code contains} with {@code minContains} and {@code maxContains}.
     *
     * @param schema of the items counted
     * @param min at least so many
     * @param max at most so many
     */
    record Contains(SchemaId schema, long min, Optional<Long> max) implements OfArrays {}

    /**
     * {@code minItems}.
     *
     * @param count at least so many
     */
    record MinItems(long count) implements OfArrays {}

    /**
     * {@code maxItems}.
     *
     * @param count at most so many
     */
    record MaxItems(long count) implements OfArrays {}

    /** {@code uniqueItems: true}. */
    record UniqueItems() implements OfArrays {}

    /**
     * {@code unevaluatedItems}.
     *
     * @param schema of the items that nothing else in this schema has evaluated
     */
    record UnevaluatedItems(SchemaId schema) implements OfArrays {}

    /**
     * {@code properties}.
     *
     * @param schemas of each member that is there, in the order of the text
     */
    record Properties(Map<String, SchemaId> schemas) implements OfObjects {}

    /**
     * {@code patternProperties}.
     *
     * @param schemas of each member whose name matches, by pattern
     */
    record PatternProperties(Map<String, SchemaId> schemas) implements OfObjects {}

    /**
     * {@code additionalProperties}.
     *
     * @param schema of every other member
     * @param names the members that {@code properties} beside it names
     * @param patterns those of {@code patternProperties} beside it
     */
    record AdditionalProperties(SchemaId schema, Set<String> names, Set<String> patterns) implements OfObjects {}

    /**
     * {@code propertyNames}.
     *
     * @param schema of every name, as a string
     */
    record PropertyNames(SchemaId schema) implements OfObjects {}

    /**
     * {@code required}.
     *
     * @param names of the members that must be there, in the order of the text
     */
    record Required(Set<String> names) implements OfObjects {}

    /**
     * {@code minProperties}.
     *
     * @param count at least so many
     */
    record MinProperties(long count) implements OfObjects {}

    /**
     * {@code maxProperties}.
     *
     * @param count at most so many
     */
    record MaxProperties(long count) implements OfObjects {}

    /**
     * {@code dependentRequired}, and {@code dependencies} with names.
     *
     * @param names by member: those that must be there if it is
     */
    record DependentRequired(Map<String, Set<String>> names) implements OfObjects {}

    /**
     * {@code dependentSchemas}, and {@code dependencies} with schemas.
     *
     * @param schemas by member: that of the whole object if the member is there
     */
    record DependentSchemas(Map<String, SchemaId> schemas) implements OfObjects {}

    /**
     * {@code unevaluatedProperties}.
     *
     * @param schema of the members that nothing else in this schema has evaluated
     */
    record UnevaluatedProperties(SchemaId schema) implements OfObjects {}

    /**
     * {@code $ref}, {@code $dynamicRef}, {@code $recursiveRef}, resolved.
     *
     * @param schema the target
     */
    record Reference(SchemaId schema) implements Assertion {}

    /**
     * {@code allOf}.
     *
     * @param schemas every one of which must hold
     */
    record AllOf(List<SchemaId> schemas) implements Assertion {}

    /**
     * {@code anyOf}.
     *
     * @param schemas at least one of which must hold
     */
    record AnyOf(List<SchemaId> schemas) implements Assertion {}

    /**
     * {@code oneOf}.
     *
     * @param schemas exactly one of which must hold
     */
    record OneOf(List<SchemaId> schemas) implements Assertion {}

    /**
     * {@code not}.
     *
     * @param schema which must not hold
     */
    record Not(SchemaId schema) implements Assertion {}

    /**
     * {@code if}, {@code then}, {@code else}; an {@code if} without either still evaluates members.
     *
     * @param condition what decides
     * @param then what must hold if it does
     * @param otherwise what must hold if it does not
     */
    record Conditional(SchemaId condition, Optional<SchemaId> then, Optional<SchemaId> otherwise)
            implements Assertion {}
}
