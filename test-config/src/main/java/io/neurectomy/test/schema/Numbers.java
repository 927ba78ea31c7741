package io.neurectomy.test.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The numbers that schemas allow.
 *
 * @param low the least value, or null
 * @param high the greatest value, or null
 * @param openLow whether the least value itself is excluded
 * @param openHigh whether the greatest value itself is excluded
 * @param steps what the number has to be a multiple of
 * @param integer whether it has no fraction
 */
record Numbers(
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean openLow,
        boolean openHigh,
        List<BigDecimal> steps,
        boolean integer) {

    private static final List<String> INTEGERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "127",
            "-128",
            "255",
            "65536",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "18446744073709551616",
            "-123456789012345678901234567890");
    private static final List<String> DECIMALS =
            List.of("0.5", "-1.5", "0.1", "3.141592653589793", "1E-7", "1.5E+300", "-2.5E-8", "100.00");

    static Numbers of(Facts facts, boolean integer) {
        @Nullable BigDecimal low = null;
        @Nullable BigDecimal high = null;
        boolean openLow = false;
        boolean openHigh = false;
        for (Subschema schema : facts.active()) {
            JsonNode node = schema.node();
            for (String keyword : List.of("minimum", "exclusiveMinimum")) {
                boolean open = keyword.startsWith("exc")
                        || node.path("exclusiveMinimum").asBoolean(false);
                if (node.path(keyword).isNumber()) {
                    BigDecimal bound = node.get(keyword).decimalValue();
                    if (low == null || bound.compareTo(low) > 0 || (open && bound.compareTo(low) == 0)) {
                        low = bound;
                        openLow = open;
                    }
                }
            }
            for (String keyword : List.of("maximum", "exclusiveMaximum")) {
                boolean open = keyword.startsWith("exc")
                        || node.path("exclusiveMaximum").asBoolean(false);
                if (node.path(keyword).isNumber()) {
                    BigDecimal bound = node.get(keyword).decimalValue();
                    if (high == null || bound.compareTo(high) < 0 || (open && bound.compareTo(high) == 0)) {
                        high = bound;
                        openHigh = open;
                    }
                }
            }
        }
        List<BigDecimal> steps = facts.all("multipleOf")
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(step -> step.signum() > 0)
                .toList();
        return new Numbers(low, high, openLow, openHigh, steps, integer);
    }

    boolean contain(BigDecimal value) {
        boolean above = low == null || value.compareTo(low) > (openLow ? 0 : -1);
        boolean below = high == null || value.compareTo(high) < (openHigh ? 0 : 1);
        return above
                && below
                && (!integer || value.stripTrailingZeros().scale() <= 0)
                && steps.stream().allMatch(step -> value.remainder(step).signum() == 0);
    }

    /** Returns what is worth trying, the simplest first, the last one random. */
    List<JsonNode> candidates(RandomGenerator random) {
        List<BigDecimal> raw = new ArrayList<>();
        BigDecimal step = steps.stream().reduce(BigDecimal.ONE, (a, b) -> b.multiply(a.max(BigDecimal.ONE)));
        INTEGERS.stream().limit(4).map(BigDecimal::new).forEach(raw::add);
        for (BigDecimal bound : bounds()) {
            BigDecimal tick = steps.isEmpty() && !integer ? new BigDecimal("0.5") : step;
            BigDecimal near = bound.divide(step, 0, RoundingMode.FLOOR).multiply(step);
            raw.addAll(List.of(bound, bound.add(tick), bound.subtract(tick)));
            raw.addAll(List.of(near, near.add(step), near.subtract(step)));
        }
        if (low != null && high != null) {
            raw.add(low.add(high).divide(BigDecimal.valueOf(2), 20, RoundingMode.HALF_EVEN));
        }
        INTEGERS.stream().skip(4).map(BigDecimal::new).forEach(raw::add);
        DECIMALS.stream().map(BigDecimal::new).forEach(raw::add);
        steps.forEach(each -> raw.addAll(List.of(each, each.multiply(BigDecimal.valueOf(7)), each.negate())));
        raw.add(random(random, step));
        Map<String, JsonNode> found = new LinkedHashMap<>();
        raw.stream().filter(this::contain).forEach(value -> {
            JsonNode node = node(value);
            found.putIfAbsent(node.toString(), node);
        });
        List<JsonNode> all = new ArrayList<>(found.values());
        if (contain(BigDecimal.ZERO)) {
            all.add(Math.min(1, all.size()), Json.NODES.numberNode(-0.0));
        }
        if (contain(BigDecimal.ONE)) {
            all.add(Math.min(2, all.size()), Json.NODES.numberNode(new BigDecimal("1.0")));
        }
        return all;
    }

    private List<BigDecimal> bounds() {
        List<BigDecimal> bounds = new ArrayList<>();
        if (low != null) {
            bounds.add(low);
        }
        if (high != null) {
            bounds.add(high);
        }
        return bounds;
    }

    private BigDecimal random(RandomGenerator random, BigDecimal step) {
        BigDecimal from =
                low != null ? low : high != null ? high.subtract(BigDecimal.valueOf(1000)) : new BigDecimal(-1000);
        BigDecimal to = high != null ? high : from.add(BigDecimal.valueOf(2000));
        BigDecimal value = from.add(to.subtract(from).multiply(BigDecimal.valueOf(random.nextDouble())));
        return steps.isEmpty() && !integer
                ? value.setScale(random.nextInt(1, 6), RoundingMode.HALF_EVEN)
                : value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    private static JsonNode node(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() < 40) {
            BigInteger whole = plain.toBigInteger();
            return Json.NODES.numberNode(whole);
        }
        return Json.NODES.numberNode(value);
    }
}
