package io.neurectomy.standard.report;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Score;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionName;
import io.neurectomy.standard.report.model.DimensionPoints;
import io.neurectomy.standard.report.model.IssueName;
import io.neurectomy.standard.report.model.ReportedFinding;
import io.neurectomy.standard.report.model.ReportedGap;
import io.neurectomy.standard.report.model.ReportedRule;
import io.neurectomy.standard.report.model.ReportedScore;
import io.neurectomy.standard.report.model.SeverityName;
import io.neurectomy.standard.report.model.Subject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An audit as it is told, with those before it; what every format is written from.
 *
 * @param now the audit
 * @param earlier reports of earlier audits, the oldest first; may be empty
 */
public record Report(AuditReport now, List<AuditReport> earlier) {
    /**
     * Copies the list.
     *
     * @param now the audit
     * @param earlier reports of earlier audits
     */
    public Report {
        earlier = List.copyOf(earlier);
    }

    /**
     * Puts an audit into words.
     *
     * @param repository what was audited
     * @param audit the outcomes of the rules
     * @param code the text of the line at a place, empty if there is none; see {@link SourceLines}
     * @param earlier reports of earlier audits, the oldest first
     * @return the report; the same input gives the same report
     */
    public static Report of(
            Repository repository, Audit audit, Function<Place, String> code, List<AuditReport> earlier) {
        Score score = Score.of(audit);
        Map<String, Score.OfRule> byRule = new HashMap<>();
        score.dimensions()
                .forEach(d ->
                        d.rules().forEach(r -> byRule.put(r.outcome().rule().id(), r)));
        List<String> modules = repository.modules().stream()
                .map(Module::path)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        AuditReport now = new AuditReport(
                subject(repository, audit),
                audit.conforms(),
                points(score),
                audit.outcomes().stream()
                        .map(o -> rule(
                                o.rule(),
                                o.places(),
                                o.findings().size(),
                                o.unknowns().size(),
                                lost(byRule.get(o.rule().id()), Score.OfRule::lost)))
                        .sorted(Comparator.comparing(ReportedRule::id))
                        .toList(),
                audit.findings().stream()
                        .map(f -> finding(f, modules, code, lost(byRule.get(f.rule()), Score.OfRule::lostByFinding)))
                        .toList(),
                audit.unknowns().stream()
                        .map(u -> new ReportedGap(u.rule(), u.place().file(), line(u.place()), u.why()))
                        .toList());
        return new Report(now, earlier);
    }

    /**
     * Returns what moved since the last of the earlier audits.
     *
     * @return the movement, empty if there is no earlier audit
     */
    public Optional<Movement> movement() {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(Movement.between(earlier.get(earlier.size() - 1), now));
    }

    /**
     * Returns the rules whose findings cost most.
     *
     * @param number how many at most
     * @return rules that cost something, the dearest first
     */
    public List<ReportedRule> dearest(int number) {
        return now.rules().stream()
                .filter(r -> r.findings() > 0)
                .sorted(Comparator.comparing(ReportedRule::lost).reversed().thenComparing(ReportedRule::id))
                .limit(number)
                .toList();
    }

    private static Subject subject(Repository repository, Audit audit) {
        String name = repository.modules().stream()
                .findFirst()
                .map(root -> root.pom().coordinates().key())
                .orElse("");
        int sources = repository.modules().stream()
                .mapToInt(m -> m.mainSources().size() + m.testSources().size())
                .sum();
        int excused = audit.outcomes().stream()
                .filter(o -> o.rule().id().equals("baseline"))
                .mapToInt(o -> o.findings().size())
                .sum();
        return new Subject(name, repository.modules().size(), sources, excused);
    }

    private static ReportedScore points(Score score) {
        return new ReportedScore(
                score.total().isPresent() ? Points.exact(score.total().getAsDouble()) : null,
                score.dimensions().stream()
                        .map(d -> new DimensionPoints(
                                DimensionName.valueOf(d.dimension().name()),
                                d.points().isPresent() ? Points.exact(d.points().getAsDouble()) : null))
                        .toList());
    }

    private static ReportedRule rule(Rule rule, int places, int findings, int unknowns, BigDecimal lost) {
        return new ReportedRule(
                rule.id(),
                DimensionName.valueOf(rule.dimension().name()),
                rule.issues().stream()
                        .sorted()
                        .map(Issue::name)
                        .map(IssueName::valueOf)
                        .toList(),
                severity(rule.severity()),
                rule.weight(),
                rule.summary(),
                places,
                findings,
                unknowns,
                lost);
    }

    private static ReportedFinding finding(
            Finding f, List<String> modules, Function<Place, String> code, BigDecimal lost) {
        String file = f.place().file();
        String module = modules.stream()
                .filter(m -> m.isEmpty() || file.startsWith(m + "/"))
                .findFirst()
                .orElse("");
        return ReportedFinding.builder()
                .rule(f.rule())
                .severity(severity(f.severity()))
                .module(module)
                .file(file)
                .line(line(f.place()))
                .code(Stream.of(code.apply(f.place()))
                        .filter(c -> !c.isEmpty())
                        .findFirst()
                        .orElse(null))
                .message(f.message())
                .remedy(f.remedy())
                .lost(lost)
                .build();
    }

    private static BigDecimal lost(Score.@Nullable OfRule rule, Function<Score.OfRule, Double> part) {
        return Points.exact(rule == null ? 0 : part.apply(rule));
    }

    private static @Nullable Integer line(Place place) {
        return place.line() == 0 ? null : place.line();
    }

    private static SeverityName severity(Severity severity) {
        return SeverityName.valueOf(severity.name());
    }
}
