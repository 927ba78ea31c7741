package io.neurectomy.standard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.neurectomy.standard.Audit;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.FakeRule;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs read: JSON and SARIF by their schemas. */
class WrittenReportsTest {
    private static final String AUDIT_REPORT = "/io/neurectomy/standard/report/audit-report.schema.json";
    // It lies in a library that is only there for it.
    private static final String SARIF = "schema/sarif-schema-2.1.0.json";

    @TempDir
    static Path folder;

    static Stream<Report> reports() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project>\n<artifactId>x</artifactId>\n</project>\n");
        Repository repository = Repository.read(folder, EffectiveModels.none());
        Finding hostile = new Finding(
                "some-rule", Severity.WARNING, new Place("c: d/ü%20\"<\ud800>\u0000.java", 3), "a\nb\u2028", "\\\"");
        Unknown unknown = new Unknown("some-rule", Place.of("c.txt"), "nobody told");
        return Stream.of(
                SampleReport.of(),
                SampleReport.of(FakeRule.of("some-rule", 3, hostile).notKnowing(unknown)),
                SampleReport.of(FakeRule.of("some-rule", 9000, SampleReport.findings(2000))),
                Report.of(repository, Audit.of(repository, Rules.all()), SourceLines.in(folder)::at, List.of()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidJsonOfThePublishedSchema(Report report) throws IOException {
        assertThat(errors(AUDIT_REPORT, JsonReport.write(report))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isReadAsItWasWritten(Report report) throws UnreadableReportException {
        String json = JsonReport.write(report);
        assertThat(JsonReport.write(new Report(JsonReport.read(json), List.of())))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidSarif(Report report) throws IOException {
        assertThat(errors(SARIF, SarifReport.write(report.now()))).isEmpty();
    }

    @Test
    void isRefusedWhereItIsWrong() throws IOException {
        Report report = SampleReport.of(FakeRule.of("some-rule", 3, SampleReport.findings(1)));
        String json = JsonReport.write(report);
        String sarif = SarifReport.write(report.now());
        assertThat(errors(AUDIT_REPORT, json.replace("\"build-system\"", "\"weather\"")))
                .isNotEmpty();
        assertThat(errors(SARIF, sarif.replace("\"error\"", "\"grave\""))).isNotEmpty();
        assertThatThrownBy(() -> JsonReport.read(json.replace("\"build-system\"", "\"weather\"")))
                .isInstanceOf(UnreadableReportException.class);
    }

    @Test
    void saysInOneSentenceWhyAFileIsNoReport() {
        assertThat(Stream.of("", "{", "[]", "{}", "\u0000\u0001", "<html>"))
                .allSatisfy(text -> assertThatThrownBy(() -> JsonReport.read(text))
                        .isInstanceOf(UnreadableReportException.class)
                        .message()
                        .isNotBlank()
                        .doesNotContain("\n"));
    }

    @Test
    void pointsAtTheLineInSarif() {
        Report report =
                SampleReport.of(FakeRule.of("some-rule", 3, SampleReport.finding("a b/c.java", 7, Severity.ERROR)));
        assertThat(SarifReport.write(report.now()))
                .contains("\"uri\" : \"a%20b/c.java\"", "\"startLine\" : 7", "\"text\" : \"code of 7\"");
    }

    @Test
    void drawsTheTotalAsABadge() {
        assertThat(BadgeReport.write(SampleReport.of().now())).contains("no score", ">–<");
        assertThat(BadgeReport.write(SampleReport.of(FakeRule.of("some-rule", 4, SampleReport.findings(1)))
                        .now()))
                .contains("7.5 of 10", ">7.5<");
        assertThat(Stream.of(0, 4, 6, 10)
                        .map(n -> BadgeReport.write(
                                SampleReport.of(FakeRule.of("some-rule", 10, SampleReport.findings(n)))
                                        .now())))
                .extracting(svg -> svg.replaceAll("(?s).*x=\"92\".*?fill=\"(#\\w+)\".*", "$1"))
                .containsExactly("#15803d", "#a16207", "#b91c1c", "#b91c1c");
    }

    @Test
    void roundsDownSoThatOnlyWhatLostNothingReadsTen() {
        Report report = SampleReport.of(FakeRule.of("some-rule", 100_000, SampleReport.findings(1)));
        assertThat(Points.shown(report.now().score().total())).isEqualTo("9.9");
    }

    private static List<Error> errors(String schema, String json) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                schema.startsWith("/")
                        ? JsonReport.class.getResourceAsStream(schema)
                        : ClassLoader.getSystemResourceAsStream(schema))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            return compiled.validate(json, InputFormat.JSON);
        }
    }
}
