package io.neurectomy.core.flag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enables or disables a flag for some. A rule matches when the context has, for each of its attributes, one of the values,
 * and its targeting key is within the percentage.
 *
 * <p>Whether a key is within a percentage never changes: the first four bytes of the SHA-256 of the feature's name, a zero
 * byte and the key in UTF-8, read as an unsigned big-endian number and divided by 2<sup>32</sup>, must be less than the
 * hundredth of the percentage. So a key that is within 10 % is within 20 % too, in every program and on every machine, and
 * two features have different keys within 10 %.
 *
 * @param attributes the values that each attribute may have; none for every context
 * @param percentage the share of targeting keys, 0 to 100; with 100 no key is needed
 * @param enabled the value of the flag where the rule matches
 */
public record TargetingRule(Map<String, Set<String>> attributes, double percentage, boolean enabled) {

    /**
     * Copies the attributes.
     *
     * @param attributes the values that each attribute may have
     * @param percentage the share of targeting keys
     * @param enabled the value of the flag where the rule matches
     * @throws IllegalArgumentException if the percentage is not 0 to 100, or an attribute has no value
     */
    public TargetingRule {
        if (!(percentage >= 0 && percentage <= 100)) {
            throw new IllegalArgumentException(
                    "[targeting-rule] " + percentage + ": is no percentage. Pass a number from 0 to 100.");
        }
        attributes = attributes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        if (attributes.containsValue(Set.of())) {
            throw new IllegalArgumentException("[targeting-rule] " + attributes
                    + ": an attribute without values never matches. Name a value, or leave the attribute out.");
        }
    }

    /**
     * Makes a rule that enables a flag for some attributes.
     *
     * @param attribute the attribute's name
     * @param values one of which it must have
     * @return the rule
     */
    public static TargetingRule enableFor(String attribute, Set<String> values) {
        return new TargetingRule(Map.of(attribute, values), 100, true);
    }

    /**
     * Makes a rule that enables a flag for a share of targeting keys.
     *
     * @param percentage the share, 0 to 100
     * @return the rule
     */
    public static TargetingRule enableFor(double percentage) {
        return new TargetingRule(Map.of(), percentage, true);
    }

    boolean matchesAttributes(FlagContext context) {
        return attributes.entrySet().stream().allMatch(entry -> {
            @Nullable String value = context.attributes().get(entry.getKey());
            return value != null && entry.getValue().contains(value);
        });
    }

    boolean takesKey() {
        return percentage < 100;
    }

    boolean matchesKey(Feature feature, String key) {
        return position(feature, key) * 100 < percentage;
    }

    /** Returns where a key stands among all keys, from 0 to less than 1. */
    static double position(Feature feature, String key) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest((feature.name() + "\0" + key).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
        return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) / 0x1p32;
    }
}
