package io.neurectomy.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path folder;

    @Test
    void removesWhatItWroteAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("own.txt"), "mine");
        OutputFolder output = new OutputFolder(folder, "run");
        output.write(new TreeMap<>(Map.of("a/b.txt", "1", "c.txt", "2")));
        OutputFolder.Change change = output.write(new TreeMap<>(Map.of("c.txt", "2")));
        assertThat(change.removed()).containsExactly("a/b.txt");
        assertThat(change.unchanged()).isEqualTo(1);
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("own.txt")).hasContent("mine");
        assertThat(output.write(new TreeMap<>(Map.of("c.txt", "2"))).isEmpty()).isTrue();
    }

    @Test
    void refusesToWriteElsewhere() {
        for (String path : new String[] {"../x", "/x", "a/../../x", "", "a\\b"}) {
            assertThatThrownBy(
                            () -> new OutputFolder(folder.resolve("o"), "run").write(new TreeMap<>(Map.of(path, ""))))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void refusesToShareAFileWithAnotherRun() throws IOException {
        new OutputFolder(folder, "one").write(new TreeMap<>(Map.of("a.txt", "1")));
        assertThatThrownBy(() -> new OutputFolder(folder, "two").write(new TreeMap<>(Map.of("a.txt", "2"))))
                .hasMessageContaining("one");
        assertThat(new OutputFolder(folder, "two")
                        .write(new TreeMap<>(Map.of("a.txt", "1")))
                        .isEmpty())
                .isTrue();
    }
}
