package io.neurectomy.core.event.nats;

import io.nats.client.JetStreamApiException;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InternalException;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the errors of the client and the server mean. */
final class Failures {
    private static final int WRONG_LAST_SEQUENCE = 10071;
    private static final int WRONG_LAST_SEQUENCE_CONSTANT = 10164;
    private static final int DUPLICATE_IN_BATCH = 10201;
    static final int NOT_FOUND = 404;
    private static final Pattern ACTUAL = Pattern.compile("wrong last sequence: (\\d+)");

    private Failures() {}

    static boolean isConflict(JetStreamApiException e) {
        return e.getApiErrorCode() == WRONG_LAST_SEQUENCE
                || e.getApiErrorCode() == WRONG_LAST_SEQUENCE_CONSTANT
                || e.getApiErrorCode() == DUPLICATE_IN_BATCH;
    }

    static boolean isNotFound(JetStreamApiException e) {
        return e.getErrorCode() == NOT_FOUND;
    }

    static OptionalLong actual(String description) {
        Matcher matcher = ACTUAL.matcher(description);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    static NeurectomyException of(String what, Exception e) {
        if (e instanceof JetStreamApiException refused) {
            return refusal(what, refused);
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new TimedOutException(
                    new ErrorCode("STORE_INTERRUPTED"),
                    what + ": was interrupted, and its outcome is not known. Repeat it.",
                    ErrorContext.empty(),
                    e);
        }
        return new UnavailableException(
                new ErrorCode("STORE_UNAVAILABLE"),
                what + ": the server does not answer (" + e.getMessage() + "). Repeat it later.",
                ErrorContext.empty(),
                e);
    }

    private static NeurectomyException refusal(String what, JetStreamApiException e) {
        // 503 is a cluster without a leader; 10077 and 10122 are full limits and disks, which pass once somebody cares.
        boolean passes = e.getErrorCode() == 503
                || e.getApiErrorCode() == 10077
                || e.getApiErrorCode() == 10122
                || e.getApiErrorCode() == 10047
                || e.getApiErrorCode() == 10023;
        String detail = what + ": the server says: " + e.getErrorDescription();
        return passes
                ? new UnavailableException(
                        new ErrorCode("STORE_UNAVAILABLE"),
                        detail + ". Repeat it once the server has room and a leader.",
                        ErrorContext.empty().with("apiErrorCode", e.getApiErrorCode()),
                        e)
                : new InternalException(
                        new ErrorCode("STORE_REFUSED"),
                        detail + ". Look the code " + e.getApiErrorCode() + " up in the documentation of NATS.",
                        ErrorContext.empty().with("apiErrorCode", e.getApiErrorCode()),
                        e);
    }

    static TimedOutException unknownOutcome(String aggregateId, IOException e) {
        return new TimedOutException(
                new ErrorCode("APPEND_TIMED_OUT"),
                "aggregate " + aggregateId + ": the server did not acknowledge the append (" + e.getMessage()
                        + "), so it may have happened. Repeat it with the same events and expectation.",
                ErrorContext.empty().with("aggregateId", aggregateId),
                e);
    }
}
