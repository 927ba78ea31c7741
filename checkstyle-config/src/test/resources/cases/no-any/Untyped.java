package app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives up types. */
public class Untyped {
    /** Is anything. */
    public static final Object NOTHING = "";

    /**
     * Creates one.
     *
     * @param settings the settings
     */
    public Untyped(Map<String, Object> settings) {}

    /**
     * Finds a value.
     *
     * @param key the key
     * @return the value
     */
    public @Nullable Object find(Object key) {
        return null;
    }

    /**
     * Lists the values.
     *
     * @return the values
     */
    protected List<?> values() {
        return List.of();
    }

    /**
     * Reads the rows.
     *
     * @return the rows
     */
    public CompletableFuture<Optional<Map<String, java.lang.Object>>> rows() {
        return new CompletableFuture<>();
    }

    /**
     * Copies the cells.
     *
     * @return the cells
     */
    public Object[] cells() {
        return new Object[0];
    }

    /**
     * Is an event.
     *
     * @param payload the payload
     */
    public record Event(Map<String, ?> payload) {}

    /** Is a store. */
    public interface Store {
        /**
         * Puts a value.
         *
         * @param value the value
         */
        void put(Object value);
    }
}
