package io.neurectomy.test.log;

import io.neurectomy.test.internal.Console;
import io.neurectomy.test.internal.PerTest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides {@link LogCapture} parameters. It is registered by being there; {@code @ExtendWith} is only needed where a
 * configuration of one's own turns the automatic detection of extensions off.
 */
public final class LogCaptureExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final PerTest<LogCapture> CAPTURES = new PerTest<>(LogCapture.class, "log-capture", "");
    private static @Nullable Captures all;

    /** Creates the extension; JUnit calls this. */
    public LogCaptureExtension() {}

    /**
     * Says whether a parameter is a capture.
     *
     * @param parameter any parameter of a method or constructor
     * @param context the test that it belongs to; not used
     * @return whether its type is {@link LogCapture}
     */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return CAPTURES.supports(parameter);
    }

    /**
     * Returns the capture of the test, which starts with the first call.
     *
     * @param parameter a parameter of the type {@link LogCapture}
     * @param context the test that it belongs to
     * @return the one capture of this test
     * @throws ParameterResolutionException if there is no single test to capture, or SLF4J logs to where nothing can be
     *     captured
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return CAPTURES.of(context, parameter, () -> all().start());
    }

    /**
     * Keeps what this test logs out of other tests' captures.
     *
     * @param context the test that is about to run; not used
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        TestThreads.enterTest();
    }

    /**
     * Ends the capture of the test, and prints it if the test failed.
     *
     * @param context the test that has run
     */
    @Override
    public void afterEach(ExtensionContext context) {
        TestThreads.leaveTest();
        LogCapture capture = CAPTURES.remove(context).orElse(null);
        if (capture != null) {
            all().stop(capture);
            if (context.getExecutionException().isPresent() && !capture.events().isEmpty()) {
                Console.print("[log-capture] %s failed. It logged:%n%s"
                        .formatted(
                                context.getRequiredTestClass().getName() + "."
                                        + context.getRequiredTestMethod().getName(),
                                capture.events().stream()
                                        .map(LogCaptureExtension::line)
                                        .collect(Collectors.joining(System.lineSeparator()))));
            }
        }
    }

    private static String line(LogEvent event) {
        String line = "    %s %s [%s] %s".formatted(event.level(), event.logger(), event.thread(), event.message());
        Throwable throwable = event.throwable();
        return throwable == null ? line : line + System.lineSeparator() + Console.trace(throwable);
    }

    private static synchronized Captures all() {
        Captures found = all;
        if (found == null) {
            // Not in a static initializer: its failure would be told to the first test only.
            found = new Captures(LogSource.detect());
            all = found;
        }
        return found;
    }
}
