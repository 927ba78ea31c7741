package io.neurectomy.standard.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
    @TempDir
    Path folder;

    @TempDir
    Path outside;

    @Test
    void putsEverythingBackWhenTheLastFileCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "before");
        Files.writeString(folder.resolve("taken.txt"), "theirs");
        FileChanges changes = new FileChanges(List.of(
                replaced("a.txt", "before"),
                FileChange.created("new/deep/b.txt", "b"),
                FileChange.created("taken.txt", "ours")));
        assertThatThrownBy(() -> changes.applyTo(folder)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("a.txt")).hasContent("before");
        assertThat(folder.resolve("taken.txt")).hasContent("theirs");
        assertThat(folder).isDirectoryNotContaining("glob:**/new");
    }

    @Test
    void refusesAFileThatSomeoneElseChanged() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "theirs");
        assertThatThrownBy(() -> new FileChanges(List.of(replaced("a.txt", "before"))).applyTo(folder))
                .hasMessageContaining("changed by someone else");
        assertThat(folder.resolve("a.txt")).hasContent("theirs");
    }

    @Test
    void writesNothingOutsideTheRepository() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), outside);
        for (String path : List.of("../out.txt", "link/out.txt", "link/new/out.txt")) {
            assertThatThrownBy(() -> new FileChanges(List.of(FileChange.created(path, "x"))).applyTo(folder))
                    .hasMessageContaining("outside the repository");
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void showsBothTextsOfAChange() {
        FileChange change = replaced("a.txt", "before");
        assertThat(change.textBefore()).isEqualTo("before");
        assertThat(change.textAfter()).isEqualTo("after");
        assertThat(FileChange.created("a.txt", "x").textBefore()).isEmpty();
    }

    private static FileChange replaced(String path, String before) {
        return FileChange.replaced(path, before.getBytes(UTF_8), "after".getBytes(UTF_8));
    }
}
