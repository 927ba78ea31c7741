package io.neurectomy.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path folder;

    @Test
    void differsWithOptionsAndContent() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        String before = Fingerprint.of(List.of("a", "bc"), List.of(file));
        assertThat(Fingerprint.of(List.of("a", "bc"), List.of(file))).isEqualTo(before);
        assertThat(Fingerprint.of(List.of("ab", "c"), List.of(file))).isNotEqualTo(before);
        Files.writeString(file, "[]");
        assertThat(Fingerprint.of(List.of("a", "bc"), List.of(file))).isNotEqualTo(before);
        Files.delete(file);
        assertThat(Fingerprint.of(List.of("a", "bc"), List.of(file))).isNotEqualTo(before);
    }

    @Test
    void knowsWhenTheGeneratorWasBuiltAndNothingOfThePlatform() throws IOException {
        assertThat(Fingerprint.newest(Generator.class)).isPositive();
        assertThat(Fingerprint.newest(String.class)).isZero();
    }
}
