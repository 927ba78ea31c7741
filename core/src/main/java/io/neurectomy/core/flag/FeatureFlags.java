package io.neurectomy.core.flag;

import io.neurectomy.core.internal.NearNames;
import io.neurectomy.core.internal.QuotedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feature flags as they were at one moment. Immutable: a program that reads them twice gets the same answer.
 *
 * <p>What counts, the strongest first: an override, the environment variable, the first targeting rule that matches, the
 * declared default. The variable is stronger than rules so that an operator can end a rollout.
 */
public final class FeatureFlags {

    private static final Logger log = LoggerFactory.getLogger(FeatureFlags.class);
    private static final Map<String, Feature> BY_VARIABLE = byVariable();

    private final Map<Feature, FlagSetting> settings;
    private final Map<Feature, List<TargetingRule>> rules;
    private final List<NearMiss> nearMisses;

    private FeatureFlags(
            Map<Feature, FlagSetting> settings, Map<Feature, List<TargetingRule>> rules, List<NearMiss> nearMisses) {
        this.settings = settings;
        this.rules = rules;
        this.nearMisses = nearMisses;
    }

    private static Map<String, Feature> byVariable() {
        Map<String, Feature> features = new LinkedHashMap<>();
        Stream.of(Feature.values()).forEach(feature -> features.put(feature.variable(), feature));
        return features;
    }

    /**
     * Returns the declared defaults.
     *
     * @return flags that nobody set
     */
    public static FeatureFlags defaults() {
        return fromEnvironment(Map.of());
    }

    /**
     * Reads the flags. A variable is {@code true}, {@code 1}, {@code yes} or {@code on}, or {@code false}, {@code 0},
     * {@code no} or {@code off}, in any case; nothing else is taken for one of them. Variables whose names are near to a
     * flag's are logged as warnings and listed by {@link #nearMisses()}.
     *
     * @param environment the variables, such as {@code System.getenv()}
     * @return the flags, which later changes of the map do not reach
     * @throws InvalidFlagsException if a variable has another value, an empty one included; it names all of them
     */
    public static FeatureFlags fromEnvironment(Map<String, String> environment) {
        Map<Feature, FlagSetting> settings = new EnumMap<>(Feature.class);
        Map<String, String> invalid = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            @Nullable String raw = environment.get(feature.variable());
            if (raw == null) {
                settings.put(feature, new FlagSetting(feature, feature.enabledByDefault(), FlagSource.DEFAULT, null));
            } else {
                parse(raw)
                        .ifPresentOrElse(
                                enabled -> settings.put(
                                        feature, new FlagSetting(feature, enabled, FlagSource.ENVIRONMENT, raw)),
                                () -> invalid.put(feature.variable(), raw));
            }
        }
        List<NearMiss> nearMisses = findNearMisses(environment);
        nearMisses.forEach(miss -> log.warn(
                "[flag-near-miss] {}: no flag has this variable. Did you mean {}?",
                QuotedText.of(miss.variable()),
                miss.feature().variable()));
        if (!invalid.isEmpty()) {
            throw new InvalidFlagsException(invalid);
        }
        return new FeatureFlags(settings, Map.of(), nearMisses);
    }

    private static Optional<Boolean> parse(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> Optional.of(true);
            case "false", "0", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static List<NearMiss> findNearMisses(Map<String, String> environment) {
        List<NearMiss> misses = new ArrayList<>();
        environment.keySet().stream()
                .filter(variable -> !BY_VARIABLE.containsKey(variable))
                .sorted()
                .forEach(variable -> NearNames.of(variable, BY_VARIABLE.keySet()).stream()
                        .limit(1)
                        .forEach(meant ->
                                misses.add(new NearMiss(variable, Objects.requireNonNull(BY_VARIABLE.get(meant))))));
        return List.copyOf(misses);
    }

    /**
     * Sets a flag over everything else, as tests do.
     *
     * @param feature the flag
     * @param enabled its value
     * @return these flags with the override; these are unchanged
     */
    public FeatureFlags withOverride(Feature feature, boolean enabled) {
        Map<Feature, FlagSetting> changed = new EnumMap<>(settings);
        changed.put(feature, new FlagSetting(feature, enabled, FlagSource.OVERRIDE, null));
        return new FeatureFlags(changed, rules, nearMisses);
    }

    /**
     * Adds a rule after those that the flag has. It counts where the flag is neither overridden nor set by the
     * environment.
     *
     * @param feature the flag
     * @param rule the rule
     * @return these flags with the rule; these are unchanged
     */
    public FeatureFlags withRule(Feature feature, TargetingRule rule) {
        Map<Feature, List<TargetingRule>> changed = new EnumMap<>(Feature.class);
        changed.putAll(rules);
        List<TargetingRule> more = new ArrayList<>(rules.getOrDefault(feature, List.of()));
        more.add(rule);
        changed.put(feature, List.copyOf(more));
        return new FeatureFlags(settings, changed, nearMisses);
    }

    /**
     * Says whether a flag is on for nobody in particular.
     *
     * @param feature the flag
     * @return its value in the empty context
     */
    public boolean isEnabled(Feature feature) {
        return isEnabled(feature, FlagContext.empty());
    }

    /**
     * Says whether a flag is on for someone.
     *
     * @param feature the flag
     * @param context for whom
     * @return its value there
     */
    public boolean isEnabled(Feature feature, FlagContext context) {
        return evaluate(feature, context).enabled();
    }

    /**
     * Says whether a flag is on for someone, and why.
     *
     * @param feature the flag
     * @param context for whom
     * @return its value and the reason
     */
    public FlagEvaluation evaluate(Feature feature, FlagContext context) {
        FlagSetting setting = setting(feature);
        if (setting.source() != FlagSource.DEFAULT) {
            return new FlagEvaluation(setting, setting.enabled(), FlagReason.STATIC);
        }
        for (TargetingRule rule : rules.getOrDefault(feature, List.of())) {
            if (!rule.matchesAttributes(context)) {
                continue;
            }
            if (!rule.takesKey()) {
                return new FlagEvaluation(setting, rule.enabled(), FlagReason.TARGETING_MATCH);
            }
            @Nullable String key = context.targetingKey();
            if (key == null) {
                return new FlagEvaluation(setting, setting.enabled(), FlagReason.TARGETING_KEY_MISSING);
            }
            if (rule.matchesKey(feature, key)) {
                return new FlagEvaluation(setting, rule.enabled(), FlagReason.SPLIT);
            }
        }
        return new FlagEvaluation(setting, setting.enabled(), FlagReason.DEFAULT);
    }

    /**
     * Returns what a flag is set to, and by whom, before any rule.
     *
     * @param feature the flag
     * @return the setting
     */
    public FlagSetting setting(Feature feature) {
        return Objects.requireNonNull(settings.get(feature));
    }

    /**
     * Returns what all flags are set to.
     *
     * @return the settings in the order of the flags
     */
    public List<FlagSetting> settings() {
        return List.copyOf(settings.values());
    }

    /**
     * Returns the rules of a flag.
     *
     * @param feature the flag
     * @return the rules in their order; empty for none
     */
    public List<TargetingRule> rules(Feature feature) {
        return rules.getOrDefault(feature, List.of());
    }

    /**
     * Returns the variables that may have been meant for a flag.
     *
     * @return the near misses in alphabetical order; empty for none
     */
    public List<NearMiss> nearMisses() {
        return nearMisses;
    }
}
