package io.neurectomy.standard.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final Baseline NONE = new Baseline(List.of(), List.of());

    @TempDir
    Path folder;

    @BeforeEach
    void writeAFile() throws IOException {
        Files.writeString(folder.resolve("A.java"), "one\ntwo\ntwo\n");
    }

    @Test
    void isEmptyWhereThereIsNoFile() {
        assertThat(Baseline.read(folder)).isEqualTo(NONE);
        assertThat(NONE.text().lines()).hasSize(2).allMatch(line -> line.startsWith("#"));
    }

    @Test
    void readsWhatItWrites() throws IOException {
        Baseline recorded = recorded(finding(2), finding(3), finding(1));
        write(recorded.text());
        assertThat(Baseline.read(folder)).isEqualTo(recorded);
        assertThat(recorded.size()).isEqualTo(3);
        assertThat(recorded.entries()).hasSize(2);
    }

    @Test
    void passesWhatWasThereAndFailsOneMoreOfTheSameKind() throws IOException {
        Baseline recorded = recorded(finding(2));
        assertThat(recorded.judge("audit", List.of(finding(2)), folder).fresh()).isEmpty();
        assertThat(recorded.judge("audit", List.of(finding(2), finding(3)), folder)
                        .fresh())
                .containsExactly(finding(3));
        assertThat(recorded.judge("audit", List.of(finding(1)), folder).fresh()).containsExactly(finding(1));
    }

    @Test
    void followsALineThatMoved() throws IOException {
        Baseline recorded = recorded(finding(2), finding(3));
        Files.writeString(folder.resolve("A.java"), "zero\none\ntwo\n\n  two\n");
        assertThat(recorded.judge("audit", List.of(finding(3), finding(5)), folder)
                        .fresh())
                .isEmpty();
    }

    @Test
    void namesTheEntriesThatAreGone() throws IOException {
        Baseline recorded = recorded(finding(2), finding(3), finding(1));
        List<BaselineEntry> gone =
                recorded.judge("audit", List.of(finding(2)), folder).gone();
        assertThat(gone).hasSize(2).allMatch(e -> e.count() == 1);
        assertThat(recorded.judge("checkstyle", List.of(finding(2)), folder).gone())
                .isEmpty();
    }

    @Test
    void reportsEachLineThatIsNoEntry() throws IOException {
        List<String> lines =
                new ArrayList<>(recorded(finding(1), finding(2)).text().lines().toList());
        lines.add(lines.get(2));
        lines.add("<<<<<<< HEAD");
        lines.add("audit some-rule A.java 0 0123456789abcdef");
        lines.add("audit some-rule A.java -1 0123456789abcdef");
        lines.add("audit a-rule A.java 1 0123456789abcdef");
        write(String.join("\r\n", lines));
        assertThat(Baseline.read(folder).problems())
                .map(Finding::toString)
                .containsExactly(
                        "[baseline] .neurectomy/baseline.txt:5: the same entry is there twice."
                                + " Keep one, with its first count.",
                        "[baseline] .neurectomy/baseline.txt:6: is not gate, rule, file, count, fingerprint."
                                + " Restore or remove the line.",
                        "[baseline] .neurectomy/baseline.txt:7: is not gate, rule, file, count, fingerprint."
                                + " Restore or remove the line.",
                        "[baseline] .neurectomy/baseline.txt:8: is not gate, rule, file, count, fingerprint."
                                + " Restore or remove the line.",
                        "[baseline] .neurectomy/baseline.txt:9: is out of order. Sort the lines, or restore the file.");
    }

    @Test
    void readsNamesOfFilesWithSpaces() throws IOException {
        write("audit some-rule some folder/A B.java 2 0123456789abcdef\n");
        assertThat(Baseline.read(folder).entries())
                .containsExactly(
                        new BaselineEntry("audit", "some-rule", "some folder/A B.java", 2, "0123456789abcdef"));
    }

    private Baseline recorded(Finding... findings) {
        return NONE.adding("audit", List.of(findings), folder);
    }

    private static Finding finding(int line) {
        return new Finding(
                "some-rule", Severity.ERROR, new Place("A.java", line), "has " + line + " words", "Use fewer.");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve(".neurectomy"));
        Files.writeString(folder.resolve(Baseline.FILE), text);
    }
}
