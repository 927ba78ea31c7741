package io.neurectomy.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private static final Path UNDOCUMENTED =
            Path.of("src/test/resources/cases/javadoc-missing/Undocumented").toAbsolutePath();

    @Test
    void asksLibrariesForJavadoc() {
        assertThat(findingsWhenApplicationIs("false")).anyMatch(line -> line.contains("[javadoc-missing]"));
    }

    @Test
    void asksApplicationsForNoJavadoc() {
        assertThat(findingsWhenApplicationIs("true")).isEmpty();
    }

    private static List<String> findingsWhenApplicationIs(String value) {
        Properties properties = new Properties();
        properties.setProperty("application", value);
        return RuleFile.findingsIn(UNDOCUMENTED, properties);
    }
}
