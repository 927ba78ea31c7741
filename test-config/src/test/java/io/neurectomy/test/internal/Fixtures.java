package io.neurectomy.test.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Test classes that are run by tests; static and nested, so that no build runs them by itself. */
// Run by tests, not by the build; the names are what the tests look for.
@SuppressWarnings({"test-class-name", "test-method-name", "method-name"})
final class Fixtures {

    private Fixtures() {}

    private static final CountDownLatch MEETING = new CountDownLatch(2);
    private static final AtomicInteger INSIDE = new AtomicInteger();

    private static void meetTheOtherClass() throws InterruptedException {
        MEETING.countDown();
        Assertions.assertThat(MEETING.await(20, TimeUnit.SECONDS))
                .as("the other class runs too")
                .isTrue();
    }

    private static void beAlone() throws InterruptedException {
        int inside = INSIDE.incrementAndGet();
        Thread.sleep(100);
        INSIDE.decrementAndGet();
        Assertions.assertThat(inside).as("tests inside").isEqualTo(1);
    }

    /** Passes only while {@link MeetingB} runs. */
    static class MeetingA {
        @Test
        void meets() throws InterruptedException {
            meetTheOtherClass();
        }
    }

    /** Passes only while {@link MeetingA} runs. */
    static class MeetingB {
        @Test
        void meets() throws InterruptedException {
            meetTheOtherClass();
        }
    }

    /** Passes only if its methods run one after another. */
    static class AloneMethods {
        @Test
        void one() throws InterruptedException {
            beAlone();
        }

        @Test
        void two() throws InterruptedException {
            beAlone();
        }

        @Test
        void three() throws InterruptedException {
            beAlone();
        }
    }

    /** Passes only while no other integration test runs. */
    static class FirstIT {
        @Test
        void one() throws InterruptedException {
            beAlone();
        }
    }

    /** Passes only while no other integration test runs. */
    static class SecondIT {
        @Test
        void one() throws InterruptedException {
            beAlone();
        }
    }

    /** Prints the order of its methods. */
    static class Ordered {
        @BeforeEach
        void print(TestInfo test) {
            Console.print("order " + test.getTestMethod().orElseThrow().getName());
        }

        @Test
        void a() {}

        @Test
        void b() {}

        @Test
        void c() {}

        @Test
        void d() {}

        @Test
        void e() {}

        @Test
        void f() {}
    }

    /** Prints when it runs. */
    static class ClassA {
        @Test
        void run() {
            Console.print("class a");
        }
    }

    /** Prints when it runs. */
    static class ClassB {
        @Test
        void run() {
            Console.print("class b");
        }
    }

    /** Prints when it runs. */
    static class ClassC {
        @Test
        void run() {
            Console.print("class c");
        }
    }

    /** Hangs in a test, in a lifecycle method, and not at all. */
    static class Hanging {
        @Test
        void waitsForAnAnswerThatNeverComes() throws InterruptedException {
            hangHere();
        }

        @Test
        @Timeout(30)
        void hasMoreTime() throws InterruptedException {
            Thread.sleep(1500);
        }

        @Test
        void throwsATimeoutOfItsOwn() throws java.util.concurrent.TimeoutException {
            throw new java.util.concurrent.TimeoutException("the test's own");
        }

        private static void hangHere() throws InterruptedException {
            Thread.sleep(20_000);
        }
    }

    /** Hangs before each test. */
    static class HangingSetUp {
        @BeforeEach
        void hangs() throws InterruptedException {
            Thread.sleep(20_000);
        }

        @Test
        void isNeverReached() {}
    }

    /** Has names to be read. */
    static class NamesTest {
        @Test
        void refusesAnHTTPHeaderOfVersion2() {}

        @Test
        void keeps_the_v2_path_and_UTF8() {}

        @Test
        void aShortOne(TestInfo ignored) {}

        @Nested
        class WhenTheStreamIsEmpty {
            @Test
            void readsNothing() {}
        }
    }
}
