package io.neurectomy.standard.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.FakeRule;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.Unknown;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e\u0000";

    @Test
    void escapesWhatComesFromTheRepository() {
        Finding finding = new Finding("some-rule", Severity.ERROR, new Place(HOSTILE, 1), HOSTILE, HOSTILE);
        Unknown unknown = new Unknown("some-rule", Place.of(HOSTILE), HOSTILE);
        Report before = SampleReport.of(FakeRule.of("some-rule", 3, SampleReport.findings(2)));
        Report report = Report.of(
                new Repository(List.of(), Map.of(), List.of(), List.of()),
                FakeRule.audit(FakeRule.of("some-rule", 3, finding).notKnowing(unknown)),
                place -> HOSTILE,
                List.of(before.now()));
        String page = HtmlReport.write(report);
        assertThat(page)
                .doesNotContain("<script>alert", "<img", "\u202e", "\u0000")
                .contains("&lt;script&gt;alert(1)");
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(1);
        assertThat(page).doesNotContainPattern("<[^>]*\\son\\w+=");
    }

    @Test
    void asksTheNetworkForNothing() {
        String page = HtmlReport.write(SampleReport.of(FakeRule.of("some-rule", 3, SampleReport.findings(3))));
        assertThat(page)
                .contains("Content-Security-Policy", "default-src 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContainPattern("<(?:link|img|iframe|object|embed)\\b")
                .doesNotContainPattern("<script[^>]+src=|@import|url\\(|\\sstyle=|fetch\\(");
    }

    @Test
    void showsEveryFindingOfTwoThousandWithItsCodeAndRemedy() {
        String page = HtmlReport.write(SampleReport.of(FakeRule.of("some-rule", 9000, SampleReport.findings(2000))));
        assertThat(Pattern.compile("<li data-module=").matcher(page).results()).hasSize(2000);
        assertThat(page).contains("<pre><code>code of 1999</code></pre>", "<p class=\"remedy\">Right it.</p>");
        assertThat(page.length()).isLessThan(2_000_000);
    }

    @Test
    void leavesOutOfThePictureWhatHasNoEvidence() {
        String page = HtmlReport.write(SampleReport.of(
                FakeRule.of("some-rule", 4, SampleReport.findings(1)),
                FakeRule.of("other-rule", 1).in(Dimension.TESTING)));
        assertThat(page).contains("build system 7.5, testing 10, documentation –", "no evidence");
        assertThat(page).containsPattern("class=\"now\" points=\"[-\\d.]+,[-\\d.]+ [-\\d.]+,[-\\d.]+\"");
    }

    @Test
    void drawsTheHistoryOfEarlierReports() {
        List<Report> before = List.of(
                SampleReport.of(FakeRule.of("some-rule", 10, SampleReport.findings(6))),
                SampleReport.of(FakeRule.of("some-rule", 10, SampleReport.findings(3))));
        Report now = SampleReport.since(
                before.stream().map(Report::now).toList(), FakeRule.of("some-rule", 10, SampleReport.findings(1)));
        assertThat(HtmlReport.write(now)).contains("Totals, the oldest first: 4.0, 7.0, 9.0", "2 gone");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(HtmlReport.write(SampleReport.of())).contains("Conforms to the standard.", "<p>None.</p>");
    }

    @Test
    void explainsTheRulesInThePage() {
        String page = HtmlReport.write(SampleReport.of(FakeRule.of("managed-version", 2)));
        assertThat(page).contains("id=\"rule-managed-version\"", "<h4>Why</h4>", "<pre><code class=\"language-xml\">");
    }
}
