package io.neurectomy.test.docker;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client asks for.
 *
 * @param method such as {@code GET}
 * @param minor minor part of the API version that the client names, or of the newest one
 * @param subject the container or image that the path names; empty where it names none
 * @param query the parameters
 * @param contentType of the body; empty where the client says nothing
 * @param body the body
 */
record Request(String method, int minor, String subject, Map<String, String> query, String contentType, String body) {
    private static final Set<String> FALSE = Set.of("", "0", "no", "false", "none");
    private static final Pattern INSTANT = Pattern.compile("(-?\\d{1,11})(?:\\.(\\d{1,9})\\d*)?");
    private static final int NANO_DIGITS = 9;

    /** Reads the part of an address after the question mark. The first of several values counts, as in Docker. */
    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.putIfAbsent(decode(name), decode(value));
            }
        } catch (IllegalArgumentException e) {
            throw EngineException.badRequest("invalid URL escape in the query: " + e.getMessage());
        }
        return parameters;
    }

    String text(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return !FALSE.contains(text(name).strip().toLowerCase(Locale.ROOT));
    }

    /** A whole number; the messages and the status are Docker's, those of Go. */
    int number(String name, int absent) {
        String text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new EngineException(500, "strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
    }

    /** A time in seconds since 1970, with or without a fraction. */
    Instant time(String name, Instant absent) {
        String text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        Matcher parts = INSTANT.matcher(text);
        if (!parts.matches()) {
            throw new EngineException(500, "strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
        String fraction = parts.group(2) == null ? "" : parts.group(2);
        long nanos = Long.parseLong(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
        return Instant.ofEpochSecond(Long.parseLong(parts.group(1)), nanos);
    }

    /** The body, which must be a JSON object. */
    ObjectNode json() {
        if (!contentType.split(";", 2)[0].strip().equals("application/json")) {
            throw EngineException.badRequest(
                    "unsupported Content-Type header (%s): must be 'application/json'".formatted(contentType));
        }
        if (body.isBlank()) {
            throw EngineException.badRequest("invalid JSON: got EOF while reading request body");
        }
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw EngineException.badRequest("invalid JSON: " + e.getOriginalMessage());
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw EngineException.badRequest("invalid JSON: not an object");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
