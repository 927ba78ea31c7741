package io.neurectomy.core.flag;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom a flag is evaluated.
 *
 * @param targetingKey what percentages are taken of, such as a user's id, or {@code null} if there is none
 * @param attributes what rules ask for, by name; values are compared as texts
 */
public record FlagContext(@Nullable String targetingKey, Map<String, String> attributes) {

    /**
     * Copies the attributes.
     *
     * @param targetingKey what percentages are taken of, or {@code null}; an empty one counts as none
     * @param attributes what rules ask for
     */
    public FlagContext {
        if (targetingKey != null && targetingKey.isEmpty()) {
            targetingKey = null;
        }
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns the context of nobody in particular.
     *
     * @return no key, no attributes
     */
    public static FlagContext empty() {
        return new FlagContext(null, Map.of());
    }

    /**
     * Returns the context of a key.
     *
     * @param targetingKey what percentages are taken of
     * @return the key without attributes
     */
    public static FlagContext of(String targetingKey) {
        return new FlagContext(targetingKey, Map.of());
    }
}
