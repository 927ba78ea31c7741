package io.neurectomy.client;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Headers of HTTP, whose names ignore case (RFC 9110, section 5.1). */
final class Headers {
    private Headers() {}

    /** Returns an immutable copy that is asked in any case. */
    static Map<String, String> copyOf(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }
}
