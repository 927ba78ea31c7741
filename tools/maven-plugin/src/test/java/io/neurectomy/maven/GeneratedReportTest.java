package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The audit's report is written by code that the generator made. It is committed, because the library of the audit can't
 * be built with the plugin that is built from it; this module is the first that sees both.
 */
class GeneratedReportTest {
    private static final Path STANDARD = Path.of("../standard");
    private static final Path SCHEMA =
            STANDARD.resolve("src/main/resources/io/neurectomy/standard/report/audit-report.schema.json");
    private static final Path COMMITTED = STANDARD.resolve("src/generated/java");

    @Test
    void isWhatTheGeneratorWritesNow() throws IOException {
        Generator.Result result = Generator.generate(new Generator.Request(
                List.of(SCHEMA),
                List.of(),
                Language.JAVA,
                Optional.of("AuditReport"),
                new Backend.Options("io.neurectomy.standard.report.model", 3)));
        assertThat(result.findings()).isEmpty();
        if (Boolean.getBoolean("golden.update") && !result.files().equals(committed())) {
            for (Map.Entry<String, String> file : result.files().entrySet()) {
                Files.writeString(COMMITTED.resolve(file.getKey()), file.getValue());
            }
            fail("The code in " + COMMITTED
                    + " was overwritten; read the difference and run again without -Dgolden.update");
        }
        assertThat(committed())
                .describedAs("Run this test with -Dgolden.update to write the code again.")
                .isEqualTo(result.files());
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(COMMITTED)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        COMMITTED.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file).replace("\r\n", "\n"));
            }
        }
        return files;
    }
}
