package io.neurectomy.test.internal;

import io.neurectomy.test.ReadableDisplayNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;

/**
 * The defaults, as JUnit's own configuration parameters.
 *
 * <p>They come in groups. A group is left alone as soon as one of its parameters is set, because JUnit derives the
 * others from it: whoever sets only {@code parallel.mode.default} has also said how classes run.
 */
final class Defaults {

    static final String SEED = "junit.jupiter.execution.order.random.seed";
    static final String METHOD_ORDER = "junit.jupiter.testmethod.order.default";
    static final String CLASS_ORDER = "junit.jupiter.testclass.order.default";
    static final String TEST_TIMEOUT = "junit.jupiter.execution.timeout.testable.method.default";
    static final String LIFECYCLE_TIMEOUT = "junit.jupiter.execution.timeout.lifecycle.method.default";

    private static final String TIMEOUT = "junit.jupiter.execution.timeout.";
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    private static final String CLASS_MODE = PARALLEL + "mode.classes.default";
    private static final String AUTODETECTION = "junit.jupiter.extensions.autodetection.";

    private Defaults() {}

    /**
     * Returns what is to be added to the user's configuration.
     *
     * @param configured looks up what the user has set, wherever that is
     * @param onlyIntegrationTests whether the run consists of integration tests
     * @param newSeed the seed that is used when the user gives none
     * @return parameters and values, none of which the user has set
     */
    static Map<String, String> missingFrom(
            Function<String, Optional<String>> configured, boolean onlyIntegrationTests, long newSeed) {
        Map<String, String> missing = new LinkedHashMap<>();
        groups(onlyIntegrationTests, newSeed).forEach(group -> {
            boolean untouched = Stream.concat(group.owns().stream(), group.values().keySet().stream())
                    .noneMatch(name -> configured.apply(name).isPresent());
            if (untouched) {
                missing.putAll(group.values());
            }
        });
        return missing;
    }

    private static Stream<Group> groups(boolean onlyIntegrationTests, long newSeed) {
        return Stream.of(
                new Group(
                        List.of(PARALLEL + "mode.default"),
                        Map.of(
                                PARALLEL + "enabled",
                                "true",
                                CLASS_MODE,
                                onlyIntegrationTests ? "same_thread" : "concurrent")),
                // JUnit 6.1 and later; 5.14 ignores it. The fork-join pool lets a waiting test run another one in its
                // thread.
                new Group(Map.of(PARALLEL + "config.executor-service", "WORKER_THREAD_POOL")),
                new Group(Map.of(METHOD_ORDER, MethodOrderer.Random.class.getName())),
                new Group(Map.of(CLASS_ORDER, ClassOrderer.Random.class.getName())),
                new Group(Map.of(SEED, Long.toString(newSeed))),
                new Group(
                        List.of(
                                TIMEOUT + "default",
                                TIMEOUT + "test.method.default",
                                TIMEOUT + "testtemplate.method.default",
                                TIMEOUT + "testfactory.method.default"),
                        Map.of(TEST_TIMEOUT, onlyIntegrationTests ? "5 m" : "60 s")),
                new Group(
                        List.of(
                                TIMEOUT + "default",
                                TIMEOUT + "beforeall.method.default",
                                TIMEOUT + "beforeeach.method.default",
                                TIMEOUT + "aftereach.method.default",
                                TIMEOUT + "afterall.method.default"),
                        Map.of(LIFECYCLE_TIMEOUT, "5 m")),
                new Group(Map.of(TIMEOUT + "mode", "disabled_on_debug")),
                new Group(Map.of("junit.jupiter.displayname.generator.default", ReadableDisplayNames.class.getName())),
                new Group(
                        List.of(AUTODETECTION + "exclude"),
                        Map.of(AUTODETECTION + "enabled", "true", AUTODETECTION + "include", "io.neurectomy.test.*")));
    }

    /**
     * Parameters that are filled together or not at all.
     *
     * @param owns further parameters that, once set, mean that the user decides
     * @param values the parameters with their values
     */
    private record Group(List<String> owns, Map<String, String> values) {
        Group(Map<String, String> values) {
            this(List.of(), values);
        }
    }
}
