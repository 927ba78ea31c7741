package io.neurectomy.standard.fix;

import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.edit.FileChanges;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repairs of one rule.
 *
 * @param rule whose findings are repaired
 * @param repairs what is done
 * @param changes the files as they were and as they are to be
 * @param refused why the repairs were taken back; empty if they were kept
 */
public record Step(Rule rule, List<Repair> repairs, FileChanges changes, Optional<String> refused) {
    /**
     * Copies the list.
     *
     * @param rule whose findings are repaired
     * @param repairs what is done
     * @param changes the files
     * @param refused why the repairs were taken back
     */
    public Step {
        repairs = List.copyOf(repairs);
    }

    /**
     * Says what was done, a line for each repair.
     *
     * @return lines that begin with the rule's id; one more if the repairs were taken back
     */
    public List<String> lines() {
        String start = "[" + rule.id() + "] ";
        return Stream.concat(
                        repairs.stream().map(r -> start + r.description()),
                        refused.stream().map(why -> start + "taken back: " + why))
                .toList();
    }
}
