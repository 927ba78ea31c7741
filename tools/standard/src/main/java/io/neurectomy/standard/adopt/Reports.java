package io.neurectomy.standard.adopt;

import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.internal.ReportReader;
import io.neurectomy.standard.internal.ReportReader.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The reports that gates left in a module's {@code target} folder. */
public final class Reports {
    private static final Map<String, BigDecimal> NORM = Map.of(
            "instruction", new BigDecimal("0.80"),
            "branch", new BigDecimal("0.75"),
            "method", new BigDecimal("0.80"),
            "line", new BigDecimal("0.80"));

    private Reports() {}

    /**
     * The tests of a run.
     *
     * @param failed {@code class.method} of those that failed
     * @param skipped {@code class.method} of those that did not run
     */
    public record Tests(List<String> failed, List<String> skipped) {
        /**
         * Copies the lists.
         *
         * @param failed those that failed
         * @param skipped those that did not run
         */
        public Tests {
            failed = List.copyOf(failed);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Reads which tests failed and which did not run.
     *
     * @param target the module's folder for what a build makes
     * @return the tests; none if no report is there
     * @throws IOException if a report can't be read
     */
    public static Tests tests(Path target) throws IOException {
        List<String> failed = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (String folder : List.of("surefire-reports", "failsafe-reports")) {
            for (Path report : reports(target.resolve(folder))) {
                for (Node test : ReportReader.read(report).all("testcase")) {
                    String name = test.attribute("classname") + "." + test.attribute("name");
                    if (test.has("failure") || test.has("error")) {
                        failed.add(name);
                    } else if (test.has("skipped")) {
                        skipped.add(name);
                    }
                }
            }
        }
        return new Tests(failed, skipped);
    }

    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads what Checkstyle found.
     *
     * @param repository the repository's folder
     * @param target the module's folder for what a build makes
     * @return the findings in the order of the report
     * @throws IOException if the report can't be read
     */
    public static List<Finding> checkstyle(Path repository, Path target) throws IOException {
        Path report = target.resolve("checkstyle-result.xml");
        List<Finding> findings = new ArrayList<>();
        if (Files.exists(report)) {
            for (Node file : ReportReader.read(report).all("file")) {
                String path = repository
                        .relativize(Path.of(file.attribute("name")))
                        .toString()
                        .replace('\\', '/');
                for (Node error : file.all("error")) {
                    findings.add(new Finding(
                            rule(error.attribute("source")),
                            Severity.ERROR,
                            new Place(path, Integer.parseInt(error.attribute("line"))),
                            error.attribute("message"),
                            ""));
                }
            }
        }
        return findings;
    }

    /** The class of the check, then the rule's id if it has one. */
    private static String rule(String source) {
        return source.substring(source.lastIndexOf('#') + 1);
    }

    /**
     * Records each coverage below the norm. Without a measurement there is nothing to keep, so the floor is nothing.
     *
     * @param target the module's folder for what a build makes
     * @param measured where to record it
     * @throws IOException if the report can't be read
     */
    public static void coverage(Path target, Measured measured) throws IOException {
        Path report = target.resolve("site/jacoco/jacoco.xml");
        if (!Files.exists(report)) {
            NORM.keySet().forEach(counter -> measured.floor(counter, "0.00"));
            return;
        }
        for (Node counter : ReportReader.read(report).children("counter")) {
            String name = counter.attribute("type").toLowerCase(Locale.ROOT);
            BigDecimal norm = NORM.get(name);
            BigDecimal covered = new BigDecimal(counter.attribute("covered"));
            BigDecimal all = covered.add(new BigDecimal(counter.attribute("missed")));
            if (norm != null && all.signum() > 0) {
                BigDecimal ratio = covered.divide(all, 2, RoundingMode.DOWN);
                if (ratio.compareTo(norm) < 0) {
                    measured.floor(name, ratio.toPlainString());
                }
            }
        }
    }
}
