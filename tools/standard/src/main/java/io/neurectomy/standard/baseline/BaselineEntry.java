package io.neurectomy.standard.baseline;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Violations of one rule in one file that look alike and were there when the repository adopted the standard.
 *
 * @param gate what reports them: {@code checkstyle} or {@code audit}
 * @param rule id of the rule
 * @param file path relative to the repository's folder, with {@code /} between its parts
 * @param count how many there may be, at least 1
 * @param fingerprint see {@link Fingerprint}
 */
public record BaselineEntry(String gate, String rule, String file, int count, String fingerprint)
        implements Comparable<BaselineEntry> {
    // A file's name may hold spaces, nothing else may.
    private static final Pattern LINE =
            Pattern.compile("([a-z]+) ([a-z0-9-]+) (\\S|\\S.*\\S) ([1-9][0-9]{0,8}) ([0-9a-f]{16})");
    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::gate)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::fingerprint)
            .thenComparingInt(BaselineEntry::count);

    /**
     * Reads a line.
     *
     * @param line {@code gate rule file count fingerprint}
     * @return the entry, empty if the line is no such thing
     */
    static Optional<BaselineEntry> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new BaselineEntry(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        Integer.parseInt(parts.group(4)),
                        parts.group(5)))
                : Optional.empty();
    }

    /**
     * Returns what the entry stands for, its count left out.
     *
     * @return the same text for two entries about the same violations
     */
    public String key() {
        return gate + " " + rule + " " + file + " " + fingerprint;
    }

    /**
     * Takes away violations that are repaired.
     *
     * @param gone how many of them
     * @return the entry for those that stay, empty if none does
     */
    public Optional<BaselineEntry> less(int gone) {
        return gone >= count
                ? Optional.empty()
                : Optional.of(new BaselineEntry(gate, rule, file, count - gone, fingerprint));
    }

    BaselineEntry plus(BaselineEntry same) {
        return new BaselineEntry(gate, rule, file, count + same.count, fingerprint);
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the line of the file.
     *
     * @return {@code gate rule file count fingerprint}
     */
    @Override
    public String toString() {
        return gate + " " + rule + " " + file + " " + count + " " + fingerprint;
    }
}
