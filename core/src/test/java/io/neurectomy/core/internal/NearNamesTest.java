package io.neurectomy.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    private static final List<String> NAMES = List.of("ENABLE_WEBGPU", "ENABLE_MULTI_REGION", "AgentConfig", "Agent");

    @ParameterizedTest
    @CsvSource({
        "ENABLE_WEBGPU, ENABLE_WEBGPU",
        "enable-webgpu, ENABLE_WEBGPU",
        "ENABEL_WEBGPU, ENABLE_WEBGPU",
        "ENABLE_WEB_GPU, ENABLE_WEBGPU",
        "ENABLED_WEBGPU, ENABLE_WEBGPU",
        "ENABLE_MULTIREGION, ENABLE_MULTI_REGION",
        "AgentConf, AgentConfig",
        "agnet, Agent",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(NearNames.of(written, NAMES)).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"ENABLE_X", "Workflow", "''", "A"})
    void findsNothingInWhatIsFar(String written) {
        assertThat(NearNames.of(written, NAMES)).isEmpty();
    }
}
