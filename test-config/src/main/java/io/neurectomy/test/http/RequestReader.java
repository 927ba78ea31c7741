package io.neurectomy.test.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, one after another (RFC 9112). It is strict: a client that errs is to be told. */
final class RequestReader {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 1000;
    private static final Pattern REQUEST_LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) (HTTP/1\\.[01])");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** What a client sent is not HTTP. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** Returns the next request, or null if the client has closed the connection. */
    @Nullable
    ReceivedRequest next() throws IOException {
        String first = line();
        if (first == null) {
            return null;
        }
        Matcher line = REQUEST_LINE.matcher(first);
        if (!line.matches()) {
            throw new UnreadableException(
                    "\"%s\" begins no request. Call the fake by http in HTTP/1.1.".formatted(printable(first)));
        }
        StringBuilder head = new StringBuilder(first).append("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String next = required(); !next.isEmpty(); next = required()) {
            Matcher header = HEADER.matcher(next);
            if (!header.matches() || ++count > MAX_HEADERS) {
                throw new UnreadableException("\"%s\" is no header, or one too many. Send at most %d as name: value."
                        .formatted(printable(next), MAX_HEADERS));
            }
            headers.computeIfAbsent(header.group(1), name -> new ArrayList<>()).add(header.group(2));
            head.append(next).append("\r\n");
        }
        if (headers.getOrDefault("Expect", List.of()).contains("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        byte[] body = body(headers);
        return new ReceivedRequest(head.append("\r\n").toString(), line.group(1), line.group(2), headers, body);
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        List<String> lengths = headers.getOrDefault("Content-Length", List.of()).stream()
                .distinct()
                .toList();
        List<String> codings = headers.getOrDefault("Transfer-Encoding", List.of());
        if (codings.isEmpty()) {
            return lengths.isEmpty() ? new byte[0] : bytes(number(String.join(",", lengths), 10));
        }
        if (!codings.equals(List.of("chunked")) || !lengths.isEmpty()) {
            throw new UnreadableException("Transfer-Encoding %s with Content-Length %s. Send chunked or a length."
                    .formatted(codings, lengths));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(bytes(size));
            if (!required().isEmpty()) {
                throw new UnreadableException("a chunk is longer than its size. Send %d bytes.".formatted(size));
            }
        }
        String trailer = required();
        while (!trailer.isEmpty()) {
            // Of no interest here.
            trailer = required();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = required();
        int semicolon = line.indexOf(';');
        return number(semicolon < 0 ? line : line.substring(0, semicolon), 16);
    }

    private static int number(String digits, int radix) throws UnreadableException {
        try {
            // parseInt would take a sign.
            if (Character.digit(digits.isEmpty() ? ' ' : digits.charAt(0), radix) >= 0) {
                return Integer.parseInt(digits, radix);
            }
        } catch (NumberFormatException e) {
            throw noLength(digits);
        }
        throw noLength(digits);
    }

    private static UnreadableException noLength(String digits) {
        return new UnreadableException("\"%s\" is no length. Send one number.".formatted(printable(digits)));
    }

    private byte[] bytes(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("the client closed the connection within a body");
        }
        return read;
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("the client closed the connection within a request");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new UnreadableException("a line is longer than %d bytes. Send shorter ones.".formatted(MAX_LINE));
            }
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String printable(String text) {
        String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return start.replaceAll("\\P{Print}", "?");
    }
}
