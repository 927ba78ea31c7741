package io.neurectomy.test.internal;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes and prints what happens to each test; the other half of {@link FreshJvm}. */
final class RunClasses {

    private RunClasses() {}

    /** Takes parameters as {@code name=value} and names of test classes. */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                request.configurationParameter(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                request.selectors(selectClass(argument));
            }
        }
        LauncherDiscoveryRequest built = request.build();
        LauncherFactory.create().execute(built, new Report());
    }

    private static final class Report implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String failure = result.getThrowable()
                    .map(throwable -> " " + throwable + " at "
                            + Stream.of(throwable.getStackTrace()).limit(2).toList())
                    .orElse("");
            Console.print("%s: %s%s".formatted(test.getDisplayName(), result.getStatus(), failure));
        }
    }
}
