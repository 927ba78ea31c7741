package io.neurectomy.test.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of the run what was skipped for want of a service. JUnit's own reports have it per class, and nobody reads
 * them of a run that is green.
 */
public final class SkippedServices implements TestExecutionListener {
    private static final TreeMap<String, Set<String>> CLASSES = new TreeMap<>();

    /** Creates the listener; JUnit calls this through {@link java.util.ServiceLoader}. */
    public SkippedServices() {}

    /**
     * Notes that tests were skipped.
     *
     * @param testClass name of their class
     * @param reasons a sentence for each service
     */
    public static void add(String testClass, List<String> reasons) {
        synchronized (CLASSES) {
            for (String reason : reasons) {
                CLASSES.computeIfAbsent(reason, key -> new TreeSet<>()).add(testClass);
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        synchronized (CLASSES) {
            if (CLASSES.isEmpty()) {
                return;
            }
            StringBuilder text = new StringBuilder();
            CLASSES.forEach((reason, classes) -> text.append(reason)
                    .append(System.lineSeparator())
                    .append("    skipped: ")
                    .append(String.join(", ", classes))
                    .append(System.lineSeparator()));
            text.append("    NEURECTOMY_TEST_SERVICES=required makes this a failure, as CI=true does.");
            Console.print(text.toString());
            CLASSES.clear();
        }
    }
}
