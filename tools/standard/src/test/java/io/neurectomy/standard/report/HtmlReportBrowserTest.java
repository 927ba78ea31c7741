package io.neurectomy.standard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.standard.FakeRule;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's script does in a browser; skipped, and said so, where no Chromium is installed. */
class HtmlReportBrowserTest {
    private static Optional<Path> browser = Optional.empty();

    @TempDir
    Path folder;

    @BeforeAll
    static void findBrowser() {
        browser = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .flatMap(p -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(n -> Path.of(p, n)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                browser.isPresent(),
                "SKIPPED: the report's page is not tried in a browser, for there is no chromium on the PATH");
    }

    @Test
    void filtersTwoThousandFindings() throws Exception {
        Report report = SampleReport.of(FakeRule.of("some-rule", 9000, SampleReport.findings(2000)));
        String all = dom(report, "");
        assertThat(all).contains(">2000 findings</output>").doesNotContain("<li hidden");
        String some = dom(report, "#severity=warning&text=File7.java");
        // Files 1 to 97 in turn, each third finding a warning.
        long expected = report.now().findings().stream()
                .filter(f -> f.file().equals("src/File7.java")
                        && f.severity().value().equals("warning"))
                .count();
        assertThat(expected).isBetween(1L, 30L);
        assertThat(some).contains(">" + expected + " of 2000 findings</output>");
        assertThat(Pattern.compile("<li [^>]*hidden").matcher(some).results()).hasSize((int) (2000 - expected));
    }

    @Test
    void hidesARuleInWhichNothingMatches() throws Exception {
        Report report = SampleReport.of(FakeRule.of("some-rule", 9000, SampleReport.findings(3)));
        assertThat(dom(report, "#dimension=build-system")).contains(">3 of 3 findings</output>");
        assertThat(dom(report, "#text=nowhere"))
                .contains(">0 of 3 findings</output>")
                .containsPattern("<details class=\"group\"[^>]* hidden");
    }

    @Test
    void opensTheRuleThatALinkLeadsTo() throws Exception {
        Report report = SampleReport.of(FakeRule.of("managed-version", 9));
        assertThat(dom(report, "#rule-managed-version"))
                .containsPattern("<details class=\"rule\" id=\"rule-managed-version\" open");
    }

    private String dom(Report report, String state) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("audit.html"), HtmlReport.write(report));
        Path output = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri() + state)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
