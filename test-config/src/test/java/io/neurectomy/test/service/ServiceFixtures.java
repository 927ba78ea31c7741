package io.neurectomy.test.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.internal.Console;
import org.junit.jupiter.api.Test;

/** Test classes that are run by tests; static and nested, so that no build runs them by itself. */
// Run by tests, not by the build; the names are what the tests look for.
@SuppressWarnings("test-class-name")
final class ServiceFixtures {
    private ServiceFixtures() {}

    /** Needs one service. */
    @NeedsService(Service.NATS)
    static class OnNats {
        @Test
        void talks(Services services) {
            Console.print("url " + services.url(Service.NATS));
        }

        @Test
        void talksAgain(Services services) {
            assertThat(services.freshName("test")).isNotEqualTo(services.freshName("test"));
        }
    }

    /** Needs one service in one method only. */
    static class SomeOnNats {
        @Test
        void computes() {
            Console.print("computed");
        }

        @Test
        @NeedsService(Service.NATS)
        void talks(Services services) {
            Console.print("url " + services.url(Service.NATS));
        }
    }

    /** Asks for a service that it does not name. */
    @NeedsService(Service.NATS)
    static class Careless {
        @Test
        void asks(Services services) {
            services.url(Service.REDIS);
        }
    }
}
