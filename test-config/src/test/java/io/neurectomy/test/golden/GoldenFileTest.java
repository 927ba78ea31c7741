package io.neurectomy.test.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenFileTest {
    @TempDir
    Path folder;

    @AfterEach
    void stopUpdating() {
        System.clearProperty("golden.update");
    }

    @Test
    void passesTheTextThatTheFileHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\n");
        assertThatCode(() -> GoldenFile.check(file, "one\ntwo\n")).doesNotThrowAnyException();
        assertThatCode(() -> GoldenFile.check(folder.resolve("absent.txt"), "")).doesNotThrowAnyException();
    }

    @Test
    void failsOnAnotherTextAndLeavesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
        assertThatThrownBy(() -> GoldenFile.check(file, "two\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dgolden.update overwrites it");
        assertThat(file).hasContent("one\n");
        assertThatThrownBy(() -> GoldenFile.check(folder, "two\n")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void failsAfterItHasOverwrittenTheFile() throws IOException {
        System.setProperty("golden.update", "");
        Path file = folder.resolve("new/a.txt");
        assertThatThrownBy(() -> GoldenFile.check(file, "two\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was overwritten; read the difference");
        assertThat(file).hasContent("two\n");
        assertThatCode(() -> GoldenFile.check(file, "two\n")).doesNotThrowAnyException();
        assertThatThrownBy(() -> GoldenFile.check(file, "")).isInstanceOf(AssertionError.class);
        assertThat(file).doesNotExist();
    }
}
