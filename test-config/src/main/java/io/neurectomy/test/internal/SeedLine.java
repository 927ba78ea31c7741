package io.neurectomy.test.internal;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;

/** The line that says how to repeat the order of a run. */
final class SeedLine {

    private SeedLine() {}

    /**
     * Returns the line, if the run has a random order with a known seed.
     *
     * @param configured looks up the effective configuration of the run
     * @return the line, without a line end
     */
    static Optional<String> of(Function<String, Optional<String>> configured) {
        boolean random = Stream.of(
                        configured.apply(Defaults.METHOD_ORDER).filter(MethodOrderer.Random.class.getName()::equals),
                        configured.apply(Defaults.CLASS_ORDER).filter(ClassOrderer.Random.class.getName()::equals))
                .anyMatch(Optional::isPresent);
        return configured
                .apply(Defaults.SEED)
                .filter(seed -> random)
                .map(seed ->
                        "[test-order] Tests run in random order. To repeat it: -D%s=%s".formatted(Defaults.SEED, seed));
    }
}
