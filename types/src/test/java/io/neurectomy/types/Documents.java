package io.neurectomy.types;

import java.math.BigDecimal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares JSON documents as JSON Schema does: numbers by value, members in any order. */
final class Documents {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {}

    static JsonNode read(String json) {
        return EXACT.readTree(json);
    }

    static boolean same(String one, String other) {
        return read(one).equals(Documents::compare, read(other));
    }

    /** Says whether there is an integer that a double would round. */
    static boolean exceedDoubles(String json) {
        return exceedDoubles(read(json));
    }

    private static boolean exceedDoubles(JsonNode node) {
        return node.isNumber()
                ? isInteger(node.decimalValue()) && !isDouble(node.decimalValue())
                : node.valueStream().anyMatch(Documents::exceedDoubles);
    }

    /** 1.5e300 is one too, and no double is exactly that. */
    private static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) == 0;
    }

    /** Integers are equal exactly; other numbers as doubles, which is all that every language keeps of them. */
    private static int compare(JsonNode one, JsonNode other) {
        if (!one.isNumber() || !other.isNumber()) {
            return one.equals(other) ? 0 : 1;
        }
        boolean integers = one.isIntegralNumber() && other.isIntegralNumber();
        return integers || one.decimalValue().compareTo(other.decimalValue()) == 0
                ? one.decimalValue().compareTo(other.decimalValue())
                : Double.compare(one.doubleValue(), other.doubleValue());
    }
}
