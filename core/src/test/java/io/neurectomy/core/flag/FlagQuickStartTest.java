package io.neurectomy.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.OpenFeatureAPI;
import io.neurectomy.core.flag.openfeature.FeatureFlagsProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs what README.md shows. */
class FlagQuickStartTest {

    @Test
    void runsAsShown() {
        OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
        // begin
        FeatureFlags flags = FeatureFlags.fromEnvironment(Map.of("ENABLE_WEBGPU", "off"))
                .withRule(Feature.MULTI_REGION, TargetingRule.enableFor(50));

        assertThat(flags.isEnabled(Feature.WEBGPU_RENDERING)).isFalse();
        assertThat(flags.setting(Feature.WEBGPU_RENDERING).source()).isEqualTo(FlagSource.ENVIRONMENT);
        assertThat(flags.evaluate(Feature.MULTI_REGION, FlagContext.of("ada")).reason())
                .isEqualTo(FlagReason.SPLIT);

        // [invalid-flags] ENABLE_WEBGPU: is "maybe", neither true nor false. Set it to true, 1, yes or on, …
        assertThatThrownBy(() -> FeatureFlags.fromEnvironment(Map.of("ENABLE_WEBGPU", "maybe")))
                .isInstanceOf(InvalidFlagsException.class);

        // Behind OpenFeature's API (api is an OpenFeatureAPI):
        api.setProviderAndWait(new FeatureFlagsProvider(flags));
        assertThat(api.getClient().getBooleanDetails("WEBGPU_RENDERING", true).getVariant())
                .isEqualTo("off");
        // end
        api.shutdown();
    }
}
