package io.neurectomy.test.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Fills what the user has not configured before an engine reads it, and prints the seed of the run.
 *
 * <p>A {@code junit-platform.properties} in this jar would not do: JUnit reads only the first on the class path, so one
 * line in a consumer's own file would turn all defaults off. JUnit asks for a parameter in the request, then in the
 * system properties, then in that file; the effective configuration is known here, so a system property is set exactly
 * where all three are silent. It stays set for the life of the JVM, because engines read parameters until their last
 * test.
 */
public final class DefaultsListener implements LauncherDiscoveryListener, TestExecutionListener {

    private static final Set<String> FILLED = new HashSet<>();
    private static final Set<String> PRINTED = new HashSet<>();

    /** Creates the listener; JUnit calls this through {@link java.util.ServiceLoader}. */
    public DefaultsListener() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        fill(request.getConfigurationParameters(), IntegrationTests.areAllOf(request));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        ConfigurationParameters parameters = testPlan.getConfigurationParameters();
        SeedLine.of(parameters::get).ifPresent(DefaultsListener::printOnce);
    }

    private static void fill(ConfigurationParameters parameters, boolean onlyIntegrationTests) {
        synchronized (FILLED) {
            Defaults.missingFrom(name -> configured(parameters, name), onlyIntegrationTests, newSeed())
                    .forEach((name, value) -> {
                        // A later run in the same JVM keeps the seed: it is printed once.
                        if (!name.equals(Defaults.SEED) || FILLED.add(name)) {
                            FILLED.add(name);
                            System.setProperty(name, value);
                        }
                    });
        }
    }

    private static Optional<String> configured(ConfigurationParameters parameters, String name) {
        Optional<String> value = parameters.get(name);
        return FILLED.contains(name) && value.equals(Optional.ofNullable(System.getProperty(name)))
                ? Optional.empty()
                : value;
    }

    private static long newSeed() {
        return ThreadLocalRandom.current().nextLong(1_000_000_000);
    }

    private static void printOnce(String line) {
        synchronized (PRINTED) {
            if (PRINTED.add(line)) {
                Console.print(line);
            }
        }
    }
}
