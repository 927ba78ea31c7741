package io.neurectomy.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.test.log.LogCapture;
import io.neurectomy.test.log.LogEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureFlagsTest {

    @ParameterizedTest
    @CsvSource({
        "WEBGPU_RENDERING, ENABLE_WEBGPU, true",
        "FIRECRACKER_RUNTIME, ENABLE_FIRECRACKER, false",
        "EXPERIMENTAL_AGENTS, ENABLE_EXPERIMENTAL, false",
        "EVENT_SOURCING, ENABLE_EVENT_SOURCING, false",
        "MULTI_REGION, ENABLE_MULTI_REGION, false",
    })
    void hasItsDefaultWhereNobodySetsIt(Feature feature, String variable, boolean enabled) {
        FeatureFlags flags = FeatureFlags.defaults();

        assertThat(feature.variable()).isEqualTo(variable);
        assertThat(flags.setting(feature)).isEqualTo(new FlagSetting(feature, enabled, FlagSource.DEFAULT, null));
        assertThat(flags.isEnabled(feature)).isEqualTo(enabled);
    }

    @Test
    void hasNoFlagThatTheseTestsDoNotKnow() {
        assertThat(Feature.values()).hasSize(5);
        assertThat(FeatureFlags.defaults().settings())
                .extracting(FlagSetting::feature)
                .containsExactly(Feature.values());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "TRUE, true",
        "True, true",
        "1, true",
        "yes, true",
        "YES, true",
        "on, true",
        "On, true",
        "false, false",
        "FALSE, false",
        "0, false",
        "no, false",
        "No, false",
        "off, false",
        "OFF, false",
    })
    void readsEachSpelling(String raw, boolean enabled) {
        for (Feature feature : Feature.values()) {
            FeatureFlags flags = FeatureFlags.fromEnvironment(Map.of(feature.variable(), raw));

            assertThat(flags.setting(feature))
                    .isEqualTo(new FlagSetting(feature, enabled, FlagSource.ENVIRONMENT, raw));
            assertThat(flags.evaluate(feature, FlagContext.empty()).reason()).isEqualTo(FlagReason.STATIC);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maybe", "", " ", " true", "true ", "t", "y", "2", "-1", "enabled", "\ttrue", "ON\n", "oui"})
    void refusesEverythingElse(String raw) {
        assertThatThrownBy(() -> FeatureFlags.fromEnvironment(Map.of("ENABLE_WEBGPU", raw)))
                .isInstanceOf(InvalidFlagsException.class)
                .hasMessageStartingWith("[invalid-flags] ENABLE_WEBGPU: is \"")
                .hasMessageEndingWith(
                        "\", neither true nor false. Set it to true, 1, yes or on, or to false, 0, no or off,"
                                + " or unset it.");
    }

    @Test
    void namesEveryVariableThatCannotBeRead() {
        Map<String, String> environment =
                Map.of("ENABLE_MULTI_REGION", "maybe", "ENABLE_WEBGPU", "ja\u001b[0m", "ENABLE_FIRECRACKER", "1");

        assertThatThrownBy(() -> FeatureFlags.fromEnvironment(environment))
                .isInstanceOfSatisfying(
                        InvalidFlagsException.class,
                        e -> assertThat(e.context().get("variables").orElseThrow())
                                .hasToString("[\"ENABLE_WEBGPU\",\"ENABLE_MULTI_REGION\"]"))
                .hasMessageContaining("ENABLE_WEBGPU: is \"ja\\u001b[0m\", neither true nor false.")
                .hasMessageContaining("\nENABLE_MULTI_REGION: is \"maybe\", neither true nor false.");
    }

    @Test
    void reportsVariablesThatAreNearToAFlags(LogCapture log) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ENABLE_WEB_GPU", "0");
        environment.put("enable_multi_region", "1");
        environment.put("ENABLED_FIRECRACKER", "1");
        environment.put("ENABLE_EVENT_SOURCING", "1");
        environment.put("ENABLE_TELEMETRY", "1");
        environment.put("PATH", "/bin");

        assertThat(FeatureFlags.fromEnvironment(environment).nearMisses())
                .containsExactly(
                        new NearMiss("ENABLED_FIRECRACKER", Feature.FIRECRACKER_RUNTIME),
                        new NearMiss("ENABLE_WEB_GPU", Feature.WEBGPU_RENDERING),
                        new NearMiss("enable_multi_region", Feature.MULTI_REGION));
        assertThat(log.events())
                .extracting(LogEvent::message)
                .contains("[flag-near-miss] \"ENABLE_WEB_GPU\": no flag has this variable. Did you mean ENABLE_WEBGPU?")
                .hasSize(3);
    }

    @Test
    void doesNotChangeWithItsEnvironment() {
        Map<String, String> environment = new HashMap<>(Map.of("ENABLE_WEBGPU", "off"));
        FeatureFlags flags = FeatureFlags.fromEnvironment(environment);
        environment.put("ENABLE_WEBGPU", "on");

        assertThat(flags.isEnabled(Feature.WEBGPU_RENDERING)).isFalse();
    }

    @Test
    void letsAnOverrideWinOverEverything() {
        FeatureFlags flags = FeatureFlags.fromEnvironment(Map.of("ENABLE_WEBGPU", "on"))
                .withRule(Feature.WEBGPU_RENDERING, TargetingRule.enableFor(100));
        FeatureFlags overridden = flags.withOverride(Feature.WEBGPU_RENDERING, false);

        assertThat(overridden.evaluate(Feature.WEBGPU_RENDERING, FlagContext.empty()))
                .isEqualTo(new FlagEvaluation(
                        new FlagSetting(Feature.WEBGPU_RENDERING, false, FlagSource.OVERRIDE, null),
                        false,
                        FlagReason.STATIC));
        assertThat(flags.isEnabled(Feature.WEBGPU_RENDERING)).isTrue();
    }

    @Test
    void letsAnOperatorEndARollout() {
        TargetingRule everyone = TargetingRule.enableFor(100);

        assertThat(FeatureFlags.defaults()
                        .withRule(Feature.MULTI_REGION, everyone)
                        .isEnabled(Feature.MULTI_REGION))
                .isTrue();
        assertThat(FeatureFlags.fromEnvironment(Map.of("ENABLE_MULTI_REGION", "off"))
                        .withRule(Feature.MULTI_REGION, everyone)
                        .isEnabled(Feature.MULTI_REGION))
                .isFalse();
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        FeatureFlags flags = FeatureFlags.defaults()
                .withRule(Feature.EXPERIMENTAL_AGENTS, new TargetingRule(Map.of("plan", Set.of("free")), 100, false))
                .withRule(
                        Feature.EXPERIMENTAL_AGENTS,
                        new TargetingRule(Map.of("plan", Set.of("free", "pro"), "region", Set.of("eu")), 100, true));

        assertThat(reason(flags, Map.of("plan", "free", "region", "eu"))).isEqualTo("false TARGETING_MATCH");
        assertThat(reason(flags, Map.of("plan", "pro", "region", "eu"))).isEqualTo("true TARGETING_MATCH");
        assertThat(reason(flags, Map.of("plan", "pro"))).isEqualTo("false DEFAULT");
        assertThat(reason(flags, Map.of("plan", "PRO", "region", "eu"))).isEqualTo("false DEFAULT");
        assertThat(flags.rules(Feature.EXPERIMENTAL_AGENTS)).hasSize(2);
        assertThat(flags.rules(Feature.MULTI_REGION)).isEmpty();
    }

    private static String reason(FeatureFlags flags, Map<String, String> attributes) {
        FlagEvaluation evaluation = flags.evaluate(Feature.EXPERIMENTAL_AGENTS, new FlagContext(null, attributes));
        return evaluation.enabled() + " " + evaluation.reason();
    }

    @Test
    void needsAKeyOnlyWhereAPercentageIsAsked() {
        FeatureFlags half = FeatureFlags.defaults().withRule(Feature.EVENT_SOURCING, TargetingRule.enableFor(50));

        assertThat(half.evaluate(Feature.EVENT_SOURCING, FlagContext.empty()).reason())
                .isEqualTo(FlagReason.TARGETING_KEY_MISSING);
        assertThat(half.evaluate(Feature.EVENT_SOURCING, FlagContext.of("")).reason())
                .isEqualTo(FlagReason.TARGETING_KEY_MISSING);
        assertThat(half.isEnabled(Feature.EVENT_SOURCING)).isFalse();
        assertThat(FeatureFlags.defaults()
                        .withRule(Feature.EVENT_SOURCING, TargetingRule.enableFor("plan", Set.of("pro")))
                        .evaluate(Feature.EVENT_SOURCING, new FlagContext(null, Map.of("plan", "pro")))
                        .reason())
                .isEqualTo(FlagReason.TARGETING_MATCH);
    }

    /** The numbers were computed by another program from the definition in the Javadoc. */
    @ParameterizedTest
    @CsvSource({
        "WEBGPU_RENDERING, ada, 0.6403949472587556",
        "MULTI_REGION, ada, 0.4837229831609875",
        "MULTI_REGION, Müller, 0.27373768715187907",
        "EVENT_SOURCING, 019c13ec-9e00-7123-9004-8d159e26af37, 0.43089084909297526",
    })
    void placesAKeyWhereOtherProgramsDo(Feature feature, String key, double position) {
        assertThat(TargetingRule.position(feature, key)).isEqualTo(position);
    }

    @Test
    void takesAboutTheShareThatIsAskedAndKeepsItWhenTheShareGrows() {
        int[] enabled = new int[3];
        int both = 0;
        for (int user = 0; user < 20_000; user++) {
            FlagContext context = FlagContext.of("user-" + user);
            boolean ten = with(10, Feature.MULTI_REGION).isEnabled(Feature.MULTI_REGION, context);
            boolean twenty = with(20, Feature.MULTI_REGION).isEnabled(Feature.MULTI_REGION, context);
            boolean other = with(10, Feature.EVENT_SOURCING).isEnabled(Feature.EVENT_SOURCING, context);
            assertThat(!ten || twenty).isTrue();
            enabled[0] += ten ? 1 : 0;
            enabled[1] += twenty ? 1 : 0;
            enabled[2] += other ? 1 : 0;
            both += ten && other ? 1 : 0;
        }

        assertThat(enabled[0]).isBetween(1_850, 2_150);
        assertThat(enabled[1]).isBetween(3_800, 4_200);
        assertThat(enabled[2]).isBetween(1_850, 2_150);
        assertThat(both).isBetween(140, 260);
    }

    private static FeatureFlags with(double percentage, Feature feature) {
        return FeatureFlags.defaults().withRule(feature, TargetingRule.enableFor(percentage));
    }

    @Test
    void takesNobodyAtZeroAndEverybodyAtAHundred() {
        assertThat(Stream.of("a", "b", "c", "d").map(FlagContext::of)).allSatisfy(context -> {
            assertThat(with(0, Feature.MULTI_REGION).isEnabled(Feature.MULTI_REGION, context))
                    .isFalse();
            assertThat(with(100, Feature.MULTI_REGION).isEnabled(Feature.MULTI_REGION, context))
                    .isTrue();
        });
        assertThat(with(99.999, Feature.MULTI_REGION)
                        .evaluate(Feature.MULTI_REGION, FlagContext.of("a"))
                        .reason())
                .isEqualTo(FlagReason.SPLIT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAShareThatIsNoPercentage(double percentage) {
        assertThatThrownBy(() -> TargetingRule.enableFor(percentage))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[targeting-rule] " + percentage + ": is no percentage. Pass a number from 0 to 100.");
    }

    @Test
    void refusesAnAttributeWithoutValues() {
        assertThatThrownBy(() -> TargetingRule.enableFor("plan", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[targeting-rule] {plan=[]}: an attribute without values never matches.");
    }
}
