package io.neurectomy.test.docker;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameter {@code filters}: names with the values that are asked for. */
final class Filters {
    private final Map<String, Set<String>> values = new TreeMap<>();

    /**
     * Reads {@code {"label":["a=b"]}} or the older {@code {"label":{"a=b":true}}}.
     *
     * @param text the JSON; empty for no filter
     * @throws EngineException if it is neither
     */
    Filters(String text) {
        if (text.isEmpty()) {
            return;
        }
        JsonNode given;
        try {
            given = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw EngineException.badRequest("invalid filter");
        }
        if (!given.isObject()) {
            throw EngineException.badRequest("invalid filter");
        }
        given.properties().forEach(filter -> values.put(filter.getKey(), members(filter.getValue())));
    }

    /**
     * Refuses names that are not known.
     *
     * @param endpoint for the message
     * @param faked those that are answered here
     * @param docker those that only Docker has
     * @throws EngineException for one that Docker refuses too
     * @throws NotFakedException for one that Docker has
     */
    Filters allow(String endpoint, Set<String> faked, Set<String> docker) {
        for (String name : values.keySet()) {
            if (docker.contains(name)) {
                throw new NotFakedException(endpoint + " with the filter " + name);
            }
            if (!faked.contains(name)) {
                throw EngineException.badRequest("invalid filter '" + name + "'");
            }
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> get(String name) {
        return values.getOrDefault(name, Set.of());
    }

    /** Whether one of the values will do, or none is asked for. */
    boolean any(String name, Predicate<String> test) {
        return !has(name) || get(name).stream().anyMatch(test);
    }

    /** Whether labels are as all the values ask: {@code name} or {@code name=value}. */
    boolean labels(Map<String, String> labels) {
        return get("label").stream().allMatch(wanted -> {
            int equals = wanted.indexOf('=');
            return equals < 0
                    ? labels.containsKey(wanted)
                    : wanted.substring(equals + 1).equals(labels.get(wanted.substring(0, equals)));
        });
    }

    /** Whether the regular expression is found; one that is wrong is found nowhere. */
    static boolean found(String expression, String... texts) {
        try {
            Pattern pattern = Pattern.compile(expression);
            return Arrays.stream(texts).anyMatch(text -> pattern.matcher(text).find());
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Set<String> members(JsonNode given) {
        Set<String> members = new TreeSet<>();
        if (given.isArray()) {
            given.forEach(member -> members.add(member.asString("")));
        } else if (given.isObject()) {
            members.addAll(given.propertyNames());
        } else {
            throw EngineException.badRequest("invalid filter");
        }
        return members;
    }
}
