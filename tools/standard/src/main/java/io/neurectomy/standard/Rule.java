package io.neurectomy.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * One sentence of the standard that can be checked. A rule is a pure function of the repository: it reads no file,
 * throws nothing and keeps no state, so it may be used by many threads.
 */
public interface Rule {
    /**
     * Returns the name by which messages, documentation and users call the rule.
     *
     * @return lower-case words joined by hyphens, unique among the rules
     */
    String id();

    /**
     * Returns the side of the repository that the rule looks at.
     *
     * @return the dimension its findings count for
     */
    Dimension dimension();

    /**
     * Returns the issues that a finding of this rule is a sign of, by which reports can be read.
     *
     * @return the issues; empty if it belongs to none
     */
    Set<Issue> issues();

    /**
     * Returns what a finding of this rule means.
     *
     * @return the severity of its findings
     */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * Returns how much this rule counts in the score of its dimension. Most rules leave it as it is; one that stands
     * for much more or less than the others of its dimension says so.
     *
     * @return a number from 1 to 9
     */
    default int weight() {
        return severity().weight();
    }

    /**
     * Returns what the rule demands.
     *
     * @return one sentence with its period
     */
    String summary();

    /**
     * Checks the repository.
     *
     * @param repository the repository as it was read
     * @return the findings in any order; empty if the repository conforms or the rule does not apply
     */
    List<Finding> check(Repository repository);

    /**
     * Returns the repairs that need no thought. A rule whose findings each ask for a decision has none.
     *
     * @param repository the repository
     * @return a repair for each finding that has one, in any order
     */
    default List<Repair> repairs(Repository repository) {
        return List.of();
    }

    /**
     * Counts the places that this rule judged: what a finding is written for, such as modules, dependencies or source
     * files. The score takes the findings as a share of them, so that a repository of a hundred modules and one of a
     * single module are judged alike. Counted is all that could have held a finding, not only what comes close to one: of
     * two hundred tests one that is disabled without a reason is one of two hundred. What is unknown is not counted.
     *
     * @param repository the repository as it was read
     * @return the number of places; 0 if the rule does not apply or nothing could be judged, 1 if the rule judges the
     *     repository as a whole
     */
    int places(Repository repository);

    /**
     * Returns what this rule could not judge for lack of data.
     *
     * @param repository the repository as it was read
     * @return the gaps in any order; empty if everything could be judged
     */
    default List<Unknown> unknown(Repository repository) {
        return List.of();
    }

    /**
     * Returns the rule's documentation: why it exists, a bad and a good example, how to repair, its sources.
     *
     * @return Markdown with {@code \n} at its line ends
     * @throws IllegalStateException if the rule has no documentation
     * @throws UncheckedIOException if it can't be read
     */
    default String documentation() {
        String resource = "/io/neurectomy/standard/rule/" + id() + ".md";
        try (InputStream stream = Rule.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no documentation at " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + resource, e);
        }
    }

    /**
     * Creates a finding of this rule.
     *
     * @param place where it is
     * @param message what is wrong, without a period at its end
     * @param remedy what to do, with its period
     * @return the finding with this rule's id and severity
     */
    default Finding finding(Place place, String message, String remedy) {
        return new Finding(id(), severity(), place, message, remedy);
    }
}
