package app;

import javax.annotation.Nullable;
import org.jetbrains.annotations.NotNull;

/** Imports. */
public interface Foreign {
    /**
     * Finds a name.
     *
     * @param key the key
     * @return the name
     */
    @Nullable String find(@NotNull String key);
}
