package io.neurectomy.test.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request must be like. Headers, parameters of the query and the body are only looked at where they are named.
 * Immutable; each method returns a changed copy, and {@link #answer} makes an {@link Expectation} of it.
 */
public final class ExpectedRequest {
    private final String name;
    private final List<Criterion> criteria;

    private ExpectedRequest(String name, List<Criterion> criteria) {
        this.name = name;
        this.criteria = List.copyOf(criteria);
    }

    /** One property of a request. */
    private interface Criterion {
        @Nullable
        Mismatch mismatch(ReceivedRequest request);
    }

    /**
     * Why a request is another than the expected one.
     *
     * @param reason a line for the person who reads the failure
     * @param distance how much that tells them apart, 1 being one property of several
     */
    record Mismatch(String reason, double distance) {}

    /**
     * Expects any request.
     *
     * @return every method and path
     */
    public static ExpectedRequest anyRequest() {
        return new ExpectedRequest("any request", List.of());
    }

    /**
     * Expects {@code GET}.
     *
     * @param path as in {@link #request}
     * @return the method and the path
     */
    public static ExpectedRequest get(String path) {
        return request("GET", path);
    }

    /**
     * Expects {@code POST}.
     *
     * @param path as in {@link #request}
     * @return the method and the path
     */
    public static ExpectedRequest post(String path) {
        return request("POST", path);
    }

    /**
     * Expects {@code PUT}.
     *
     * @param path as in {@link #request}
     * @return the method and the path
     */
    public static ExpectedRequest put(String path) {
        return request("PUT", path);
    }

    /**
     * Expects {@code DELETE}.
     *
     * @param path as in {@link #request}
     * @return the method and the path
     */
    public static ExpectedRequest delete(String path) {
        return request("DELETE", path);
    }

    /**
     * Expects a method and a path.
     *
     * @param method such as {@code PATCH}
     * @param path as it is sent, percent encoding included; <code>{id}</code> stands for any one segment
     * @return the method and the path
     * @throws IllegalArgumentException if the path does not begin with a slash or has a query
     */
    public static ExpectedRequest request(String method, String path) {
        if (!path.startsWith("/") || path.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "[http-expectation] %s: is no path. Begin it with / and name parameters by query(name, value)."
                            .formatted(path));
        }
        return new ExpectedRequest(
                method + " " + path,
                List.of(
                        request -> request.method().equals(method)
                                ? null
                                : differs("method", method, request.method(), 1.5),
                        request -> samePath(path, request.path())
                                ? null
                                : differs(
                                        "path",
                                        path,
                                        request.path(),
                                        1 + 3 * TextDistance.between(path, request.path()))));
    }

    private static boolean samePath(String pattern, String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        boolean same = expected.length == actual.length;
        for (int i = 0; same && i < expected.length; i++) {
            boolean variable = expected[i].startsWith("{") && expected[i].endsWith("}");
            same = variable ? !actual[i].isEmpty() : expected[i].equals(actual[i]);
        }
        return same;
    }

    /**
     * Expects a header as well.
     *
     * @param header its name; case does not matter
     * @param value one of its values
     * @return a copy that expects more
     */
    public ExpectedRequest header(String header, String value) {
        return and(request -> {
            List<String> values = request.headers().getOrDefault(header, List.of());
            return values.contains(value)
                    ? null
                    : differs("header " + header, value, values.isEmpty() ? null : String.join(", ", values), 1);
        });
    }

    /**
     * Expects a parameter of the query as well.
     *
     * @param parameter its name, not percent-encoded
     * @param value one of its values, not percent-encoded
     * @return a copy that expects more
     */
    public ExpectedRequest query(String parameter, String value) {
        return and(request -> {
            List<String> values = Stream.of(request.query().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> decoded(pair[0]).equals(parameter))
                    .map(pair -> pair.length == 1 ? "" : decoded(pair[1]))
                    .toList();
            return values.contains(value)
                    ? null
                    : differs("query " + parameter, value, values.isEmpty() ? null : String.join(", ", values), 1);
        });
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // An encoding that is wrong is told as it is.
            return text;
        }
    }

    /**
     * Expects a body as well.
     *
     * @param body all of it
     * @return a copy that expects more
     */
    public ExpectedRequest body(String body) {
        return and(request -> request.body().equals(body) ? null : differs("body", body, request.body(), 1));
    }

    /**
     * Expects more by an assertion, such as one of AssertJ on the body. What the assertion says is shown when no
     * expectation matches.
     *
     * @param assertion throws an {@link AssertionError} if the request is another one; called by any thread
     * @return a copy that expects more
     */
    public ExpectedRequest satisfying(Consumer<ReceivedRequest> assertion) {
        return and(request -> {
            try {
                assertion.accept(request);
                return null;
            } catch (AssertionError e) {
                return new Mismatch(String.valueOf(e.getMessage()).strip(), 1);
            }
        });
    }

    private ExpectedRequest and(Criterion criterion) {
        List<Criterion> more = new ArrayList<>(criteria);
        more.add(criterion);
        return new ExpectedRequest(name, more);
    }

    private static Mismatch differs(String what, String expected, @Nullable String actual, double distance) {
        return new Mismatch(
                "%s: expected \"%s\", was %s".formatted(what, expected, actual == null ? "absent" : '"' + actual + '"'),
                distance);
    }

    /**
     * Says what such requests get: the first answer the first, and so on. As many requests are expected as there are
     * answers, unless the expectation says otherwise; further ones then get the last answer.
     *
     * @param first the answer to the first request
     * @param others the answers to the following ones
     * @return an expectation for {@link FakeHttpServer#expect}
     */
    public Expectation answer(Answer first, Answer... others) {
        List<Function<ReceivedRequest, Answer>> answers = Stream.concat(Stream.of(first), Stream.of(others))
                .<Function<ReceivedRequest, Answer>>map(answer -> request -> answer)
                .toList();
        return new Expectation(this, answers, answers.size(), answers.size());
    }

    /**
     * Says what such a request gets, by its content.
     *
     * @param answer makes the answer; called by any thread; what it throws fails the test
     * @return an expectation of one request for {@link FakeHttpServer#expect}
     */
    public Expectation answer(Function<ReceivedRequest, Answer> answer) {
        return new Expectation(this, List.of(answer), 1, 1);
    }

    List<Mismatch> mismatches(ReceivedRequest request) {
        List<Mismatch> found = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Mismatch mismatch = criterion.mismatch(request);
            if (mismatch != null) {
                found.add(mismatch);
            }
        }
        return found;
    }

    /**
     * Returns method and path.
     *
     * @return such as {@code GET /agents}
     */
    @Override
    public String toString() {
        return name;
    }
}
