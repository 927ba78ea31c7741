package io.neurectomy.core.context;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The piece of code in which a {@link RequestContext} is open. When it is closed, the context before it is the current one
 * again and the MDC has the values that it had before. For one thread.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<@Nullable Scope> INNERMOST = new ThreadLocal<>();

    private final @Nullable RequestContext context;
    private final @Nullable Scope outer;
    private final @Nullable String outerCorrelationId = MDC.get(RequestContext.CORRELATION_ID);
    private final @Nullable String outerCausationId = MDC.get(RequestContext.CAUSATION_ID);
    private final @Nullable String outerUserId = MDC.get(RequestContext.USER_ID);
    private boolean closed;

    private Scope(@Nullable RequestContext context, @Nullable Scope outer) {
        this.context = context;
        this.outer = outer;
    }

    static @Nullable RequestContext innermost() {
        Scope innermost = INNERMOST.get();
        return innermost == null ? null : innermost.context;
    }

    /** Opens a context, or for {@code null} that there is none. */
    static Scope open(@Nullable RequestContext context) {
        Scope scope = new Scope(context, INNERMOST.get());
        INNERMOST.set(scope);
        put(RequestContext.CORRELATION_ID, context == null ? null : context.correlationId());
        put(RequestContext.CAUSATION_ID, context == null ? null : context.causationId());
        put(RequestContext.USER_ID, context == null ? null : context.userId());
        return scope;
    }

    /**
     * Ends the piece of code. Closing twice does nothing.
     *
     * @throws IllegalStateException if a scope opened after this one is still open, or the scope was opened in another
     *     thread; nothing is changed then
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (INNERMOST.get() != this) {
            throw new IllegalStateException("[context-scope] " + context
                    + ": is not the innermost scope of this thread. Close scopes in the thread that opened them, the last"
                    + " one first, as try (…) does.");
        }
        closed = true;
        if (outer == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(outer);
        }
        put(RequestContext.CORRELATION_ID, outerCorrelationId);
        put(RequestContext.CAUSATION_ID, outerCausationId);
        put(RequestContext.USER_ID, outerUserId);
    }

    private static void put(String name, @Nullable Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value.toString());
        }
    }
}
