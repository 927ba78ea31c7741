package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A million UUIDs of one generator over eight threads. */
class UuidV7GeneratorThreadsTest {

    private static final int THREADS = 8;
    private static final int UUIDS_PER_THREAD = 125_000;

    private static final Comparator<Issue> UNSIGNED = (left, right) -> {
        int order = Long.compareUnsigned(
                left.uuid().getMostSignificantBits(), right.uuid().getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(
                        left.uuid().getLeastSignificantBits(), right.uuid().getLeastSignificantBits());
    };

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final AtomicLong ticket = new AtomicLong();

    /** A UUID, and tickets drawn before its generation began and after it had ended. */
    private record Issue(UUID uuid, long begin, long end) {}

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    @Test
    void generatesAMillionUniqueUuidsInOrder() throws Exception {
        List<List<Issue>> threads = issueFrom(UuidV7Generator.shared());

        assertUnique(threads);
        assertOrderedInEachThread(threads);
        assertOrderedByIssue(threads);
    }

    @Test
    void needsNoRandomnessToBeUniqueAndInOrder() throws Exception {
        List<List<Issue>> threads = issueFrom(new UuidV7Generator(InstantSource.system(), () -> 0L));

        assertUnique(threads);
        assertOrderedInEachThread(threads);
        assertOrderedByIssue(threads);
    }

    private List<List<Issue>> issueFrom(UuidV7Generator generator) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<Issue>> thread = () -> {
            List<Issue> issues = new ArrayList<>(UUIDS_PER_THREAD);
            start.await();
            for (int i = 0; i < UUIDS_PER_THREAD; i++) {
                long begin = ticket.getAndIncrement();
                UUID uuid = generator.next();
                issues.add(new Issue(uuid, begin, ticket.getAndIncrement()));
            }
            return issues;
        };
        List<List<Issue>> threads = new ArrayList<>();
        for (Future<List<Issue>> issues : executor.invokeAll(Collections.nCopies(THREADS, thread))) {
            threads.add(issues.get());
        }
        return threads;
    }

    private static void assertUnique(List<List<Issue>> threads) {
        Set<UUID> uuids = new HashSet<>();
        threads.forEach(issues -> issues.forEach(issue -> uuids.add(issue.uuid())));
        assertThat(uuids).hasSize(THREADS * UUIDS_PER_THREAD);
    }

    private static void assertOrderedInEachThread(List<List<Issue>> threads) {
        for (List<Issue> issues : threads) {
            for (int i = 1; i < issues.size(); i++) {
                if (UNSIGNED.compare(issues.get(i - 1), issues.get(i)) >= 0) {
                    throw new AssertionError(issues.get(i) + " is not greater than " + issues.get(i - 1));
                }
            }
        }
    }

    /** In the order of the UUIDs, none may have ended before a smaller one began. */
    private static void assertOrderedByIssue(List<List<Issue>> threads) {
        Issue[] issues = threads.stream().flatMap(List::stream).toArray(Issue[]::new);
        Arrays.sort(issues, UNSIGNED);
        Issue latest = issues[0];
        for (Issue issue : issues) {
            if (issue.end() < latest.begin()) {
                throw new AssertionError(issue + " was issued before " + latest + ", but is greater");
            }
            latest = issue.begin() > latest.begin() ? issue : latest;
        }
    }
}
