package io.neurectomy.core.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.id.CausationId;
import io.neurectomy.core.id.CorrelationId;
import io.neurectomy.core.internal.QuotedText;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The context in the headers of a message. */
final class ContextHeaders {

    static final String CORRELATION_ID = "Correlation-Id";
    static final String CAUSATION_ID = "Causation-Id";
    static final String USER_ID = "User-Id";

    private static final ErrorCode INVALID = new ErrorCode("INVALID_CONTEXT_HEADER");

    private ContextHeaders() {}

    static Map<String, String> write(RequestContext context) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CORRELATION_ID, context.correlationId().toString());
        if (context.causationId() != null) {
            headers.put(CAUSATION_ID, context.causationId().toString());
        }
        if (context.userId() != null) {
            // A form's encoding writes a blank as +, which in a header is a plus.
            headers.put(USER_ID, URLEncoder.encode(context.userId(), UTF_8).replace("+", "%20"));
        }
        return Collections.unmodifiableMap(headers);
    }

    static RequestContext read(Function<String, @Nullable String> header) {
        List<String> problems = new ArrayList<>();
        @Nullable CorrelationId correlation = read(header, CORRELATION_ID, CorrelationId::parse, problems);
        @Nullable CausationId causation = read(header, CAUSATION_ID, CausationId::parse, problems);
        @Nullable String user = read(header, USER_ID, ContextHeaders::decode, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(
                    INVALID, String.join("\n", problems), ErrorContext.empty().with("problems", problems), null);
        }
        return new RequestContext(correlation == null ? CorrelationId.generate() : correlation, causation, user);
    }

    private static <T> @Nullable T read(
            Function<String, @Nullable String> header, String name, Function<String, T> reader, List<String> problems) {
        @Nullable String value = header.apply(name);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (NeurectomyException e) {
            problems.add("header " + name + ": " + e.detail());
        } catch (IllegalArgumentException e) {
            problems.add("header " + name + ": " + e.getMessage());
        }
        return null;
    }

    private static String decode(String value) {
        String user;
        try {
            user = URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    QuotedText.of(value) + ": is not percent-encoded. Encode UTF-8 by RFC 3986.", e);
        }
        return RequestContext.checkedUserId(user);
    }
}
