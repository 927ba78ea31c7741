package io.neurectomy.core.flag.openfeature;

import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.EventProvider;
import dev.openfeature.sdk.ImmutableMetadata;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.ProviderEventDetails;
import dev.openfeature.sdk.Reason;
import dev.openfeature.sdk.Value;
import dev.openfeature.sdk.exceptions.FlagNotFoundError;
import dev.openfeature.sdk.exceptions.ProviderNotReadyError;
import dev.openfeature.sdk.exceptions.TargetingKeyMissingError;
import dev.openfeature.sdk.exceptions.TypeMismatchError;
import io.neurectomy.core.flag.Feature;
import io.neurectomy.core.flag.FeatureFlags;
import io.neurectomy.core.flag.FlagContext;
import io.neurectomy.core.flag.FlagEvaluation;
import io.neurectomy.core.flag.FlagSetting;
import io.neurectomy.core.internal.NearNames;
import io.neurectomy.core.internal.QuotedText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers OpenFeature's clients from {@link FeatureFlags}. The key of a flag is the name of its {@link Feature}; its
 * variants are {@code on} and {@code off}; its metadata has {@code source}, {@code variable} and, if set, {@code raw}.
 * Attributes that are structures, lists or null are left out, as no rule can name them.
 *
 * <p>Safe for use by several threads.
 */
// Whoever uses this class requires the SDK; whoever does not need not have it.
@SuppressWarnings("exports")
public final class FeatureFlagsProvider extends EventProvider {

    private static final String NAME = "neurectomy";
    private static final List<String> KEYS =
            Stream.of(Feature.values()).map(Feature::name).toList();

    private final AtomicReference<FeatureFlags> flags;
    private volatile boolean ready;

    /**
     * Makes a provider, which answers after {@link #initialize}.
     *
     * @param flags what to answer from
     */
    public FeatureFlagsProvider(FeatureFlags flags) {
        this.flags = new AtomicReference<>(flags);
    }

    @Override
    public Metadata getMetadata() {
        return () -> NAME;
    }

    @Override
    public void initialize(@Nullable EvaluationContext context) {
        ready = true;
    }

    @Override
    public void shutdown() {
        ready = false;
        super.shutdown();
    }

    /**
     * Answers from other flags from now on, and tells the clients which ones differ, if any.
     *
     * @param changed what to answer from
     */
    public void update(FeatureFlags changed) {
        FeatureFlags before = flags.getAndSet(changed);
        List<String> differing = Stream.of(Feature.values())
                .filter(feature -> !before.setting(feature).equals(changed.setting(feature))
                        || !before.rules(feature).equals(changed.rules(feature)))
                .map(Feature::name)
                .toList();
        if (!differing.isEmpty()) {
            var unused = emitProviderConfigurationChanged(
                    ProviderEventDetails.builder().flagsChanged(differing).build());
        }
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(
            String key, Boolean defaultValue, @Nullable EvaluationContext context) {
        FlagEvaluation evaluation = flags.get().evaluate(find(key), convert(context));
        return ProviderEvaluation.<Boolean>builder()
                .value(evaluation.enabled())
                .variant(evaluation.enabled() ? "on" : "off")
                .reason(reason(key, evaluation).name())
                .flagMetadata(metadata(evaluation.setting()))
                .build();
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(
            String key, String defaultValue, @Nullable EvaluationContext context) {
        throw typeMismatch(key, "a string");
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(
            String key, Integer defaultValue, @Nullable EvaluationContext context) {
        throw typeMismatch(key, "an integer");
    }

    @Override
    public ProviderEvaluation<Long> getLongEvaluation(
            String key, Long defaultValue, @Nullable EvaluationContext context) {
        throw typeMismatch(key, "an integer");
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(
            String key, Double defaultValue, @Nullable EvaluationContext context) {
        throw typeMismatch(key, "a number");
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(
            String key, Value defaultValue, @Nullable EvaluationContext context) {
        throw typeMismatch(key, "a structure");
    }

    private TypeMismatchError typeMismatch(String key, String asked) {
        return new TypeMismatchError(
                "[flag-type] " + find(key) + ": is a boolean, not " + asked + ". Ask for a boolean.");
    }

    private Feature find(String key) {
        if (!ready) {
            throw new ProviderNotReadyError("[flag-provider] " + NAME
                    + ": is not initialized or was shut down. Give it to OpenFeatureAPI.setProviderAndWait.");
        }
        return Stream.of(Feature.values())
                .filter(feature -> feature.name().equals(key))
                .findFirst()
                .orElseThrow(() -> notFound(key));
    }

    private static FlagNotFoundError notFound(String key) {
        List<String> near = NearNames.of(key, KEYS);
        return new FlagNotFoundError("[flag-not-found] " + QuotedText.of(key) + ": there is no such flag. "
                + (near.isEmpty()
                        ? "There are " + String.join(", ", KEYS) + "."
                        : "Did you mean " + near.get(0) + "?"));
    }

    private static Reason reason(String key, FlagEvaluation evaluation) {
        return switch (evaluation.reason()) {
            case STATIC -> Reason.STATIC;
            case DEFAULT -> Reason.DEFAULT;
            case TARGETING_MATCH -> Reason.TARGETING_MATCH;
            case SPLIT -> Reason.SPLIT;
            case TARGETING_KEY_MISSING ->
                throw new TargetingKeyMissingError("[flag-targeting-key] " + key
                        + ": a rule has a percentage, and the context has no targeting key. Set one.");
        };
    }

    private static ImmutableMetadata metadata(FlagSetting setting) {
        ImmutableMetadata.ImmutableMetadataBuilder metadata = ImmutableMetadata.builder()
                .addString("source", setting.source().name())
                .addString("variable", setting.feature().variable());
        return (setting.raw() == null ? metadata : metadata.addString("raw", setting.raw())).build();
    }

    private static FlagContext convert(@Nullable EvaluationContext context) {
        if (context == null) {
            return FlagContext.empty();
        }
        Map<String, String> attributes = new HashMap<>();
        context.asMap().forEach((name, value) -> {
            @Nullable String text = text(value);
            if (text != null) {
                attributes.put(name, text);
            }
        });
        return new FlagContext(context.getTargetingKey(), attributes);
    }

    private static @Nullable String text(@Nullable Value value) {
        if (value == null || value.isNull() || value.isStructure() || value.isList()) {
            return null;
        }
        if (value.isNumber()) {
            // 5 and 5.0 are one number, which rules write as 5.
            double number = value.asDouble();
            return Double.isFinite(number)
                    ? new BigDecimal(value.asObject().toString())
                            .stripTrailingZeros()
                            .toPlainString()
                    : Double.toString(number);
        }
        return value.asObject().toString();
    }
}
