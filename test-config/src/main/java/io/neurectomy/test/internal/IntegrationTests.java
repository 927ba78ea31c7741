package io.neurectomy.test.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Tells integration tests from others by the names that Failsafe looks for. */
final class IntegrationTests {

    private static final Pattern NAME = Pattern.compile("(?:.*[.$])?(?:IT[^.$]*|[^.$]*IT|[^.$]*ITCase)(?:\\$.*)?");

    private IntegrationTests() {}

    /**
     * Says whether a request selects integration tests and nothing else.
     *
     * @param request a discovery request
     * @return whether all its selectors name classes or methods of integration tests; false without selectors
     */
    static boolean areAllOf(LauncherDiscoveryRequest request) {
        List<DiscoverySelector> selectors = request.getSelectorsByType(DiscoverySelector.class);
        return !selectors.isEmpty()
                && selectors.stream()
                        .allMatch(selector -> className(selector)
                                .anyMatch(name -> NAME.matcher(name).matches()));
    }

    private static Stream<String> className(DiscoverySelector selector) {
        if (selector instanceof ClassSelector s) {
            return Stream.of(s.getClassName());
        }
        if (selector instanceof MethodSelector s) {
            return Stream.of(s.getClassName());
        }
        if (selector instanceof NestedClassSelector s) {
            return s.getEnclosingClassNames().stream().limit(1);
        }
        if (selector instanceof NestedMethodSelector s) {
            return s.getEnclosingClassNames().stream().limit(1);
        }
        return Stream.empty();
    }
}
