package io.neurectomy.test.docker;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Test classes that are run by tests; static and nested, so that no build runs them by itself. */
// Run by tests, not by the build; the names are what the tests look for.
@SuppressWarnings("test-class-name")
final class DockerFixtures {
    private DockerFixtures() {}

    /** Passes but for what it asks of the engine. */
    static class AsksForTooMuch {
        @Test
        void asksForNetworks(FakeDocker docker) {
            new EngineClient(docker).get("/networks");
        }

        @Test
        void listsContainers(FakeDocker docker) {
            Assertions.assertThat(
                            new EngineClient(docker).get("/containers/json").body())
                    .isEqualTo("[]\n");
        }
    }

    /** Asks for an engine where there is no single test. */
    static class OnTheClass {
        OnTheClass(FakeDocker docker) {
            Assertions.assertThat(docker).isNotNull();
        }

        @Test
        void isNeverReached() {}
    }

    /** Has nothing to do with Docker. */
    static class WithoutDocker {
        @Test
        void adds() {
            Assertions.assertThat(1 + 1).isEqualTo(2);
        }
    }
}
