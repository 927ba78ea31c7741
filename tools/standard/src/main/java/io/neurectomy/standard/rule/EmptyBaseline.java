package io.neurectomy.standard.rule;

import io.neurectomy.standard.Dimension;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Issue;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nothing in the repository passes only because it was there when the standard was adopted. */
public final class EmptyBaseline implements Rule {
    // A file's name may hold spaces, nothing else may.
    private static final Pattern ENTRY = Pattern.compile("([a-z]+) (\\S+) (.*\\S) (\\d{1,9}) ([0-9a-f]+)");

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public Dimension dimension() {
        return Dimension.BUILD_SYSTEM;
    }

    @Override
    public Set<Issue> issues() {
        return Set.of();
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "The baseline of violations from before the adoption is empty.";
    }

    @Override
    public List<Finding> check(Repository repository) {
        return repository.baseline().map(this::check).orElse(List.of());
    }

    @Override
    public int places(Repository repository) {
        // Whoever has no baseline excuses nothing; there is nothing to give points for.
        return repository.baseline().isEmpty()
                ? 0
                : repository.modules().stream()
                        .mapToInt(m ->
                                1 + m.mainSources().size() + m.testSources().size())
                        .sum();
    }

    private List<Finding> check(SourceFile baseline) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = baseline.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
                findings.add(check(new Place(baseline.path(), i + 1), lines[i]));
            }
        }
        return findings;
    }

    private Finding check(Place place, String line) {
        Matcher entry = ENTRY.matcher(line);
        return entry.matches()
                ? finding(
                        place,
                        "it excuses " + entry.group(4) + " of " + entry.group(2) + " (" + entry.group(1) + ") in "
                                + entry.group(3),
                        "Repair what it excuses, then remove the line.")
                : finding(place, "is not gate, rule, file, count, fingerprint", "Restore or remove the line.");
    }
}
