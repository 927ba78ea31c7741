package io.neurectomy.codegen.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A URI reference (RFC 3986), split but never decoded. {@code java.net.URI} refuses much of what stands in real schemas
 * and can't resolve against {@code urn:} or an empty path, so it is no help here.
 *
 * @param scheme in lower case, if there is one
 * @param authority without the slashes, if there is one
 * @param path may be empty
 * @param query without the question mark, if there is one
 * @param fragment without the hash, if there is one
 */
record UriReference(
        @Nullable String scheme,
        @Nullable String authority,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    static UriReference of(String text) {
        String rest = text;
        String fragment = null;
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = rest.substring(hash + 1);
            rest = rest.substring(0, hash);
        }
        String scheme = null;
        int colon = schemeEnd(rest);
        if (colon > 0) {
            scheme = lowerCase(rest.substring(0, colon));
            rest = rest.substring(colon + 1);
        }
        String query = null;
        int mark = rest.indexOf('?');
        if (mark >= 0) {
            query = rest.substring(mark + 1);
            rest = rest.substring(0, mark);
        }
        String authority = null;
        if (rest.startsWith("//")) {
            int end = rest.indexOf('/', 2);
            end = end < 0 ? rest.length() : end;
            authority = rest.substring(2, end);
            rest = rest.substring(end);
        }
        return new UriReference(scheme, authority, rest, query, fragment);
    }

    /** Returns whether it has a scheme, so that no base is needed. */
    boolean isAbsolute() {
        return scheme != null;
    }

    /** Resolves a reference against this base (RFC 3986, section 5.2.2). */
    UriReference resolve(UriReference reference) {
        if (reference.scheme != null) {
            return new UriReference(
                    reference.scheme,
                    reference.authority,
                    reference.authority == null && !reference.path.startsWith("/")
                            ? reference.path
                            : withoutDots(reference.path),
                    reference.query,
                    reference.fragment);
        }
        if (reference.authority != null) {
            return new UriReference(
                    scheme, reference.authority, withoutDots(reference.path), reference.query, reference.fragment);
        }
        if (reference.path.isEmpty()) {
            return new UriReference(
                    scheme, authority, path, reference.query == null ? query : reference.query, reference.fragment);
        }
        return new UriReference(
                scheme,
                authority,
                withoutDots(reference.path.startsWith("/") ? reference.path : merged(reference.path)),
                reference.query,
                reference.fragment);
    }

    /** Returns it without its fragment: what a resource is known by. */
    String resource() {
        return (scheme == null ? "" : scheme + ":")
                + (authority == null ? "" : "//" + authority)
                + path
                + (query == null ? "" : "?" + query);
    }

    /** Decodes {@code %41} as UTF-8; a percent sign that begins nothing of the kind stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (i + 2 < text.length() && text.charAt(i) == '%' && hex(text, i + 1) >= 0) {
                bytes.write(hex(text, i + 1));
                i += 3;
            }
            if (bytes.size() > 0) {
                out.append(bytes.toString(StandardCharsets.UTF_8));
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }

    /** Encodes a path so that {@link #decode} gives it back and no character of it means anything else. */
    static String encode(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c > ' ' && c < 0x7f && "%#?\"<>\\^`{|}".indexOf(c) < 0) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private String merged(String relative) {
        if (authority != null && path.isEmpty()) {
            return "/" + relative;
        }
        return path.substring(0, path.lastIndexOf('/') + 1) + relative;
    }

    private static String withoutDots(String path) {
        if (!path.contains("./") && !path.endsWith(".")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        boolean rooted = path.startsWith("/");
        for (int i = rooted ? 1 : 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return (rooted ? "/" : "") + String.join("/", kept);
    }

    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                return i;
            }
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !other)) {
                return -1;
            }
        }
        return -1;
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String lowerCase(String scheme) {
        return scheme.toLowerCase(java.util.Locale.ROOT);
    }
}
