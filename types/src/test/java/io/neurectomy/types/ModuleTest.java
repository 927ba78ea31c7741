package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads the module as it is shipped: tests run with all its packages open, and would not see a closed one. */
class ModuleTest {

    @Test
    void letsJacksonMakeTheReadersAndWriters() {
        ModuleDescriptor module = ModuleFinder.of(Path.of("target/classes"))
                .find("io.neurectomy.types")
                .orElseThrow()
                .descriptor();

        assertThat(module.opens()).anySatisfy(opens -> {
            assertThat(opens.source()).isEqualTo(Agent.class.getPackageName());
            assertThat(opens.targets()).contains("tools.jackson.databind");
        });
    }
}
