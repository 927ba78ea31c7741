package io.neurectomy.core.event;

import io.neurectomy.core.error.ConflictException;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Somebody else has appended to the aggregate. Nothing was appended: read it again and decide anew. */
public final class ConcurrencyException extends ConflictException {

    private static final long serialVersionUID = 1;
    private static final ErrorCode CODE = new ErrorCode("CONCURRENT_APPEND");
    private static final long UNKNOWN = -1;

    private final String aggregateId;
    private final Expected expected;
    private final long actual;

    /**
     * Makes the exception.
     *
     * @param aggregateId the aggregate
     * @param expected what the appender expected
     * @param actual the sequence of the aggregate's last event, 0 for none, empty if the store did not say
     * @param cause the store's own error, or {@code null}
     */
    public ConcurrencyException(String aggregateId, Expected expected, OptionalLong actual, @Nullable Throwable cause) {
        super(
                CODE,
                "aggregate " + aggregateId + ": expected " + text(expected) + ", but the last event " + found(actual)
                        + ". Read the aggregate again and repeat the command.",
                ErrorContext.empty().with("aggregateId", aggregateId),
                cause);
        this.aggregateId = aggregateId;
        this.expected = expected;
        this.actual = actual.orElse(UNKNOWN);
    }

    private static String text(Expected expected) {
        if (expected instanceof Expected.Exact exact) {
            return exact.sequence() == 0
                    ? "no event"
                    : "event " + exact.version() + " at sequence " + exact.sequence() + " to be the last";
        }
        return expected instanceof Expected.Exists ? "at least one event" : "nothing";
    }

    private static String found(OptionalLong actual) {
        if (actual.isEmpty()) {
            return "is another one";
        }
        return actual.getAsLong() == 0 ? "does not exist" : "is at sequence " + actual.getAsLong();
    }

    /**
     * Returns the aggregate.
     *
     * @return its id
     */
    public String aggregateId() {
        return aggregateId;
    }

    /**
     * Returns what the appender expected.
     *
     * @return the expectation
     */
    public Expected expected() {
        return expected;
    }

    /**
     * Returns the sequence of the aggregate's last event.
     *
     * @return the sequence, 0 if there is no event, empty if the store did not say
     */
    public OptionalLong actualSequence() {
        return actual == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(actual);
    }
}
