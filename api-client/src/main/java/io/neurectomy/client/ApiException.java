package io.neurectomy.client;

import io.neurectomy.core.error.ProblemDocument;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Why a call failed. The message names the request and never holds the token. */
public abstract sealed class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ApiException(String rule, String where, String what, @Nullable Throwable cause) {
        super("[" + rule + "] " + where + ": " + what, cause);
    }

    /** No answer: no connection, a broken one, or one that can't be trusted. */
    public static final class TransportFailed extends ApiException {
        private static final long serialVersionUID = 1L;

        TransportFailed(String where, Throwable cause) {
            super("transport", where, "no answer, " + cause + ". Check the endpoint and the network.", cause);
        }
    }

    /** The call was not over, its body included, when its time was. */
    public static final class DeadlineExceeded extends ApiException {
        private static final long serialVersionUID = 1L;

        DeadlineExceeded(String where, Duration deadline) {
            super("deadline", where, "not over after " + deadline + ". Allow more time or ask for less.", null);
        }
    }

    /** An answer that is not what this client asked for: a redirect, another media type or version, no JSON, too long. */
    public static final class UnexpectedAnswer extends ApiException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String where, String what, @Nullable Throwable cause) {
            super("unexpected-answer", where, what + " Check that the endpoint is NEURECTOMY's API.", cause);
        }
    }

    /** A GraphQL operation that was answered with errors. */
    public static final class OperationFailed extends ApiException {
        private static final long serialVersionUID = 1L;

        private final transient List<GraphQlError> errors;

        OperationFailed(String operation, List<GraphQlError> errors) {
            super(
                    "operation",
                    operation,
                    errors.isEmpty()
                            ? "answered without data and without errors. Report it to the server's owner."
                            : errors.stream().map(OperationFailed::text).collect(Collectors.joining("; "))
                                    + ". See errors() for what else the server said.",
                    null);
            this.errors = List.copyOf(errors);
        }

        private static String text(GraphQlError error) {
            return error.path().equals(JsonPointer.empty()) ? error.message() : error.path() + " " + error.message();
        }

        /**
         * Returns the errors.
         *
         * @return what the server said; empty after serialization
         */
        public List<GraphQlError> errors() {
            return errors == null ? List.of() : errors;
        }
    }

    /** An answer whose status says that the call failed. */
    public abstract static sealed class Refused extends ApiException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient @Nullable ProblemDocument problem;

        private Refused(String rule, Refusal refusal, String remedy) {
            super(rule, refusal.where(), "status " + refusal.status() + refusal.detail() + ". " + remedy, null);
            this.status = refusal.status();
            this.problem = refusal.problem();
        }

        /**
         * Returns the status of HTTP.
         *
         * @return 400 to 599
         */
        public final int status() {
            return status;
        }

        /**
         * Returns the problem document (RFC 9457).
         *
         * @return the document, or nothing if the server sent none
         */
        public final Optional<ProblemDocument> problem() {
            return Optional.ofNullable(problem);
        }
    }

    /** 401: no token, or one that the server does not take, also after it was refreshed. */
    public static final class Unauthenticated extends Refused {
        private static final long serialVersionUID = 1L;

        private Unauthenticated(Refusal refusal) {
            super("unauthenticated", refusal, "Check the token source.");
        }
    }

    /** 403. */
    public static final class Forbidden extends Refused {
        private static final long serialVersionUID = 1L;

        private Forbidden(Refusal refusal) {
            super("forbidden", refusal, "Ask for the permission.");
        }
    }

    /** 404 or 410. */
    public static final class NotFound extends Refused {
        private static final long serialVersionUID = 1L;

        private NotFound(Refusal refusal) {
            super("not-found", refusal, "Check the id and the version of the API.");
        }
    }

    /** 409 or 412: somebody else was there first. */
    public static final class Conflict extends Refused {
        private static final long serialVersionUID = 1L;

        private Conflict(Refusal refusal) {
            super("conflict", refusal, "Read the current state and decide again.");
        }
    }

    /** Any other status from 400 to 499: the request is wrong. */
    public static final class InvalidRequest extends Refused {
        private static final long serialVersionUID = 1L;

        private InvalidRequest(Refusal refusal) {
            super("invalid-request", refusal, "Correct the request.");
        }
    }

    /** 429. */
    public static final class RateLimited extends Refused {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        private RateLimited(Refusal refusal) {
            super("rate-limited", refusal, "Wait and ask less often.");
            this.retryAfter = refusal.retryAfter();
        }

        /**
         * Returns how long the server wants to be left alone.
         *
         * @return the time, or nothing if the server did not say
         */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** 500 to 599: the server failed. */
    public static final class ServerFailed extends Refused {
        private static final long serialVersionUID = 1L;

        private ServerFailed(Refusal refusal) {
            super("server", refusal, "Try again later.");
        }
    }

    /** What is known of a refusal. */
    record Refusal(
            String where,
            int status,
            @Nullable ProblemDocument problem,
            @Nullable Duration retryAfter) {
        String detail() {
            if (problem == null) {
                return "";
            }
            String text = problem.detail().isEmpty() ? problem.title() : problem.detail();
            return text.isEmpty() ? "" : ", " + text;
        }

        Refused toException() {
            return switch (status) {
                case 401 -> new Unauthenticated(this);
                case 403 -> new Forbidden(this);
                case 404, 410 -> new NotFound(this);
                case 409, 412 -> new Conflict(this);
                case 429 -> new RateLimited(this);
                default -> status < 500 ? new InvalidRequest(this) : new ServerFailed(this);
            };
        }
    }
}
