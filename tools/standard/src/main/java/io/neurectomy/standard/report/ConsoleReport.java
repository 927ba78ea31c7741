package io.neurectomy.standard.report;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.report.model.AuditReport;
import io.neurectomy.standard.report.model.DimensionPoints;
import io.neurectomy.standard.report.model.ReportedFinding;
import io.neurectomy.standard.report.model.ReportedGap;
import io.neurectomy.standard.report.model.ReportedRule;
import io.neurectomy.standard.report.model.SeverityName;
import io.neurectomy.standard.report.model.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as lines for a terminal; colour is the caller's. Findings are grouped by file; where there are more than
 * a reader takes in, by rule with the first of each.
 *
 * @param lines what to print, in this order; the first line is the score, the last the verdict
 */
public record ConsoleReport(List<Line> lines) {
    private static final String HELP = "mvn io.neurectomy:neurectomy-maven-plugin:help -Drule=";
    private static final int MANY = 200;
    private static final int EXAMPLES = 5;

    /** What a line is, from which a caller chooses its level and colour. */
    public enum Kind {
        /** The total, once, at the beginning. */
        SCORE,
        /** The points of the dimensions. */
        DIMENSIONS,
        /** A file or a rule and how many findings it has. */
        HEADING,
        /** A finding that is an error. */
        ERROR,
        /** A finding that is a warning. */
        WARNING,
        /** Something that could not be judged, or how much is left out here. */
        REMARK,
        /** What moved since an earlier report. */
        MOVEMENT,
        /** A change that would gain much. */
        GAIN,
        /** The verdict, once, at the end. */
        SUMMARY
    }

    /**
     * One line of the report.
     *
     * @param kind what the line is
     * @param text the line without its line end
     */
    public record Line(Kind kind, String text) {
        /**
         * Replaces control characters: what a repository holds must not steer a terminal.
         *
         * @param kind what the line is
         * @param text the line
         */
        public Line {
            text = text.replaceAll("\\p{Cntrl}|[\\x80-\\x9f]|[\\u202a-\\u202e\\u2066-\\u2069]", "?");
        }
    }

    /**
     * Copies the list.
     *
     * @param lines what to print
     */
    public ConsoleReport {
        lines = List.copyOf(lines);
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the lines; the same report gives the same lines
     */
    public static ConsoleReport of(Report report) {
        AuditReport now = report.now();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Kind.SCORE, score(now)));
        if (now.score().total() != null) {
            lines.add(new Line(Kind.DIMENSIONS, dimensions(now)));
        }
        if (now.findings().size() > MANY) {
            byRule(now).forEach(lines::add);
        } else {
            byFile(now).forEach(lines::add);
        }
        report.movement().ifPresent(m -> movement(m).forEach(lines::add));
        for (ReportedRule rule : report.dearest(3)) {
            lines.add(new Line(Kind.GAIN, gain(now, rule)));
        }
        lines.add(new Line(Kind.SUMMARY, summary(now)));
        return new ConsoleReport(lines);
    }

    /**
     * Returns the verdict.
     *
     * @return the last line's text
     */
    public String summary() {
        return lines.get(lines.size() - 1).text();
    }

    private static String score(AuditReport now) {
        Subject subject = now.repository();
        BigDecimal total = now.score().total();
        String score = total == null ? "No score, for no rule applies" : "Score " + Points.shown(total) + " of 10";
        String baseline =
                subject.excused() == 0 ? "nothing in the baseline" : "%,d in the baseline".formatted(subject.excused());
        return score + "; " + baseline + "; " + count(subject.modules(), "module") + ", "
                + count(subject.sources(), "source file");
    }

    private static String dimensions(AuditReport now) {
        return now.score().dimensions().stream()
                .map(d -> title(d) + " " + Points.shown(d.points()))
                .collect(Collectors.joining(", "));
    }

    private static List<Line> byFile(AuditReport now) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<ReportedFinding>> byFile = now.findings().stream()
                .collect(Collectors.groupingBy(ReportedFinding::file, TreeMap::new, Collectors.toList()));
        byFile.forEach((file, findings) -> {
            lines.add(new Line(Kind.HEADING, file + " (" + count(findings.size(), "finding") + ")"));
            findings.forEach(f -> lines.add(line(f)));
        });
        now.unknowns().forEach(u -> lines.add(line(u)));
        return lines;
    }

    private static List<Line> byRule(AuditReport now) {
        List<Line> lines = new ArrayList<>();
        for (ReportedRule rule : now.rules()) {
            if (rule.findings() > 0) {
                lines.add(new Line(Kind.HEADING, rule.id() + " (" + count(rule.findings(), "finding") + ")"));
                now.findings().stream()
                        .filter(f -> f.rule().equals(rule.id()))
                        .limit(EXAMPLES)
                        .forEach(f -> lines.add(line(f)));
                more(rule.findings()).ifPresent(lines::add);
            }
            now.unknowns().stream()
                    .filter(u -> u.rule().equals(rule.id()))
                    .limit(EXAMPLES)
                    .forEach(u -> lines.add(line(u)));
            more(rule.unknowns()).ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Line> more(int number) {
        return number > EXAMPLES
                ? Optional.of(new Line(Kind.REMARK, "and " + (number - EXAMPLES) + " more in the written reports"))
                : Optional.empty();
    }

    private static List<Line> movement(Movement movement) {
        List<Line> lines = new ArrayList<>();
        String moved = movement.dimensions().entrySet().stream()
                .filter(e -> e.getValue().signum() != 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> Dimension.valueOf(e.getKey().name()).title() + " " + Points.signed(e.getValue()))
                .collect(Collectors.joining(", "));
        lines.add(new Line(
                Kind.MOVEMENT,
                "Since the earlier report: "
                        + movement.total()
                                .map(t -> "total " + Points.signed(t) + ", ")
                                .orElse("")
                        + movement.added().size() + " new, " + movement.gone().size() + " gone"
                        + (moved.isEmpty() ? "" : "; " + moved)));
        movement.added().stream()
                .limit(EXAMPLES)
                .map(f -> new Line(Kind.MOVEMENT, "new: " + text(f)))
                .forEach(lines::add);
        more(movement.added().size()).ifPresent(lines::add);
        movement.gone().stream()
                .limit(EXAMPLES)
                .map(f -> new Line(Kind.MOVEMENT, "gone: " + text(f)))
                .forEach(lines::add);
        more(movement.gone().size()).ifPresent(lines::add);
        return lines;
    }

    private static String gain(AuditReport now, ReportedRule rule) {
        long scored = now.score().dimensions().stream()
                .filter(d -> d.points() != null)
                .count();
        BigDecimal total = rule.lost().divide(BigDecimal.valueOf(scored), MathContext.DECIMAL64);
        return "To gain " + Points.amount(rule.lost()) + " in "
                + Dimension.valueOf(rule.dimension().name()).title() + " (" + Points.amount(total)
                + " in total), repair " + rule.id() + ": " + count(rule.findings(), "finding");
    }

    private static String summary(AuditReport now) {
        String notKnown = now.unknowns().isEmpty() ? "" : "; " + now.unknowns().size() + " not known";
        if (now.findings().isEmpty()) {
            return "The repository conforms to the standard" + notKnown + ".";
        }
        int all = now.findings().size();
        long errors = now.findings().stream()
                .filter(f -> f.severity() == SeverityName.ERROR)
                .count();
        long files =
                now.findings().stream().map(ReportedFinding::file).distinct().count();
        String warnings =
                errors == all ? "" : " (" + count(errors, "error") + ", " + count(all - errors, "warning") + ")";
        String verdict = now.conforms()
                ? "the repository conforms to the standard"
                : "the repository does not conform to the standard";
        return count(all, "finding") + warnings + " in " + count(files, "file") + notKnown + ": " + verdict
                + ". To have a rule explained: " + HELP + now.findings().get(0).rule();
    }

    private static Line line(ReportedFinding f) {
        return new Line(f.severity() == SeverityName.ERROR ? Kind.ERROR : Kind.WARNING, text(f));
    }

    private static Line line(ReportedGap u) {
        return new Line(
                Kind.REMARK, "[" + u.rule() + "] " + place(u.file(), u.line()) + ": not known: " + u.why() + ".");
    }

    private static String text(ReportedFinding f) {
        return "[" + f.rule() + "] " + place(f.file(), f.line()) + ": " + f.message() + ". " + f.remedy();
    }

    static String place(String file, @Nullable Integer line) {
        return line == null ? file : file + ":" + line;
    }

    private static String title(DimensionPoints points) {
        return Dimension.valueOf(points.dimension().name()).title();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
