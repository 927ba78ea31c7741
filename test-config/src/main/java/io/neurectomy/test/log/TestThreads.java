package io.neurectomy.test.log;

import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** Which thread works for which test. Thread-safe. */
final class TestThreads {

    private static final InheritableThreadLocal<@Nullable Claim> CLAIMS = new InheritableThreadLocal<>();

    private TestThreads() {}

    /**
     * Begins a test in the calling thread; the threads that it starts work for the same test. The thread may be in the
     * middle of another test already: one of JUnit's fork-join pool runs others while it waits.
     */
    static void enterTest() {
        CLAIMS.set(new Claim(new Test(), Thread.currentThread(), CLAIMS.get()));
    }

    /** Ends the test that the calling thread has entered. */
    static void leaveTest() {
        Claim claim = CLAIMS.get();
        if (claim == null) {
            return;
        }
        claim.test().over = true;
        if (claim.outer() == null) {
            CLAIMS.remove();
        } else {
            CLAIMS.set(claim.outer());
        }
    }

    /** Returns the test that the calling thread works for, if it is not over. */
    static Optional<Test> currentTest() {
        Claim claim = CLAIMS.get();
        // A pool adds workers from whatever thread hands it work: a worker's inherited claim means nothing, and JUnit's
        // own workers, which then run other tests, are such.
        Thread current = Thread.currentThread();
        return Optional.ofNullable(claim)
                .filter(each -> each.thread() == current || !(current instanceof ForkJoinWorkerThread))
                .map(Claim::test)
                .filter(test -> !test.over);
    }

    /** A test that runs. */
    static final class Test {
        private volatile boolean over;
        private volatile @Nullable LogCapture capture;

        private Test() {}

        void setCapture(LogCapture started) {
            capture = started;
        }

        Optional<LogCapture> capture() {
            return Optional.ofNullable(capture);
        }
    }

    /**
     * A thread's part in a test.
     *
     * @param test the test
     * @param thread the thread that entered it; another one has inherited the claim
     * @param outer the claim that it hides: of a test that the thread has not finished
     */
    private record Claim(Test test, Thread thread, @Nullable Claim outer) {}
}
