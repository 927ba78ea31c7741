package io.neurectomy.test.docker;

import io.neurectomy.test.internal.PerTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that has a parameter of the type {@link FakeDocker} an engine of its own, and closes it after the test, which
 * fails then if something was not faked. It is registered automatically.
 */
public final class FakeDockerExtension implements ParameterResolver, AfterEachCallback {
    private static final PerTest<FakeDocker> ENGINES =
            new PerTest<>(FakeDocker.class, "docker-parameter", ", or call FakeDocker.start()");

    /** Creates the extension; JUnit calls this. */
    public FakeDockerExtension() {}

    /**
     * Says whether a parameter is an engine.
     *
     * @param parameter any parameter of a method or constructor
     * @param context the test that it belongs to; not used
     * @return whether its type is {@link FakeDocker}
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return ENGINES.supports(parameter);
    }

    /**
     * Returns the engine of the test, which starts with the first call.
     *
     * @param parameter a parameter of the type {@link FakeDocker}
     * @param context the test that it belongs to
     * @return the one engine of this test
     * @throws ParameterResolutionException if the parameter belongs to no single test
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ENGINES.of(context, parameter, FakeDocker::start);
    }

    /**
     * Stops the engine of the test.
     *
     * @param context the test that has run
     */
    @Override
    public void afterEach(ExtensionContext context) {
        ENGINES.remove(context).ifPresent(FakeDocker::close);
    }
}
