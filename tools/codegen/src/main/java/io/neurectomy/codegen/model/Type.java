package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a value. What a type states, the code of every back end enforces when it reads a document, and when a value
 * is made in the target language where that is idiomatic there.
 *
 * <p>Types are finite trees; only {@link Named} leads back, so recursion always passes a {@link Declaration}.
 */
public sealed interface Type {

    /** Any JSON value, {@code null} included; kept as it came. */
    record Any() implements Type {}

    /** No value at all: a member of this type can't be there, an array of it is empty. */
    record Never() implements Type {}

    /** Only {@code null}. */
    record Null() implements Type {}

    /** {@code true} or {@code false}. */
    record Bool() implements Type {}

    /**
     * An integer of any size within the range; {@code 1.0} is one and may come back as {@code 1}.
     *
     * @param range its bounds
     */
    record Int(Range range) implements Type {}

    /**
     * A number.
     *
     * @param range its bounds
     */
    record Num(Range range) implements Type {}

    /**
     * A string.
     *
     * @param minLength at least so many code points, 0 if unbounded
     * @param maxLength at most so many code points
     * @param patterns ECMA-262, unanchored, all must match
     * @param format the {@code format}, an annotation that refuses nothing
     */
    record Text(long minLength, Optional<Long> maxLength, List<String> patterns, Optional<String> format)
            implements Type {
        /** Any string. */
        public static final Text ANY = new Text(0, Optional.empty(), List.of(), Optional.empty());

        /**
         * Copies the list.
         *
         * @param minLength at least so many code points
         * @param maxLength at most so many code points
         * @param patterns what must match
         * @param format the {@code format}
         */
        public Text {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * One of some values that are not worth a declaration: a {@code const}, or an {@code enum} with other values than
     * strings. At least one value.
     *
     * @param values distinct
     */
    record Literal(List<Json> values) implements Type {
        /**
         * Copies the list.
         *
         * @param values the values
         */
        public Literal {
            values = List.copyOf(values);
        }
    }

    /**
     * The type, or {@code null}. Never around {@link Any}, {@link Null} or another {@code Nullable}.
     *
     * @param type the type of what is not {@code null}
     */
    record Nullable(Type type) implements Type {}

    /**
     * An array.
     *
     * @param item the type of each item
     * @param min at least so many
     * @param max at most so many
     * @param unique whether no two items are equal as JSON
     */
    record Array(Type item, long min, Optional<Long> max, boolean unique) implements Type {}

    /**
     * An array with a type for each position.
     *
     * @param prefix the types of the first positions, at least one
     * @param min at least so many items: positions from here on may be missing
     * @param rest the type of the items behind the prefix; {@link Never} if there are none
     * @param max at most so many items in all
     * @param unique whether no two items are equal as JSON
     */
    record Tuple(List<Type> prefix, long min, Type rest, Optional<Long> max, boolean unique) implements Type {
        /**
         * Copies the list.
         *
         * @param prefix the types of the first positions
         * @param min at least so many items
         * @param rest the type of the items behind
         * @param max at most so many items
         * @param unique whether no two items are equal
         */
        public Tuple {
            prefix = List.copyOf(prefix);
        }
    }

    /**
     * An object used as a map from names to values.
     *
     * @param value the type of each value
     * @param min at least so many entries
     * @param max at most so many
     */
    record Dictionary(Type value, long min, Optional<Long> max) implements Type {}

    /**
     * A declared type.
     *
     * @param name the {@link Declaration#name()}
     */
    record Named(String name) implements Type {}

    /**
     * The bounds of a number.
     *
     * @param min the smallest
     * @param minExclusive whether {@code min} itself is out
     * @param max the greatest
     * @param maxExclusive whether {@code max} itself is out
     * @param divisors every one divides the number
     */
    record Range(
            Optional<BigDecimal> min,
            boolean minExclusive,
            Optional<BigDecimal> max,
            boolean maxExclusive,
            Set<BigDecimal> divisors) {
        /** No bounds. */
        public static final Range ANY = new Range(Optional.empty(), false, Optional.empty(), false, Set.of());
    }
}
