package io.neurectomy.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param items the elements of this part
 * @param next the cursor after which the next part begins, or {@code null} if this is the last
 * @param <T> the type of the elements
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Copies the elements.
     *
     * @param items the elements of this part
     * @param next the cursor of the next part, or {@code null}
     */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Streams all elements. A page is fetched when its first element is asked for, and only one is held at a time.
     *
     * @param fetch gets the page after a cursor; {@code null} for the first
     * @return the elements in order; what {@code fetch} throws is thrown by the stream
     * @param <T> the type of the elements
     */
    public static <T> Stream<T> stream(Function<@Nullable String, Page<T>> fetch) {
        Iterable<T> elements = () -> new Elements<>(fetch);
        return StreamSupport.stream(elements.spliterator(), false);
    }

    private static final class Elements<T> implements Iterator<T> {
        private final Function<@Nullable String, Page<T>> fetch;
        private @Nullable Page<T> page;
        private Iterator<T> items = List.<T>of().iterator();

        Elements(Function<@Nullable String, Page<T>> fetch) {
            this.fetch = fetch;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && (page == null || page.next() != null)) {
                @Nullable String cursor = page == null ? null : page.next();
                Page<T> following = fetch.apply(cursor);
                if (cursor != null && cursor.equals(following.next())) {
                    throw new IllegalStateException(
                            "[cursor] " + cursor
                                    + ": the page after it ends with the same cursor, which would never end. Report it to the server's owner.");
                }
                page = following;
                items = following.items().iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }
    }
}
