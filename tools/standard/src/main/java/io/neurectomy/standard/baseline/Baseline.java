package io.neurectomy.standard.baseline;

import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The violations that a repository had when it adopted the standard: they pass, every other fails, and their number only
 * falls.
 *
 * @param entries in order
 * @param problems what the file holds beside entries, as findings of the rule {@code baseline}
 */
public record Baseline(List<BaselineEntry> entries, List<Finding> problems) {
    /** Where the file lies in a repository. */
    public static final String FILE = ".neurectomy/baseline.txt";

    /** The gate of findings of the audit itself. */
    public static final String AUDIT = "audit";

    /** The first lines of the file. */
    static final List<String> HEADER = List.of(
            "# Violations from before the standard was adopted: gate rule file count fingerprint.",
            "# Only adopt adds lines; remove one when its violation is gone.");

    private static final String RULE = "baseline";

    /**
     * Copies the lists.
     *
     * @param entries in order
     * @param problems findings of the rule {@code baseline}
     */
    public Baseline {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a repository's baseline.
     *
     * @param repository the repository's folder
     * @return the baseline, empty if there is no file; a line that is no entry, is out of order or is there twice is a
     *     problem and no entry
     */
    public static Baseline read(Path repository) {
        Path file = repository.resolve(FILE);
        if (!Files.exists(file)) {
            return new Baseline(List.of(), List.of());
        }
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            return new Baseline(List.of(), List.of(finding(0, "can't be read", "Make it readable.")));
        }
    }

    static Baseline parse(List<String> lines) {
        Map<String, BaselineEntry> entries = new LinkedHashMap<>();
        List<Finding> problems = new ArrayList<>();
        Optional<BaselineEntry> last = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Optional<BaselineEntry> entry = BaselineEntry.parse(line);
            if (entry.isEmpty()) {
                problems.add(
                        finding(i + 1, "is not gate, rule, file, count, fingerprint", "Restore or remove the line."));
            } else if (entries.putIfAbsent(entry.get().key(), entry.get()) != null) {
                problems.add(finding(i + 1, "the same entry is there twice", "Keep one, with its first count."));
            } else if (last.isPresent() && last.get().compareTo(entry.get()) > 0) {
                problems.add(finding(i + 1, "is out of order", "Sort the lines, or restore the file."));
            } else {
                last = entry;
            }
        }
        return new Baseline(entries.values().stream().sorted().toList(), problems);
    }

    private static Finding finding(int line, String message, String remedy) {
        return new Finding(RULE, Severity.ERROR, new Place(FILE, line), message, remedy);
    }

    /**
     * Returns how many violations may stay.
     *
     * @return the sum of the entries' counts
     */
    public int size() {
        return entries.stream().mapToInt(BaselineEntry::count).sum();
    }

    /**
     * What a baseline makes of the findings of one gate.
     *
     * @param fresh findings that fail, in order
     * @param recorded findings that were there before
     * @param gone entries, or what is left of their counts, that no finding answers to
     */
    public record Judgement(List<Finding> fresh, List<Finding> recorded, List<BaselineEntry> gone) {
        /**
         * Copies the lists.
         *
         * @param fresh findings that fail
         * @param recorded findings that were there before
         * @param gone entries without a finding
         */
        public Judgement {
            fresh = List.copyOf(fresh);
            recorded = List.copyOf(recorded);
            gone = List.copyOf(gone);
        }
    }

    /**
     * Tells new findings from recorded ones.
     *
     * @param gate the gate whose findings they are
     * @param findings all findings of that gate
     * @param repository the repository's folder, for the text of lines
     * @return which are new, which recorded, and which entries have none
     */
    public Judgement judge(String gate, List<Finding> findings, Path repository) {
        Map<String, Integer> left = entries.stream()
                .filter(e -> e.gate().equals(gate))
                .collect(Collectors.toMap(BaselineEntry::key, BaselineEntry::count, (a, b) -> a, LinkedHashMap::new));
        Lines lines = new Lines(repository);
        List<Finding> fresh = new ArrayList<>();
        List<Finding> recorded = new ArrayList<>();
        for (Finding finding : findings) {
            String key = lines.entry(gate, finding).key();
            int before = left.getOrDefault(key, 0);
            left.computeIfPresent(key, (k, count) -> Math.max(0, count - 1));
            (before > 0 ? recorded : fresh).add(finding);
        }
        List<BaselineEntry> gone = entries.stream()
                .filter(e -> left.getOrDefault(e.key(), 0) > 0)
                .map(e ->
                        new BaselineEntry(e.gate(), e.rule(), e.file(), left.getOrDefault(e.key(), 0), e.fingerprint()))
                .toList();
        return new Judgement(fresh, recorded, gone);
    }

    /**
     * Records findings beside the entries that are there.
     *
     * @param gate the gate whose findings they are
     * @param findings those that the baseline does not hold yet
     * @param repository the repository's folder, for the text of lines
     * @return the new baseline, without problems
     */
    public Baseline adding(String gate, List<Finding> findings, Path repository) {
        Lines lines = new Lines(repository);
        Map<String, BaselineEntry> counted = new TreeMap<>();
        entries.forEach(entry -> counted.put(entry.key(), entry));
        for (Finding finding : findings) {
            BaselineEntry one = lines.entry(gate, finding);
            counted.merge(one.key(), one, BaselineEntry::plus);
        }
        return new Baseline(counted.values().stream().sorted().toList(), List.of());
    }

    /**
     * Returns the file's text.
     *
     * @return what {@link #read} reads, sorted, below two lines that say what it is
     */
    public String text() {
        List<String> lines = new ArrayList<>(HEADER);
        entries.forEach(e -> lines.add(e.toString()));
        return String.join("\n", lines) + "\n";
    }

    /** The text of lines, each file read once. */
    private static final class Lines {
        private final Path repository;
        private final Map<String, List<String>> files = new HashMap<>();

        Lines(Path repository) {
            this.repository = repository;
        }

        BaselineEntry entry(String gate, Finding finding) {
            Place place = finding.place();
            List<String> text = files.computeIfAbsent(place.file(), this::read);
            String line = place.line() > 0 && place.line() <= text.size() ? text.get(place.line() - 1) : "";
            return new BaselineEntry(gate, finding.rule(), place.file(), 1, Fingerprint.of(finding.message(), line));
        }

        private List<String> read(String file) {
            try {
                Path path = repository.resolve(file);
                return Files.isRegularFile(path)
                        ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                                .lines()
                                .toList()
                        : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
