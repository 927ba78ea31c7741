package io.neurectomy.core.context;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import io.neurectomy.core.id.CausationId;
import io.neurectomy.core.id.CorrelationId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.core.internal.QuotedText;
import io.neurectomy.types.EventMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The request that the current thread works on. It is opened for a piece of code, in which {@link #current()} returns it
 * and every log line has it in the MDC of SLF4J under {@link #CORRELATION_ID}, {@link #CAUSATION_ID} and
 * {@link #USER_ID}:
 *
 * <pre>{@code
 * RequestContext.fromHeaders(request::header).run(() -> handle(request));
 * }</pre>
 *
 * <p>Other threads, virtual ones too, start without a context. {@link ContextCarrier} takes it there.
 *
 * @param correlationId the same for everything that happens because of one request
 * @param causationId the event or command that this follows from, or {@code null} at the beginning
 * @param userId who asked for it, 1 to 256 characters without control characters, or {@code null} if nobody did
 */
public record RequestContext(
        CorrelationId correlationId,
        @Nullable CausationId causationId,
        @Nullable String userId) {

    /** The name in the MDC of the id that is the same for everything that happens because of one request. */
    public static final String CORRELATION_ID = "correlationId";

    /** The name in the MDC of the event or command that this follows from. */
    public static final String CAUSATION_ID = "causationId";

    /** The name in the MDC of who asked for it. */
    public static final String USER_ID = "userId";

    private static final int LONGEST_USER_ID = 256;
    private static final ErrorCode INVALID_USER_ID = new ErrorCode("INVALID_USER_ID");

    /**
     * Checks the user id, which would otherwise be able to forge lines of a log.
     *
     * @param correlationId the same for everything that happens because of one request
     * @param causationId the event or command that this follows from, or {@code null}
     * @param userId who asked for it, or {@code null}
     * @throws InvalidInputException with the code {@code INVALID_USER_ID} if the user id is blank, longer than 256
     *     characters or has control characters
     */
    public RequestContext {
        if (userId != null) {
            userId = checkedUserId(userId);
        }
    }

    static String checkedUserId(String userId) {
        boolean printable = userId.codePoints().noneMatch(RequestContext::breaksALine);
        if (userId.isBlank() || userId.length() > LONGEST_USER_ID || !printable) {
            throw new InvalidInputException(
                    INVALID_USER_ID,
                    QuotedText.of(userId) + ": is no user id. Pass 1 to " + LONGEST_USER_ID
                            + " characters without control characters.",
                    ErrorContext.empty(),
                    null);
        }
        return userId;
    }

    private static boolean breaksALine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /**
     * Starts a request that nobody asked for, such as a timer's.
     *
     * @return a context with a new correlation id
     */
    public static RequestContext start() {
        return new RequestContext(CorrelationId.generate(), null, null);
    }

    /**
     * Starts a user's request.
     *
     * @param userId who asks, 1 to 256 characters without control characters
     * @return a context with a new correlation id
     * @throws InvalidInputException if it is no user id
     */
    public static RequestContext start(String userId) {
        return new RequestContext(CorrelationId.generate(), null, userId);
    }

    /**
     * Reads what {@link #toHeaders()} wrote. The user id is only as true as the sender is trusted.
     *
     * @param header returns the value of a header by its name, or {@code null} if there is none
     * @return the sender's context; without a correlation id, one with a new correlation id
     * @throws InvalidInputException with the code {@code INVALID_CONTEXT_HEADER}, naming every header that can't be read
     */
    public static RequestContext fromHeaders(Function<String, @Nullable String> header) {
        return ContextHeaders.read(header);
    }

    /**
     * Continues the request that an event belongs to, as its handler does.
     *
     * @param event the id of the event, which caused what follows
     * @param metadata the metadata of the event
     * @return a context of the same request and user
     * @throws InvalidInputException if the user id is none
     * @throws IllegalArgumentException if the correlation id is the Nil or the Max UUID
     */
    public static RequestContext causedBy(EventId event, EventMetadata metadata) {
        return new RequestContext(
                CorrelationId.parse(metadata.correlationId()), new CausationId(event.value()), metadata.userId());
    }

    /**
     * Returns what is done now in the same request because of an event.
     *
     * @param event the id of the event
     * @return this context with the event as the cause
     */
    public RequestContext causedBy(EventId event) {
        return new RequestContext(correlationId, new CausationId(event.value()), userId);
    }

    /**
     * Returns the context that is open in this thread.
     *
     * @return the innermost one, or nothing
     */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(Scope.innermost());
    }

    /**
     * Opens the context in this thread until the scope is closed, in the same thread and before any scope around it.
     *
     * @return the scope, for {@code try (…)}
     */
    public Scope open() {
        return Scope.open(this);
    }

    /**
     * Runs a task in this context.
     *
     * @param task what to run in this thread
     */
    public void run(Runnable task) {
        Scope scope = open();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    /**
     * Calls a task in this context.
     *
     * @param task what to call in this thread
     * @param <T> the type of the result
     * @return the result of the task
     * @throws Exception if the task throws it
     */
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        Scope scope = open();
        try {
            return task.call();
        } finally {
            scope.close();
        }
    }

    /**
     * Writes the context for a call to another service.
     *
     * @return headers by name; {@code Correlation-Id} always, {@code Causation-Id} and {@code User-Id} if known; the user
     *     id is percent-encoded UTF-8
     */
    public Map<String, String> toHeaders() {
        return ContextHeaders.write(this);
    }

    /**
     * Writes the context for an event.
     *
     * @return metadata without further properties
     */
    public EventMetadata toEventMetadata() {
        return new EventMetadata(
                correlationId.toString(), causationId == null ? null : causationId.toString(), userId, Map.of());
    }
}
