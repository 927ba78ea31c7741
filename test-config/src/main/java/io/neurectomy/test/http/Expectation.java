package io.neurectomy.test.http;

import java.util.List;
import java.util.function.Function;

/** A request, its answers, and how many such requests are to come. Immutable; made by {@link ExpectedRequest#answer}. */
public final class Expectation {
    private final ExpectedRequest request;
    private final List<Function<ReceivedRequest, Answer>> answers;
    private final int least;
    private final int most;

    Expectation(ExpectedRequest request, List<Function<ReceivedRequest, Answer>> answers, int least, int most) {
        this.request = request;
        this.answers = answers;
        this.least = least;
        this.most = most;
    }

    /**
     * Expects that many requests, no more and no less.
     *
     * @param count how many; 0 for a request that must not come
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative
     */
    public Expectation times(int count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "[http-expectation] times(%d): is negative. Write how many requests are to come.".formatted(count));
        }
        return new Expectation(request, answers, count, count);
    }

    /**
     * Expects one request or more.
     *
     * @return a changed copy
     */
    public Expectation atLeastOnce() {
        return new Expectation(request, answers, 1, Integer.MAX_VALUE);
    }

    /**
     * Allows any number of requests, none included.
     *
     * @return a changed copy
     */
    public Expectation anyNumberOfTimes() {
        return new Expectation(request, answers, 0, Integer.MAX_VALUE);
    }

    ExpectedRequest request() {
        return request;
    }

    Function<ReceivedRequest, Answer> answer(int earlier) {
        return answers.get(Math.min(earlier, answers.size() - 1));
    }

    boolean isUsedUp(int received) {
        return received >= most;
    }

    boolean isMet(int received) {
        return received >= least;
    }

    /** Returns how many requests are expected, in words. */
    String count() {
        return least == most ? requests(least) : "at least " + requests(least);
    }

    static String requests(int count) {
        return count == 1 ? "1 request" : count + " requests";
    }
}
