package io.neurectomy.standard;

import io.neurectomy.standard.internal.RepositoryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Maven repository as it was read: all that rules look at, and nothing that changes.
 *
 * @param modules the modules of the reactor, the root first, then in the order in which the POMs list them
 * @param poms every POM that was read by its path: those of the modules, and parents beside the reactor
 * @param settings the properties that files of the repository set
 * @param problems what could not be read
 * @param baseline {@code .neurectomy/baseline.txt}, which lists the violations that were there at its adoption
 * @param conventions files by which people and tools work on the repository: {@code .editorconfig}, the licence, the
 *     workflows of GitHub and the like
 * @param documents READMEs and what else is written in Markdown at the top and in {@code docs}, sorted by path
 */
public record Repository(
        List<Module> modules,
        Map<String, Pom> poms,
        List<Setting> settings,
        List<Problem> problems,
        Optional<SourceFile> baseline,
        List<SourceFile> conventions,
        List<Document> documents) {
    /**
     * Copies lists and map.
     *
     * @param modules modules of the reactor
     * @param poms POMs by path
     * @param settings properties that files set
     * @param problems what could not be read
     * @param baseline the violations that were there at its adoption
     * @param conventions files by which people and tools work
     * @param documents documents in Markdown
     */
    public Repository {
        modules = List.copyOf(modules);
        poms = Map.copyOf(poms);
        settings = List.copyOf(settings);
        problems = List.copyOf(problems);
        conventions = List.copyOf(conventions);
        documents = List.copyOf(documents);
    }

    /**
     * Creates a repository without a baseline.
     *
     * @param modules modules of the reactor
     * @param poms POMs by path
     * @param settings properties that files set
     * @param problems what could not be read
     */
    public Repository(List<Module> modules, Map<String, Pom> poms, List<Setting> settings, List<Problem> problems) {
        this(modules, poms, settings, problems, Optional.empty(), List.of(), List.of());
    }

    /**
     * Reads a repository. Reads only POMs, sources, READMEs and {@code .mvn}; never {@code target} folders, never a
     * file outside the folder, and changes nothing.
     *
     * @param folder the folder with the root POM
     * @param effectiveModels what Maven knows
     * @return the repository; what can't be read is in its problems, and it has no module if there is no root POM
     * @throws java.io.UncheckedIOException if the folder itself can't be opened
     */
    public static Repository read(Path folder, EffectiveModels effectiveModels) {
        return RepositoryReader.read(folder, effectiveModels);
    }

    /**
     * Finds a file by which tools of contributors or the CI work.
     *
     * @param path path relative to the repository's folder
     * @return the file, empty if it is not there
     */
    public Optional<SourceFile> convention(String path) {
        return conventions.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    /**
     * Finds files by which tools of contributors or the CI work, wherever they lie.
     *
     * @param name what their whole name has to match
     * @return the files
     */
    public Stream<SourceFile> conventions(Pattern name) {
        return conventions.stream().filter(f -> name.matcher(f.name()).matches());
    }

    /**
     * Returns the POMs that a module inherits from.
     *
     * @param module a module of this repository
     * @return its ancestors
     */
    public Lineage lineage(Module module) {
        return lineage(module.pom(), module.effective());
    }

    /**
     * Returns the POMs that a POM inherits from.
     *
     * @param pom a POM of this repository
     * @param effective what Maven makes of it or of a POM that inherits from it
     * @return its ancestors
     */
    public Lineage lineage(Pom pom, Effective effective) {
        List<Pom> ancestors = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(pom.file()));
        Pom current = pom;
        while (true) {
            Optional<Coordinates> wanted = current.parent();
            if (wanted.isEmpty()) {
                return new Lineage(ancestors, Optional.empty(), false);
            }
            Optional<Pom> found = parentInside(current).or(() -> outside(wanted.get(), effective));
            if (found.isEmpty()) {
                return new Lineage(ancestors, wanted, false);
            }
            if (!seen.add(found.get().file())) {
                return new Lineage(ancestors, Optional.empty(), true);
            }
            ancestors.add(found.get());
            current = found.get();
        }
    }

    /**
     * Returns the parent of a POM if it lies in this repository.
     *
     * @param pom a POM of this repository
     * @return the parent's POM, empty if there is none or it lies outside
     */
    public Optional<Pom> parentInside(Pom pom) {
        return pom.parent()
                .flatMap(wanted -> RepositoryReader.relativeParent(pom)
                        .map(poms::get)
                        .filter(p -> p.coordinates().key().equals(wanted.key()))
                        .or(() -> byKey(wanted.key())));
    }

    /**
     * Returns a POM by what it is called.
     *
     * @param key {@code groupId:artifactId}
     * @return the POM, empty if none in this repository has these coordinates
     */
    public Optional<Pom> byKey(String key) {
        return poms.values().stream()
                .filter(p -> p.coordinates().key().equals(key))
                .min(Comparator.comparing(Pom::file));
    }

    private static Optional<Pom> outside(Coordinates wanted, Effective effective) {
        return effective instanceof Effective.Model model
                ? model.ancestors().stream()
                        .filter(p -> p.coordinates().key().equals(wanted.key()))
                        .findFirst()
                : Optional.empty();
    }
}
