package io.neurectomy.test.http;

import io.neurectomy.test.internal.PerTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides {@link FakeHttpServer} parameters. It is registered by being there; {@code @ExtendWith} is only needed where a
 * configuration of one's own turns the automatic detection of extensions off.
 */
public final class FakeHttpExtension implements ParameterResolver, AfterEachCallback {
    private static final PerTest<FakeHttpServer> SERVERS =
            new PerTest<>(FakeHttpServer.class, "http-fake", ", or call start()");

    /** Creates the extension; JUnit calls this. */
    public FakeHttpExtension() {}

    /**
     * Says whether a parameter is a server.
     *
     * @param parameter any parameter of a method or constructor
     * @param context the test that it belongs to; not used
     * @return whether its type is {@link FakeHttpServer}
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SERVERS.supports(parameter);
    }

    /**
     * Returns the server of the test, which starts with the first call.
     *
     * @param parameter a parameter of the type {@link FakeHttpServer}
     * @param context the test that it belongs to
     * @return the one server of this test
     * @throws ParameterResolutionException if there is no single test whose expectations these would be
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SERVERS.of(context, parameter, FakeHttpServer::start);
    }

    /**
     * Ends the server of the test.
     *
     * @param context the test that has run
     * @throws AssertionError if the test got requests other than the expected ones
     */
    @Override
    public void afterEach(ExtensionContext context) {
        SERVERS.remove(context).ifPresent(FakeHttpServer::close);
    }
}
