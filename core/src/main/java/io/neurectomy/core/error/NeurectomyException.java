package io.neurectomy.core.error;

import io.neurectomy.types.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What NEURECTOMY's services throw. The sealed subclasses are the categories, which is all that a caller can act on: each
 * has one HTTP status and one answer to whether a retry makes sense, and a {@code switch} over them is complete for good.
 * The categories themselves are open, so that any module can derive exceptions with properties of their own.
 *
 * <p>{@link #getMessage()} reads {@code [rule-id] where: what is wrong. What to do.}; the rule id is the code in lower
 * case. Arguments that only a mistake in the calling code can produce are refused by {@link IllegalArgumentException}.
 */
public abstract sealed class NeurectomyException extends RuntimeException
        permits InvalidInputException,
                UnauthenticatedException,
                ForbiddenException,
                NotFoundException,
                ConflictException,
                RateLimitedException,
                UnsupportedException,
                UnavailableException,
                TimedOutException,
                InternalException {

    static final String STATUS = "httpStatus";

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String detail;
    private final ErrorContext context;

    NeurectomyException(ErrorCode code, String detail, ErrorContext context, @Nullable Throwable cause) {
        super("[" + code.ruleId() + "] " + detail, cause);
        this.code = code;
        this.detail = detail;
        this.context = context;
    }

    /**
     * Returns what went wrong, for programs.
     *
     * @return the stable code
     */
    public final ErrorCode code() {
        return code;
    }

    /**
     * Returns what went wrong, for people: the message without the rule id.
     *
     * @return {@code where: what is wrong. What to do.}
     */
    public final String detail() {
        return detail;
    }

    /**
     * Returns what else is known.
     *
     * @return the context, which may be sent to the caller
     */
    public final ErrorContext context() {
        return context;
    }

    /**
     * Returns the category as a status of HTTP (RFC 9110).
     *
     * @return the status, 400 to 599
     */
    public abstract int status();

    /**
     * Returns the category in a word or two, as the title of a problem document.
     *
     * @return a title that is the same for all exceptions of a category
     */
    public abstract String title();

    /**
     * Says whether the same call can be sent again.
     *
     * @return what a retry would do
     */
    public abstract Retryability retryability();

    /**
     * Writes the error as events and GraphQL carry it. The details are the context and the {@linkplain #status() status}
     * as {@code httpStatus}.
     *
     * @return the error, which {@link #from(ApiError)} reads
     */
    public final ApiError toApiError() {
        Map<String, JsonNode> details = new LinkedHashMap<>(context.values());
        details.put(STATUS, JsonNodeFactory.instance.numberNode(status()));
        return new ApiError(code.value(), detail, details);
    }

    /**
     * Writes the error as answers over HTTP carry it.
     *
     * @return the problem document, which {@link #from(ProblemDocument)} reads
     */
    public final ProblemDocument toProblem() {
        return ProblemDocument.of(this);
    }

    /**
     * Reads an error that someone else sent. The category is that of {@code details.httpStatus}; without one, or with one
     * that is no error, it is {@link InternalException}, for which nothing is promised.
     *
     * @param error the error
     * @return an exception of a category itself, not of a class derived from it; a code of another form becomes
     *     {@code FOREIGN_ERROR} and is kept in the context as {@code foreignCode}
     */
    public static NeurectomyException from(ApiError error) {
        Map<String, JsonNode> details = error.details() == null ? Map.of() : error.details();
        @Nullable JsonNode status = details.get(STATUS);
        return ReceivedError.toException(
                status != null && status.isInt() ? status.intValue() : 500,
                error.code(),
                error.message(),
                ErrorContext.copyOf(details));
    }

    /**
     * Reads a problem document that someone else sent. The category is that of {@code status}.
     *
     * @param problem the document
     * @return an exception of a category itself, not of a class derived from it
     */
    public static NeurectomyException from(ProblemDocument problem) {
        return ReceivedError.toException(
                problem.status(), problem.code().orElse(""), problem.detail(), problem.context());
    }

    /**
     * Writes any throwable. One that is not of this hierarchy may say in its message what the caller must not see, so only
     * its code is sent.
     *
     * @param throwable anything thrown
     * @return {@link #toApiError()}, or {@code INTERNAL_ERROR}
     */
    public static ApiError toApiError(Throwable throwable) {
        return of(throwable).toApiError();
    }

    /**
     * Makes any throwable one of this hierarchy.
     *
     * @param throwable anything thrown
     * @return the same, or an {@link InternalException} with the code {@code INTERNAL_ERROR} that has it as its cause
     */
    public static NeurectomyException of(Throwable throwable) {
        return throwable instanceof NeurectomyException known ? known : InternalException.causedBy(throwable);
    }
}
