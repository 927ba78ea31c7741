package io.neurectomy.test.http;

import io.neurectomy.test.http.ExpectedRequest.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is expected of one server, what it received, and what was wrong with that. Thread-safe. */
final class Ledger {
    private static final int SHOWN = 20;

    private final List<Entry> entries = new ArrayList<>();
    private final List<ReceivedRequest> received = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** An expectation with its place in the test and the requests it has got. */
    private static final class Entry {
        private final Expectation expectation;
        private final String place;
        private int count;

        Entry(Expectation expectation, String place) {
            this.expectation = expectation;
            this.place = place;
        }

        List<Mismatch> mismatches(ReceivedRequest request) {
            List<Mismatch> found = new ArrayList<>(expectation.request().mismatches(request));
            if (expectation.isUsedUp(count)) {
                found.add(new Mismatch("count: expected %s and got them".formatted(expectation.count()), 0.5));
            }
            return found;
        }

        @Override
        public String toString() {
            return expectation.request() + " (" + place + ")";
        }
    }

    synchronized void expect(Expectation expectation, String place) {
        entries.add(new Entry(expectation, place));
    }

    synchronized List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    synchronized void problem(String problem) {
        problems.add(problem);
    }

    /** Returns what a request gets. */
    Answer answer(ReceivedRequest request) {
        Function<ReceivedRequest, Answer> found = find(request);
        try {
            return found.apply(request);
        } catch (RuntimeException | AssertionError e) {
            String problem = "[http-answer] %s: the answer could not be made: %s. Correct the function that makes it."
                    .formatted(line(request), e);
            problem(problem);
            return refusal(500, problem);
        }
    }

    private synchronized Function<ReceivedRequest, Answer> find(ReceivedRequest request) {
        received.add(request);
        @Nullable Entry nearest = null;
        List<Mismatch> least = List.of();
        for (Entry entry : entries) {
            List<Mismatch> mismatches = entry.mismatches(request);
            if (mismatches.isEmpty()) {
                return entry.expectation.answer(entry.count++);
            }
            if (nearest == null || distance(mismatches) < distance(least)) {
                nearest = entry;
                least = mismatches;
            }
        }
        String problem = nearest == null
                ? "[http-unexpected] %s: nothing is expected. Tell the server what to expect before the call."
                        .formatted(line(request))
                : "[http-unexpected] %s: no expectation matches. Nearest is %s:%n%s%nCorrect the call or the expectation."
                        .formatted(
                                line(request),
                                nearest,
                                least.stream()
                                        .map(mismatch ->
                                                "    " + mismatch.reason().replace("\n", "\n    "))
                                        .collect(Collectors.joining(System.lineSeparator())));
        problems.add(problem);
        // Not 404 nor 500: a client under test may well live with those.
        return unexpected -> refusal(501, problem);
    }

    private static double distance(List<Mismatch> mismatches) {
        return mismatches.stream().mapToDouble(Mismatch::distance).sum();
    }

    private static Answer refusal(int status, String problem) {
        return Answer.of(status, "text/plain; charset=utf-8", problem).thenCloses();
    }

    /** Returns everything that was not as expected, as one text; empty if all was. */
    synchronized String failures() {
        List<String> all = new ArrayList<>(problems);
        List<Entry> unmet = entries.stream()
                .filter(entry -> !entry.expectation.isMet(entry.count))
                .toList();
        unmet.forEach(entry -> all.add("[http-unmet] %s: expected %s, got %d. Make the code under test send them."
                .formatted(entry, entry.expectation.count(), entry.count)));
        if (!unmet.isEmpty()) {
            all.add(
                    received.isEmpty()
                            ? "Nothing was received."
                            : received.stream()
                                    .limit(SHOWN)
                                    .map(request -> "    " + line(request))
                                    .collect(Collectors.joining(
                                            System.lineSeparator(),
                                            "Received: " + Expectation.requests(received.size())
                                                    + System.lineSeparator(),
                                            "")));
        }
        return all.stream().distinct().collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(ReceivedRequest request) {
        return request.method() + " " + request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
    }
}
