package io.neurectomy.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An audit as lines for a terminal, grouped by file; colour is the caller's.
 *
 * @param lines what to print, in this order; the last line is the summary
 */
public record ConsoleReport(List<Line> lines) {
    private static final String HELP = "mvn io.neurectomy:neurectomy-maven-plugin:help -Drule=";

    /** What a line is, from which a caller chooses its level and colour. */
    public enum Kind {
        /** A file and how many findings it has. */
        FILE,
        /** A finding that is an error. */
        ERROR,
        /** A finding that is a warning. */
        WARNING,
        /** Something that could not be judged. */
        UNKNOWN,
        /** The verdict, once, at the end. */
        SUMMARY
    }

    /**
     * One line of the report.
     *
     * @param kind what the line is
     * @param text the line without its line end
     */
    public record Line(Kind kind, String text) {}

    /**
     * Copies the list.
     *
     * @param lines what to print
     */
    public ConsoleReport {
        lines = List.copyOf(lines);
    }

    /**
     * Writes the report of an audit.
     *
     * @param audit the outcome
     * @return the report; the same audit gives the same lines
     */
    public static ConsoleReport of(Audit audit) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<Finding>> byFile = audit.findings().stream()
                .collect(Collectors.groupingBy(f -> f.place().file(), TreeMap::new, Collectors.toList()));
        byFile.forEach((file, findings) -> {
            lines.add(new Line(Kind.FILE, file + " (" + count(findings.size(), "finding") + ")"));
            findings.forEach(
                    f -> lines.add(new Line(f.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING, f.toString())));
        });
        audit.unknowns().forEach(u -> lines.add(new Line(Kind.UNKNOWN, u.toString())));
        lines.add(new Line(Kind.SUMMARY, summary(audit, byFile.size())));
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

    private static String summary(Audit audit, int files) {
        String notKnown =
                audit.unknowns().isEmpty() ? "" : "; " + audit.unknowns().size() + " not known";
        if (audit.findings().isEmpty()) {
            return "The repository conforms to the standard" + notKnown + ".";
        }
        List<Severity> severities =
                audit.findings().stream().map(Finding::severity).toList();
        long errors = severities.stream().filter(s -> s == Severity.ERROR).count();
        String warnings = errors == severities.size()
                ? ""
                : " (" + count(errors, "error") + ", " + count(severities.size() - errors, "warning") + ")";
        String verdict = audit.conforms()
                ? "the repository conforms to the standard"
                : "the repository does not conform to the standard";
        String counts = count(severities.size(), "finding") + warnings + " in " + count(files, "file");
        return counts + notKnown + ": " + verdict + ". To have a rule explained: " + HELP
                + audit.findings().get(0).rule();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
