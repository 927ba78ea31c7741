package io.neurectomy.standard.fix;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.Effective;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.Repair;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.Severity;
import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.baseline.Baseline;
import io.neurectomy.standard.baseline.BaselineEntry;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.FileChanges;
import io.neurectomy.standard.edit.PomFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Repairs a repository, one rule after the other. After each the repository is read again: the next rule judges what is there
 * then, and a step after which Maven knows less or the audit fails where it passed is taken back whole.
 */
public final class Fix {
    private static final String BASELINE_RULE = "baseline";

    private final Path folder;
    private final EffectiveModels models;
    private final List<Rule> rules;

    /**
     * Chooses what to repair.
     *
     * @param folder the repository's folder
     * @param models the door to Maven
     * @param rules the rules whose findings are repaired, in this order
     */
    public Fix(Path folder, EffectiveModels models, List<Rule> rules) {
        this.folder = folder;
        this.models = models;
        this.rules = List.copyOf(rules);
    }

    /**
     * Tells what would be done first: the repairs of each rule by themselves, without those that another makes possible.
     *
     * @return the steps; nothing is written
     * @throws IOException if a file can't be read
     */
    public List<Step> plan() throws IOException {
        Repository repository = read();
        List<Step> steps = new ArrayList<>();
        for (Rule rule : rules) {
            plan(repository, rule).ifPresent(steps::add);
        }
        return steps;
    }

    /**
     * Repairs.
     *
     * @param progress is told each step when it is done
     * @return the repository afterwards
     * @throws IOException if a file can't be read or written; the steps before stay, the one that failed leaves nothing
     */
    public Result run(Consumer<Step> progress) throws IOException {
        Result now = judged(read());
        for (Rule rule : rules) {
            Optional<Step> planned = plan(now.repository(), rule);
            if (planned.isEmpty()) {
                continue;
            }
            Step step = planned.get();
            step.changes().applyTo(folder);
            Result after = judged(read());
            Optional<String> worse = worse(now, after);
            if (worse.isPresent()) {
                step.changes().reverted().applyTo(folder);
                progress.accept(new Step(rule, step.repairs(), step.changes(), worse));
            } else {
                progress.accept(step);
                now = after;
            }
        }
        return now;
    }

    /**
     * A repository, and what the audit finds in it.
     *
     * @param repository as it was read
     * @param findings of all rules, without those that the baseline holds
     */
    public record Result(Repository repository, List<Finding> findings) {
        /**
         * Copies the list.
         *
         * @param repository as it was read
         * @param findings of all rules
         */
        public Result {
            findings = List.copyOf(findings);
        }

        boolean conforms() {
            return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        }
    }

    private Repository read() {
        return Repository.read(folder, models);
    }

    private Optional<Step> plan(Repository repository, Rule rule) throws IOException {
        List<Repair> repairs = rule.id().equals(BASELINE_RULE)
                ? gone(repository)
                : rule.repairs(repository).stream().distinct().toList();
        FileChanges changes = changes(repository, repairs);
        return changes.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(rule, sorted(repairs), changes, Optional.empty()));
    }

    private static List<Repair> sorted(List<Repair> repairs) {
        return repairs.stream()
                .sorted(Comparator.comparing(Repair::file).thenComparing(Fix::line))
                .toList();
    }

    private static int line(Repair repair) {
        if (repair instanceof Repair.RemoveElement removal) {
            return removal.element().line();
        }
        return repair instanceof Repair.SetChild child ? child.element().line() : 0;
    }

    private FileChanges changes(Repository repository, List<Repair> repairs) throws IOException {
        Map<String, List<Repair>> byFile = sorted(repairs).stream()
                .collect(Collectors.groupingBy(Repair::file, LinkedHashMap::new, Collectors.toList()));
        List<FileChange> changes = new ArrayList<>();
        for (Map.Entry<String, List<Repair>> entry : byFile.entrySet()) {
            change(repository, entry.getKey(), entry.getValue()).ifPresent(changes::add);
        }
        return new FileChanges(changes);
    }

    private Optional<FileChange> change(Repository repository, String file, List<Repair> repairs) throws IOException {
        Pom read = repository.poms().get(file);
        if (read != null) {
            return changed(file, read, repairs);
        }
        if (repairs.get(0) instanceof Repair.CreateFile created) {
            // A folder, or a link that leads nowhere, is somebody's doing.
            return Files.exists(folder.resolve(file))
                    ? Optional.empty()
                    : Optional.of(FileChange.created(file, created.text()));
        }
        byte[] before = Files.readAllBytes(folder.resolve(file));
        byte[] after = replaced(before, repairs);
        return Arrays.equals(before, after) ? Optional.empty() : Optional.of(FileChange.replaced(file, before, after));
    }

    /** Changes lines byte by byte: what else the file holds need not be UTF-8, and keeps its line ends. */
    private static byte[] replaced(byte[] before, List<Repair> repairs) {
        Map<String, String> wanted = new HashMap<>();
        for (Repair repair : repairs) {
            if (repair instanceof Repair.ReplaceLine replaced) {
                wanted.put(bytewise(replaced.line()), bytewise(replaced.by().orElse("")));
            }
        }
        StringBuilder after = new StringBuilder();
        // Split behind each line feed, which stays with its line.
        for (String line : new String(before, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
            String text = line.replaceFirst("\r?\n$", "");
            String by = wanted.getOrDefault(text, text);
            if (by.equals(text) || !by.isEmpty()) {
                after.append(by).append(line, text.length(), line.length());
            }
        }
        return after.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A character for each byte of the text in UTF-8. */
    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Optional<FileChange> changed(String file, Pom read, List<Repair> repairs) throws IOException {
        try {
            PomFile pom = PomFile.read(folder, file);
            // From the end: an edit moves what comes after it.
            for (int i = repairs.size() - 1; i >= 0; i--) {
                Repair repair = repairs.get(i);
                if (repair instanceof Repair.RemoveElement removal) {
                    pom.remove(read, removal.element());
                } else if (repair instanceof Repair.SetChild child) {
                    pom.setChild(read, child.element(), child.child(), child.text());
                } else if (repair instanceof Repair.SetProperty property) {
                    pom.setProperty(property.name(), property.value());
                }
            }
            return pom.change();
        } catch (UnreadablePomException e) {
            throw new IOException(file + " " + e.problem(), e);
        }
    }

    /** Entries that excuse what is not there any more; what other gates found is known only of files that are gone. */
    private List<Repair> gone(Repository repository) {
        Baseline baseline = Baseline.read(folder);
        List<BaselineEntry> audited = baseline.judge(
                        Baseline.AUDIT, Audit.of(repository, Rules.all()).findings(), folder)
                .gone();
        List<Repair> repairs = new ArrayList<>();
        for (BaselineEntry entry : baseline.entries()) {
            if (!entry.gate().equals(Baseline.AUDIT) && !Files.exists(folder.resolve(entry.file()))) {
                repairs.add(new Repair.ReplaceLine(Baseline.FILE, entry.toString(), Optional.empty()));
                continue;
            }
            audited.stream()
                    .filter(gone -> gone.key().equals(entry.key()))
                    .map(gone -> new Repair.ReplaceLine(
                            Baseline.FILE,
                            entry.toString(),
                            entry.less(gone.count()).map(BaselineEntry::toString)))
                    .forEach(repairs::add);
        }
        return repairs;
    }

    private static Optional<String> worse(Result before, Result after) {
        Optional<Problem> problem = after.repository().problems().stream()
                .filter(p -> before.repository().problems().stream()
                        .noneMatch(b -> b.place().file().equals(p.place().file())))
                .findFirst();
        if (problem.isPresent()) {
            return Optional.of(problem.get().place() + " " + problem.get().message());
        }
        for (Module module : after.repository().modules()) {
            if (module.effective() instanceof Effective.Unavailable unavailable
                    && before.repository().modules().stream()
                            .anyMatch(
                                    m -> m.path().equals(module.path()) && m.effective() instanceof Effective.Model)) {
                return Optional.of(module.pom().file() + ": " + unavailable.why());
            }
        }
        return before.conforms() && !after.conforms()
                ? Optional.of("the audit passed before and would not after")
                : Optional.empty();
    }

    private Result judged(Repository repository) {
        return new Result(
                repository,
                Baseline.read(folder)
                        .judge(Baseline.AUDIT, Audit.of(repository, Rules.all()).findings(), folder)
                        .fresh());
    }
}
