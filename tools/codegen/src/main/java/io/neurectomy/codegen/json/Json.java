package io.neurectomy.codegen.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value (RFC 8259), immutable, without its place in a file: two values are equal if JSON Schema calls them equal
 * (2020-12 Core, section 4.2.2), so the order of members does not count and 1.0 equals 1.
 *
 * <p>Where a value stands is known to the {@link JsonDocument} that it was read from.
 */
public sealed interface Json {

    /** The JSON {@code null}. */
    record Null() implements Json {}

    /**
     * A boolean.
     *
     * @param value the value
     */
    record Bool(boolean value) implements Json {}

    /**
     * A number of any size.
     *
     * @param value exact and without trailing zeros, so that equal numbers are equal records
     */
    record Num(BigDecimal value) implements Json {

        /**
         * Strips trailing zeros.
         *
         * @param value any number
         */
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /**
         * Returns whether JSON Schema calls this number an integer, as it does 1.0.
         *
         * @return whether it has no fraction
         */
        public boolean isInteger() {
            return value.scale() <= 0;
        }
    }

    /**
     * A string.
     *
     * @param value its text, unescaped; may hold lone surrogates
     */
    record Str(String value) implements Json {}

    /**
     * An array.
     *
     * @param items its items in order
     */
    record Arr(List<Json> items) implements Json {

        /**
         * Copies the list. A plain copy keeps the identity of the items, by which a document knows their places.
         *
         * @param items the items in order
         */
        public Arr {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }
    }

    /**
     * An object.
     *
     * @param members its members in the order of the text
     */
    record Obj(Map<String, Json> members) implements Json {

        /**
         * Copies the map and keeps its order.
         *
         * @param members the members in order
         */
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * Returns this value as JSON text in one line, members in their order.
     *
     * @return the text; numbers without an exponent only where they have at most 20 digits
     */
    default String text() {
        return JsonWriter.text(this);
    }
}
