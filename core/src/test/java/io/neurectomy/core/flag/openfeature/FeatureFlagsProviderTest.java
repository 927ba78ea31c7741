package io.neurectomy.core.flag.openfeature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EventDetails;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.ImmutableStructure;
import dev.openfeature.sdk.MutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.ProviderState;
import dev.openfeature.sdk.Value;
import dev.openfeature.sdk.exceptions.FlagNotFoundError;
import dev.openfeature.sdk.exceptions.OpenFeatureError;
import dev.openfeature.sdk.exceptions.ProviderNotReadyError;
import dev.openfeature.sdk.exceptions.TargetingKeyMissingError;
import dev.openfeature.sdk.exceptions.TypeMismatchError;
import io.neurectomy.core.flag.Feature;
import io.neurectomy.core.flag.FeatureFlags;
import io.neurectomy.core.flag.TargetingRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements 2.x of OpenFeature's specification; the number stands above each test. */
class FeatureFlagsProviderTest {

    private static final String KEY = "EVENT_SOURCING";

    private final FeatureFlagsProvider provider = new FeatureFlagsProvider(FeatureFlags.defaults());
    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client = api.getClient();

    @BeforeEach
    void start() {
        api.setProviderAndWait(provider);
    }

    @AfterEach
    void stop() {
        api.shutdown();
    }

    private ProviderEvaluation<Boolean> resolve(FeatureFlags flags) {
        provider.update(flags);
        return provider.getBooleanEvaluation(KEY, false, ImmutableContext.EMPTY);
    }

    /** 2.1.1. */
    @Test
    void hasAName() {
        assertThat(provider.getMetadata().getName()).isEqualTo("neurectomy");
        assertThat(api.getProviderMetadata().getName()).isEqualTo("neurectomy");
    }

    /** 2.2.1: the context is optional. */
    @Test
    void resolvesWithoutAContext() {
        assertThat(provider.getBooleanEvaluation("WEBGPU_RENDERING", false, null)
                        .getValue())
                .isTrue();
    }

    /** 2.2.2.1, 2.2.8.1: a method for each type; a flag of ours is always a boolean. */
    @Test
    void tellsAFlagOfAnotherTypeFromOneThatIsMissing() {
        assertThatThrownBy(() -> provider.getStringEvaluation(KEY, "", null))
                .isInstanceOf(TypeMismatchError.class)
                .hasMessage("[flag-type] EVENT_SOURCING: is a boolean, not a string. Ask for a boolean.");
        assertThatThrownBy(() -> provider.getIntegerEvaluation(KEY, 1, null)).isInstanceOf(TypeMismatchError.class);
        assertThatThrownBy(() -> provider.getLongEvaluation(KEY, 1L, null)).isInstanceOf(TypeMismatchError.class);
        assertThatThrownBy(() -> provider.getDoubleEvaluation(KEY, 1.5, null)).isInstanceOf(TypeMismatchError.class);
        assertThatThrownBy(() -> provider.getObjectEvaluation(KEY, new Value(), null))
                .isInstanceOf(TypeMismatchError.class);
        assertThatThrownBy(() -> provider.getStringEvaluation("NONE", "", null)).isInstanceOf(FlagNotFoundError.class);
    }

    /** 2.2.3, 2.2.4, 2.2.5, 2.2.6, 2.2.9, 2.2.10, 2.3.2. */
    @Test
    void resolvesADefault() {
        ProviderEvaluation<Boolean> off = resolve(FeatureFlags.defaults());

        assertThat(off.getValue()).isFalse();
        assertThat(off.getVariant()).isEqualTo("off");
        assertThat(off.getReason()).isEqualTo("DEFAULT");
        assertThat(off.getErrorCode()).isNull();
        assertThat(off.getErrorMessage()).isNull();
        assertThat(off.getFlagMetadata().asUnmodifiableMap())
                .isEqualTo(Map.of("source", "DEFAULT", "variable", "ENABLE_EVENT_SOURCING"));
    }

    /** 2.2.3, 2.2.4, 2.2.5, 2.2.9. */
    @Test
    void resolvesWhatTheEnvironmentOrAnOverrideSays() {
        ProviderEvaluation<Boolean> on = resolve(FeatureFlags.fromEnvironment(Map.of("ENABLE_EVENT_SOURCING", "Yes")));

        assertThat(on.getValue()).isTrue();
        assertThat(on.getVariant()).isEqualTo("on");
        assertThat(on.getReason()).isEqualTo("STATIC");
        assertThat(on.getFlagMetadata().asUnmodifiableMap())
                .isEqualTo(Map.of("source", "ENVIRONMENT", "variable", "ENABLE_EVENT_SOURCING", "raw", "Yes"));
        ProviderEvaluation<Boolean> overridden =
                resolve(FeatureFlags.defaults().withOverride(Feature.EVENT_SOURCING, true));
        assertThat(overridden.getReason()).isEqualTo("STATIC");
        assertThat(overridden.getFlagMetadata().getString("source")).isEqualTo("OVERRIDE");
    }

    /** 2.2.5: TARGETING_MATCH, over attributes of each type. */
    @Test
    void resolvesByAttributes() {
        MutableContext context = new MutableContext("ada")
                .add("text", "a")
                .add("yes", true)
                .add("whole", 5)
                .add("also", 5.0)
                .add("part", 0.25)
                .add("time", Instant.parse("2026-01-31T12:00:00Z"))
                .add("list", List.of(new Value("a")))
                .add("structure", new ImmutableStructure());
        context.add("infinite", Double.POSITIVE_INFINITY);

        assertThat(reason(context, "text", "a")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "yes", "true")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "whole", "5")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "also", "5")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "part", "0.25")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "time", "2026-01-31T12:00:00Z")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "infinite", "Infinity")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "targetingKey", "ada")).isEqualTo("TARGETING_MATCH");
        assertThat(reason(context, "list", "[a]")).isEqualTo("DEFAULT");
        assertThat(reason(context, "structure", "{}")).isEqualTo("DEFAULT");
        assertThat(reason(context, "none", "a")).isEqualTo("DEFAULT");
    }

    private String reason(MutableContext context, String attribute, String value) {
        provider.update(FeatureFlags.defaults()
                .withRule(Feature.EVENT_SOURCING, TargetingRule.enableFor(attribute, Set.of(value))));
        return provider.getBooleanEvaluation(KEY, false, context).getReason();
    }

    /** 2.2.5: SPLIT; 2.2.7: TARGETING_KEY_MISSING. */
    @Test
    void resolvesByPercentageOfTheTargetingKey() {
        provider.update(FeatureFlags.defaults().withRule(Feature.EVENT_SOURCING, TargetingRule.enableFor(99.999)));

        assertThat(provider.getBooleanEvaluation(KEY, false, new ImmutableContext("ada"))
                        .getReason())
                .isEqualTo("SPLIT");
        assertThatThrownBy(() -> provider.getBooleanEvaluation(KEY, false, ImmutableContext.EMPTY))
                .isInstanceOf(TargetingKeyMissingError.class)
                .hasMessage(
                        "[flag-targeting-key] EVENT_SOURCING: a rule has a percentage, and the context has no targeting"
                                + " key. Set one.");
        assertDetails(client.getBooleanDetails(KEY, true), true, ErrorCode.TARGETING_KEY_MISSING);
    }

    /** 2.2.7, 2.3.3: each error has a code and a message, and the client answers with the caller's default. */
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "", "event_sourcing", "ENABLE_EVENT_SOURCING", "EVENT_SOURCING "})
    void refusesAKeyThatNoFlagHas(String key) {
        assertThatThrownBy(() -> provider.getBooleanEvaluation(key, true, null))
                .isInstanceOf(FlagNotFoundError.class)
                .hasMessageStartingWith("[flag-not-found] \"" + key + "\": there is no such flag. ")
                .extracting(e -> ((OpenFeatureError) e).getErrorCode())
                .isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertDetails(client.getBooleanDetails(key, true), true, ErrorCode.FLAG_NOT_FOUND);
        assertDetails(client.getBooleanDetails(key, false), false, ErrorCode.FLAG_NOT_FOUND);
    }

    /** 2.2.7. */
    @Test
    void answersAnotherTypeWithTheCallersDefault() {
        assertDetails(client.getStringDetails(KEY, "x"), "x", ErrorCode.TYPE_MISMATCH);
        assertDetails(client.getIntegerDetails(KEY, 7), 7, ErrorCode.TYPE_MISMATCH);
        assertDetails(client.getDoubleDetails(KEY, 7.5), 7.5, ErrorCode.TYPE_MISMATCH);
        assertDetails(client.getObjectDetails(KEY, new Value("x")), new Value("x"), ErrorCode.TYPE_MISMATCH);
    }

    private static <T> void assertDetails(FlagEvaluationDetails<T> details, T value, ErrorCode code) {
        assertThat(details.getValue()).isEqualTo(value);
        assertThat(details.getErrorCode()).isEqualTo(code);
        assertThat(details.getErrorMessage()).isNotBlank();
        assertThat(details.getReason()).isEqualTo("ERROR");
        assertThat(details.getVariant()).isNull();
    }

    /** 2.3.1: hooks are optional; there are none. */
    @Test
    void hasNoHooks() {
        assertThat(provider.getProviderHooks()).isEmpty();
    }

    /** 2.4.1, 2.4.2.1. */
    @Test
    void isReadyOnceItIsInitialized() {
        FeatureFlagsProvider fresh = new FeatureFlagsProvider(FeatureFlags.defaults());

        assertThatThrownBy(() -> fresh.getBooleanEvaluation(KEY, true, null))
                .isInstanceOf(ProviderNotReadyError.class)
                .hasMessageStartingWith("[flag-provider] neurectomy: is not initialized or was shut down.");
        fresh.initialize(null);
        assertThat(fresh.getBooleanEvaluation(KEY, true, null).getValue()).isFalse();
        assertThat(client.getProviderState()).isEqualTo(ProviderState.READY);
    }

    /** 2.5.1, 2.5.2: it can also be started again. */
    @Test
    void isNotReadyOnceItIsShutDown() {
        FeatureFlagsProvider ended = new FeatureFlagsProvider(FeatureFlags.defaults());
        ended.initialize(ImmutableContext.EMPTY);
        ended.shutdown();

        assertThatThrownBy(() -> ended.getBooleanEvaluation(KEY, true, null)).isInstanceOf(ProviderNotReadyError.class);
        ended.initialize(ImmutableContext.EMPTY);
        assertThat(ended.getBooleanEvaluation(KEY, true, null).getValue()).isFalse();
    }

    /** 2.5.2, seen from a client. */
    @Test
    void answersNothingAfterTheApiIsShutDown() {
        api.shutdown();

        assertThatThrownBy(() -> provider.getBooleanEvaluation(KEY, true, null))
                .isInstanceOf(ProviderNotReadyError.class);
        assertThat(client.getBooleanValue(KEY, true)).isTrue();
    }

    /** 5.1.1, 5.2.4: what changed is told, and what did not is not. */
    @Test
    void tellsWhichFlagsChanged() throws InterruptedException {
        BlockingQueue<EventDetails> events = new LinkedBlockingQueue<>();
        client.onProviderConfigurationChanged(events::add);

        provider.update(FeatureFlags.defaults());
        provider.update(FeatureFlags.defaults()
                .withOverride(Feature.MULTI_REGION, true)
                .withRule(Feature.EVENT_SOURCING, TargetingRule.enableFor(10)));

        EventDetails event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.getFlagsChanged()).containsExactly("EVENT_SOURCING", "MULTI_REGION");
        assertThat(event.getProviderName()).isEqualTo("neurectomy");
        assertThat(client.getBooleanValue("MULTI_REGION", false)).isTrue();
        assertThat(events.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    /** 2.6.1, 2.7.1 are optional: a context is given with each call, and nothing is tracked. */
    @Test
    void ignoresWhatIsTracked() {
        client.track("clicked");

        assertThat(client.getProviderState()).isEqualTo(ProviderState.READY);
    }
}
