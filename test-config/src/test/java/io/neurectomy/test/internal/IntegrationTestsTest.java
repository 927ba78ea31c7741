package io.neurectomy.test.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class IntegrationTestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"com.acme.OrderIT", "OrderIT", "com.acme.ITOrder", "com.acme.OrderITCase", "a.OrderIT$Late"})
    void knowsTheNamesThatFailsafeLooksFor(String name) {
        assertThat(areAll(selectClass(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.OrderTest", "com.IT.OrderTest", "com.acme.Transit", "com.acme.OrderITs"})
    void leavesOtherNamesAlone(String name) {
        assertThat(areAll(selectClass(name))).isFalse();
    }

    static Stream<DiscoverySelector> selectors() {
        return Stream.of(
                selectMethod("com.acme.OrderIT", "loads"),
                selectNestedClass(List.of("com.acme.OrderIT"), "com.acme.OrderIT$Late"),
                selectNestedMethod(List.of("com.acme.OrderIT"), "com.acme.OrderIT$Late", "loads"));
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void looksAtTheOutermostClass(DiscoverySelector selector) {
        assertThat(areAll(selector)).isTrue();
    }

    @Test
    void countsAMixedRunAsNone() {
        assertThat(areAll(selectClass("OrderIT"), selectClass("OrderTest"))).isFalse();
        assertThat(areAll(selectPackage("com.acme"))).isFalse();
        assertThat(areAll()).isFalse();
    }

    private static boolean areAll(DiscoverySelector... selectors) {
        return IntegrationTests.areAllOf(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build());
    }
}
