package app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Keeps types.
 *
 * @param <T> the type of the values
 */
public class Typed<T> implements Cloneable {
    private final Map<String, Object> attributes = Map.of();

    Object hidden(Object value) {
        return attributes.getOrDefault("", value);
    }

    /**
     * Formats a message.
     *
     * @param pattern the pattern
     * @param arguments the arguments
     * @return the text
     */
    public String format(String pattern, Object... arguments) {
        return pattern.formatted(arguments);
    }

    /**
     * Counts elements.
     *
     * @param elements the elements, which are not looked at
     * @param type the type
     * @param sink the sink, which takes whatever comes
     * @return a sign that it is done
     */
    public Future<?> count(Collection<?> elements, Class<?> type, Consumer<Object> sink) {
        throw new AssertionError(elements + type.getName());
    }

    /**
     * Lists the values.
     *
     * @return the values
     */
    public List<? extends T> values() {
        return List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Typed<?>;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    /**
     * Restores the one instance.
     *
     * @return the instance
     */
    protected Object readResolve() {
        return this;
    }

    private static final class Hidden {
        public Object value() {
            return "";
        }
    }
}
