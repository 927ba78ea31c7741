package __package__;

import __base__.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the entries of one __Name__ in memory, in insertion order.
 *
 * <p>Not safe for use by several threads.
 */
public final class __Name__ {
    private final Map<Identifier, List<String>> entries = new LinkedHashMap<>();
    private final int limit;

    /**
     * Creates an empty registry.
     *
     * @param limit the most values that one key may hold, at least one
     * @throws IllegalArgumentException if the limit is less than one
     */
    public __Name__(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        this.limit = limit;
    }

    /**
     * Adds a value.
     *
     * @param key the key to add it to
     * @param value the value
     * @return false if the key already holds as many values as it may
     */
    public boolean add(Identifier key, String value) {
        List<String> values = entries.get(key);
        if (values == null) {
            values = new ArrayList<>();
            entries.put(key, values);
        }
        if (values.size() >= limit) {
            return false;
        }
        values.add(value);
        return true;
    }

    /**
     * Finds the first value of a key.
     *
     * @param key the key
     * @return the value, or empty if the key has none
     */
    public Optional<String> first(Identifier key) {
        List<String> values = entries.getOrDefault(key, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * Removes a key.
     *
     * @param key the key
     * @return how many values it had
     */
    public int remove(Identifier key) {
        List<String> removed = entries.remove(key);
        return removed == null ? 0 : removed.size();
    }

    /**
     * Counts the values that start with a prefix.
     *
     * @param prefix the prefix
     * @return the count over all keys
     */
    public long count(String prefix) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(value -> value.startsWith(prefix))
                .count();
    }
}
