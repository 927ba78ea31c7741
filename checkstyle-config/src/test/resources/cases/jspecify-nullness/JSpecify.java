package app;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Imports. */
public interface JSpecify {
    /**
     * Finds a name.
     *
     * @param key the key, checked at run time
     * @return the name, or null
     */
    @Nullable String find(@NotNull String key);
}
