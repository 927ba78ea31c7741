package io.neurectomy.core.flag;

import org.jspecify.annotations.Nullable;

/**
 * What a flag is set to, and by whom.
 *
 * @param feature the flag
 * @param enabled the value
 * @param source where it comes from
 * @param raw the text of the environment variable, or {@code null} if it does not come from there
 */
public record FlagSetting(
        Feature feature,
        boolean enabled,
        FlagSource source,
        @Nullable String raw) {}
