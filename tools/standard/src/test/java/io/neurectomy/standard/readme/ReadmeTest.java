package io.neurectomy.standard.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Rules;
import io.neurectomy.standard.report.ConsoleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @Test
    void showsTheQuickStartThatIsCompiledHere() throws IOException {
        String source = read("src/test/java/io/neurectomy/standard/readme/QuickStart.java");
        assertThat(read("README.md")).contains(source.substring(source.indexOf("import ")));
    }

    @Test
    void listsEveryRule() throws IOException {
        String readme = read("README.md");
        assertThat(Rules.all()).allMatch(rule -> readme.contains("\n| `" + rule.id() + "` | "));
    }

    @Test
    void quickStartReportsTheSampleFinding(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project><artifactId>sample</artifactId></project>");
        assertThat(QuickStart.audit(folder))
                .extracting(ConsoleReport.Line::text)
                .anyMatch(line -> line.startsWith("[module-inherits-parent] pom.xml:1: "));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file)).replace("\r\n", "\n");
    }
}
