package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.JsonType;
import java.util.Set;

/** The kinds of values that no assertion about types divides further: an integer is also a number, so these two overlap. */
enum Kind {
    NULL,
    BOOLEAN,
    INTEGER,
    FRACTION,
    STRING,
    ARRAY,
    OBJECT;

    static Kind of(Json value) {
        if (value instanceof Json.Num number) {
            return number.isInteger() ? INTEGER : FRACTION;
        } else if (value instanceof Json.Bool) {
            return BOOLEAN;
        } else if (value instanceof Json.Str) {
            return STRING;
        } else if (value instanceof Json.Arr) {
            return ARRAY;
        }
        return value instanceof Json.Obj ? OBJECT : NULL;
    }

    boolean isIn(Set<JsonType> types) {
        return switch (this) {
            case NULL -> types.contains(JsonType.NULL);
            case BOOLEAN -> types.contains(JsonType.BOOLEAN);
            case INTEGER -> types.contains(JsonType.INTEGER) || types.contains(JsonType.NUMBER);
            case FRACTION -> types.contains(JsonType.NUMBER);
            case STRING -> types.contains(JsonType.STRING);
            case ARRAY -> types.contains(JsonType.ARRAY);
            case OBJECT -> types.contains(JsonType.OBJECT);
        };
    }

    /** Returns whether an assertion about one type holds for every value of this kind, whatever it says. */
    boolean isFreeOf(Assertion assertion) {
        return assertion.about().filter(type -> !isIn(Set.of(type))).isPresent();
    }
}
