package io.neurectomy.standard.report;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.IssueName;
import io.neurectomy.standard.report.model.ReportedFinding;
import io.neurectomy.standard.report.model.ReportedGap;
import io.neurectomy.standard.report.model.ReportedRule;
import io.neurectomy.standard.report.model.SeverityName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as SARIF 2.1.0, which code hosts and editors show beside the code. */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the document with {@code \n} at its line ends and at its end
     */
    public static String write(AuditReport report) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "neurectomy-standard");
        driver.put("rules", report.rules().stream().map(SarifReport::rule).toList());
        List<String> ids = report.rules().stream().map(ReportedRule::id).toList();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of("REPOSITORY", Map.of("description", text("The repository's folder."))));
        run.put(
                "results",
                Stream.concat(
                                report.findings().stream().map(f -> result(ids, f)),
                                report.unknowns().stream().map(u -> notKnown(ids, u)))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonReport.writer().writeValueAsString(log) + "\n";
    }

    private static Map<String, Object> rule(ReportedRule rule) {
        List<String> tags = new ArrayList<>();
        tags.add(Dimension.valueOf(rule.dimension().name()).title());
        rule.issues().stream().map(IssueName::value).forEach(tags::add);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", rule.id());
        described.put("shortDescription", text(rule.summary()));
        Rules.byId(rule.id())
                .map(r -> r.documentation())
                .ifPresent(d -> described.put("help", Map.of("text", d, "markdown", d)));
        described.put("defaultConfiguration", Map.of("level", level(rule.severity())));
        described.put("properties", Map.of("tags", tags));
        return described;
    }

    private static Map<String, Object> result(List<String> ids, ReportedFinding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", ids.indexOf(finding.rule()));
        result.put("level", level(finding.severity()));
        result.put("message", text(finding.message() + ". " + finding.remedy()));
        result.put("locations", List.of(location(finding.file(), finding.line(), finding.code())));
        return result;
    }

    /** What SARIF calls open: the tool could not tell. */
    private static Map<String, Object> notKnown(List<String> ids, ReportedGap gap) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", gap.rule());
        result.put("ruleIndex", ids.indexOf(gap.rule()));
        result.put("kind", "open");
        result.put("level", "none");
        result.put("message", text("Not known: " + gap.why() + "."));
        result.put("locations", List.of(location(gap.file(), gap.line(), null)));
        return result;
    }

    private static Map<String, Object> location(String file, @Nullable Integer line, @Nullable String code) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(file));
        artifact.put("uriBaseId", "REPOSITORY");
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        if (line != null) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", line);
            Optional.ofNullable(code).ifPresent(c -> region.put("snippet", text(c)));
            physical.put("region", region);
        }
        return Map.of("physicalLocation", physical);
    }

    /** All but letters, digits and what never has a meaning in a path is written as percent and bytes. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String level(SeverityName severity) {
        return severity.value();
    }
}
