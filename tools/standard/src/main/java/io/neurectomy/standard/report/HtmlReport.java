package io.neurectomy.standard.report;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionName;
import io.neurectomy.standard.report.model.DimensionPoints;
import io.neurectomy.standard.report.model.IssueName;
import io.neurectomy.standard.report.model.ReportedFinding;
import io.neurectomy.standard.report.model.ReportedGap;
import io.neurectomy.standard.report.model.ReportedRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A report as one page that needs nothing beside it: no network, no other file. Without scripts it shows everything;
 * with them its findings can be filtered.
 */
public final class HtmlReport {
    /** From here on the findings of a rule are shown when the reader opens them. */
    private static final int OPEN = 150;

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private HtmlReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return an HTML document with {@code \n} at its line ends
     */
    public static String write(Report report) {
        AuditReport now = report.now();
        String style = resource("page.css");
        String script = resource("page.js");
        String policy =
                "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                        .formatted(hash(style), hash(script));
        String title = now.repository().name().isEmpty()
                ? "Repository"
                : now.repository().name();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="color-scheme" content="light dark">
                <title>%s: build standard</title>
                <style>%s</style>
                </head>
                <body>
                <a class="skip" href="#findings">Skip to the findings</a>
                <header><p class="kind">Audit of the build standard</p><h1>%s</h1></header>
                <main>
                %s%s%s%s%s%s</main>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        policy,
                        escape(title),
                        style,
                        escape(title).replace(":", ":<wbr>"),
                        score(report),
                        movement(report),
                        gains(report),
                        findings(now),
                        gaps(now),
                        rules(now),
                        script);
    }

    private static String score(Report report) {
        AuditReport now = report.now();
        String total = Points.shown(now.score().total());
        String rows =
                now.score().dimensions().stream().map(d -> dimension(d, now)).collect(Collectors.joining());
        return """
                <section class="score" aria-labelledby="score">
                <div class="total"><h2 id="score">Score</h2><p class="number">%s<small> of 10</small></p>
                <p class="facts">%s</p></div>
                %s
                <table class="dimensions"><caption>Points by dimension</caption>
                <thead><tr><th scope="col">Dimension</th><th scope="col" colspan="2">Points</th><th scope="col">Findings</th></tr></thead>
                <tbody>
                %s</tbody></table>
                </section>
                """.formatted(total, facts(now), Picture.radar(now, last(report)), rows);
    }

    private static String facts(AuditReport now) {
        String verdict = now.conforms() ? "Conforms to the standard." : "Does not conform to the standard.";
        return "%s<br>%s<br>%s, %s<br>%s"
                .formatted(
                        verdict,
                        count(now.findings().size(), "finding"),
                        count(now.repository().modules(), "module"),
                        count(now.repository().sources(), "source file"),
                        now.repository().excused() == 0
                                ? "Nothing in the baseline"
                                : now.repository().excused() + " in the baseline");
    }

    private static String dimension(DimensionPoints d, AuditReport now) {
        String points = d.points() == null
                ? "<td colspan=\"2\" class=\"quiet\">no evidence</td>"
                : "<td class=\"bars\">" + Picture.bar(d.points()) + "</td><td class=\"points\">"
                        + Points.shown(d.points()) + "</td>";
        return """
                <tr><th scope="row"><button type="button" data-dimension="%s">%s</button></th>%s<td class="count">%s</td></tr>
                """.formatted(
                        d.dimension().value(),
                        title(d.dimension()),
                        points,
                        d.points() == null ? "" : findings(now, d.dimension()));
    }

    private static long findings(AuditReport now, DimensionName dimension) {
        return now.rules().stream()
                .filter(r -> r.dimension() == dimension)
                .mapToLong(ReportedRule::findings)
                .sum();
    }

    private static String movement(Report report) {
        return report.movement()
                .map(m -> """
                <section aria-labelledby="moved"><h2 id="moved">Since the earlier report</h2>
                <p>%s new, %s gone%s.</p>
                %s%s%s</section>
                """.formatted(
                        m.added().size(),
                        m.gone().size(),
                        m.total().map(t -> ", total " + Points.signed(t)).orElse(""),
                        Picture.history(report),
                        moved("New", m.added()),
                        moved("Gone", m.gone())))
                .orElse("");
    }

    private static String moved(String heading, List<ReportedFinding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        return "<details><summary>%s (%d)</summary><ul class=\"findings\">%s</ul></details>\n"
                .formatted(
                        heading,
                        findings.size(),
                        findings.stream()
                                .map(f -> "<li><p class=\"place\">%s</p>%s<p>%s. <a href=\"#rule-%s\">%s</a></p></li>\n"
                                        .formatted(
                                                escape(ConsoleReport.place(f.file(), f.line())),
                                                code(f),
                                                escape(f.message()),
                                                escape(f.rule()),
                                                escape(f.rule())))
                                .collect(Collectors.joining()));
    }

    private static String gains(Report report) {
        List<ReportedRule> dearest = report.dearest(3);
        if (dearest.isEmpty()) {
            return "";
        }
        return """
                <section aria-labelledby="gains"><h2 id="gains">What would gain most</h2>
                <ol class="gains">
                %s</ol></section>
                """.formatted(dearest.stream()
                .map(r ->
                        "<li><b>+%s</b><div><a href=\"#group-%s\">%s</a> <span class=\"quiet\">%s, %s</span><br>%s</div></li>\n"
                                .formatted(
                                        Points.amount(r.lost()),
                                        escape(r.id()),
                                        escape(r.id()),
                                        title(r.dimension()),
                                        count(r.findings(), "finding"),
                                        escape(r.summary())))
                .collect(Collectors.joining()));
    }

    private static String findings(AuditReport now) {
        if (now.findings().isEmpty()) {
            return "<section aria-labelledby=\"findings\"><h2 id=\"findings\">Findings</h2><p>None.</p></section>\n";
        }
        Map<String, List<ReportedFinding>> byRule = now.findings().stream()
                .collect(Collectors.groupingBy(ReportedFinding::rule, TreeMap::new, Collectors.toList()));
        String groups = now.rules().stream()
                .filter(r -> r.findings() > 0)
                .sorted(Comparator.comparing(ReportedRule::lost).reversed().thenComparing(ReportedRule::id))
                .map(r -> group(
                        r,
                        Optional.ofNullable(byRule.get(r.id())).orElse(List.of()),
                        now.findings().size() <= OPEN))
                .collect(Collectors.joining());
        return """
                <section aria-labelledby="findings"><h2 id="findings">Findings</h2>
                <form class="filter" hidden role="search">
                <label class="wide">Text<input type="search" name="text" autocomplete="off" placeholder="file, message, rule"></label>
                %s%s%s%s<button type="reset">Show all</button>
                <output aria-live="polite"></output>
                </form>
                %s</section>
                """.formatted(
                        choice("dimension", "Dimension", dimensions(now)),
                        choice("issue", "Issue", issues(now)),
                        choice("module", "Module", modules(now)),
                        choice("severity", "Severity", Map.of("error", "error", "warning", "warning")),
                        groups);
    }

    private static Map<String, String> dimensions(AuditReport now) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (DimensionPoints d : now.score().dimensions()) {
            if (findings(now, d.dimension()) > 0) {
                choices.put(d.dimension().value(), title(d.dimension()));
            }
        }
        return choices;
    }

    private static Map<String, String> issues(AuditReport now) {
        Map<String, String> choices = new TreeMap<>();
        for (ReportedRule rule : now.rules()) {
            if (rule.findings() > 0) {
                rule.issues()
                        .forEach(i -> choices.put(
                                i.value(),
                                i.value() + " " + Issue.valueOf(i.name()).title()));
            }
        }
        return choices;
    }

    private static Map<String, String> modules(AuditReport now) {
        Map<String, String> choices = new TreeMap<>();
        now.findings().forEach(f -> choices.put(moduleKey(f), f.module().isEmpty() ? "(root)" : f.module()));
        return choices;
    }

    /** Never empty, for an empty choice means all. */
    private static String moduleKey(ReportedFinding f) {
        return "/" + f.module();
    }

    private static String choice(String name, String label, Map<String, String> choices) {
        return "<label>%s<select name=\"%s\"><option value=\"\">all</option>%s</select></label>\n"
                .formatted(
                        label,
                        name,
                        new TreeMap<>(choices)
                                .entrySet().stream()
                                        .map(e -> "<option value=\"%s\">%s</option>"
                                                .formatted(escape(e.getKey()), escape(e.getValue())))
                                        .collect(Collectors.joining()));
    }

    private static String group(ReportedRule rule, List<ReportedFinding> findings, boolean open) {
        String issues = rule.issues().stream().map(IssueName::value).collect(Collectors.joining(" "));
        return """
                <details class="group" id="group-%s" data-dimension="%s" data-issue="%s"%s>
                <summary><h3>%s</h3> <span class="quiet">%s · <span class="shown">%s</span> · costs %s</span></summary>
                <p>%s <a href="#rule-%s">Why, and how to repair</a></p>
                <ul class="findings">
                %s</ul></details>
                """.formatted(
                        escape(rule.id()),
                        rule.dimension().value(),
                        issues,
                        open ? " open" : "",
                        escape(rule.id()),
                        title(rule.dimension()),
                        count(findings.size(), "finding"),
                        Points.amount(rule.lost()),
                        escape(rule.summary()),
                        escape(rule.id()),
                        findings.stream().map(HtmlReport::finding).collect(Collectors.joining()));
    }

    private static String finding(ReportedFinding f) {
        return """
                <li data-module="%s" data-severity="%s"><p class="place"><span class="%s">%s</span>%s</p>%s<p>%s.</p><p class="remedy">%s</p></li>
                """.formatted(
                        escape(moduleKey(f)),
                        f.severity().value(),
                        f.severity().value(),
                        f.severity().value(),
                        escape(ConsoleReport.place(f.file(), f.line())),
                        code(f),
                        escape(f.message()),
                        escape(f.remedy()));
    }

    private static String code(ReportedFinding f) {
        return Optional.ofNullable(f.code())
                .map(c -> "<pre><code>" + escape(c) + "</code></pre>")
                .orElse("");
    }

    private static String gaps(AuditReport now) {
        if (now.unknowns().isEmpty()) {
            return "";
        }
        return """
                <section aria-labelledby="gaps"><h2 id="gaps">Not known</h2>
                <p>Neither gives nor takes points.</p><details%s><summary>%s</summary><ul class="findings">
                %s</ul></details></section>
                """.formatted(
                        now.unknowns().size() <= OPEN ? " open" : "",
                        count(now.unknowns().size(), "gap"),
                        now.unknowns().stream().map(HtmlReport::gap).collect(Collectors.joining()));
    }

    private static String gap(ReportedGap u) {
        return "<li><p class=\"place\">%s</p><p>%s. <a href=\"#rule-%s\">%s</a></p></li>\n"
                .formatted(
                        escape(ConsoleReport.place(u.file(), u.line())),
                        escape(u.why()),
                        escape(u.rule()),
                        escape(u.rule()));
    }

    private static String rules(AuditReport now) {
        return """
                <section aria-labelledby="rules"><h2 id="rules">Rules</h2>
                <p>A rule keeps the share of its places that have no finding; a dimension has ten times the weighted mean of what its rules keep, the total is the mean of the dimensions.</p>
                %s</section>
                """.formatted(now.rules().stream().map(HtmlReport::rule).collect(Collectors.joining()));
    }

    private static String rule(ReportedRule rule) {
        List<String> facts = new ArrayList<>(List.of(title(rule.dimension())));
        rule.issues().forEach(i -> facts.add(i.value()));
        facts.add("weight " + rule.weight());
        if (rule.places() > 0) {
            facts.add(count(rule.findings(), "finding") + " in " + count(rule.places(), "place"));
        } else {
            facts.add(rule.unknowns() > 0 ? "not known" : "does not apply");
        }
        String text = Rules.byId(rule.id())
                .map(Rule::documentation)
                .map(HtmlReport::body)
                .orElse("");
        return """
                <details class="rule" id="rule-%s"><summary><h3>%s</h3> <span class="quiet">%s</span></summary>
                <p>%s</p>%s</details>
                """.formatted(
                escape(rule.id()), escape(rule.id()), escape(String.join(" · ", facts)), escape(rule.summary()), text);
    }

    /** The documentation without its title, its headings below that of the rule. */
    private static String body(String markdown) {
        return RENDERER.render(MARKDOWN.parse(markdown.replaceFirst("^# .*\\n", "")))
                .replace("<h2>", "<h4>")
                .replace("</h2>", "</h4>");
    }

    private static Optional<AuditReport> last(Report report) {
        return Stream.of(report.earlier())
                .filter(e -> !e.isEmpty())
                .map(e -> e.get(e.size() - 1))
                .findFirst();
    }

    private static String title(DimensionName dimension) {
        return Dimension.valueOf(dimension.name()).title();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Characters that are markup, and those that a page can't hold or that would turn a line around. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\p{Cntrl}&&[^\\t\\n]]|[\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}", "\ufffd");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
