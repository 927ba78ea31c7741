package io.neurectomy.core.error;

/** Makes exceptions of errors that came from elsewhere, of which nothing can be taken for granted. */
final class ReceivedError {

    private static final ErrorCode FOREIGN = new ErrorCode("FOREIGN_ERROR");

    private ReceivedError() {}

    static NeurectomyException toException(int status, String code, String detail, ErrorContext context) {
        return ErrorCode.hasForm(code)
                ? ofStatus(status, new ErrorCode(code), detail, context)
                : ofStatus(status, FOREIGN, detail, code.isEmpty() ? context : context.with("foreignCode", code));
    }

    private static NeurectomyException ofStatus(int status, ErrorCode code, String detail, ErrorContext context) {
        return switch (status) {
            case 401 -> new UnauthenticatedException(code, detail, context, null);
            case 403 -> new ForbiddenException(code, detail, context, null);
            case 404, 410 -> new NotFoundException(code, detail, context, null);
            case 409, 412 -> new ConflictException(code, detail, context, null);
            case 408, 504 -> new TimedOutException(code, detail, context, null);
            case 429 -> new RateLimitedException(code, detail, context, null);
            case 501, 505 -> new UnsupportedException(code, detail, context, null);
            case 502, 503 -> new UnavailableException(code, detail, context, null);
            default ->
                status >= 400 && status < 500
                        ? new InvalidInputException(code, detail, context, null)
                        : new InternalException(code, detail, context, null);
        };
    }
}
