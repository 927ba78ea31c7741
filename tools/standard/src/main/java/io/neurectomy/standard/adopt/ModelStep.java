package io.neurectomy.standard.adopt;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.FileChanges;
import io.neurectomy.standard.edit.PomFile;
import io.neurectomy.standard.module.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first step of an adoption: every POM inherits from the build parent, and what was in force before is written down
 * where the parent would change it.
 *
 * @param changes the POMs as they are to be
 * @param notes what was removed or moved, one line each
 */
public record ModelStep(FileChanges changes, List<String> notes) {
    /**
     * Copies the list.
     *
     * @param changes the POMs
     * @param notes what was removed or moved
     */
    public ModelStep {
        notes = List.copyOf(notes);
    }

    /**
     * Edits the POMs of a repository.
     *
     * @param folder the repository's folder
     * @param repository what was read from it
     * @param facts what was in force before, by the module's path
     * @param version of the build parent
     * @return the edits, none for a repository that has been adopted
     * @throws RefusedException if a parent carries behaviour that can't be inherited twice, or a POM can't be read
     * @throws IOException if a POM can't be read
     */
    public static ModelStep of(Path folder, Repository repository, Map<String, ModuleFacts> facts, String version)
            throws RefusedException, IOException {
        Map<String, PomFile> poms = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Module module : repository.modules()) {
            ModuleFacts fact = facts.get(module.path());
            if (fact == null) {
                throw new RefusedException(
                        "[effective-model] " + module.file("pom.xml")
                                + ": Maven can't build its effective model, so what is in force is not known. Repair that first.");
            }
            PomFile pom = read(folder, module.file("pom.xml"));
            poms.put(module.path(), pom);
            edit(module, repository, fact, version, pom, notes);
        }
        List<FileChange> changes =
                poms.values().stream().flatMap(pom -> pom.change().stream()).toList();
        return new ModelStep(new FileChanges(changes), notes);
    }

    private static PomFile read(Path folder, String path) throws RefusedException, IOException {
        try {
            return PomFile.read(folder, path);
        } catch (UnreadablePomException e) {
            throw new RefusedException("[readable-pom] " + path + ": " + e.problem() + ". Repair it, then repeat.");
        }
    }

    private static void edit(
            Module module, Repository repository, ModuleFacts fact, String version, PomFile pom, List<String> notes)
            throws RefusedException {
        Pom raw = module.pom();
        boolean adopted = BuildParent.governs(raw, repository.lineage(module));
        boolean top = repository.parentInside(raw).isEmpty();
        if (!adopted && top) {
            inherit(module, fact, version, pom, notes);
        }
        if (adopted) {
            return;
        }
        PluginEdits plugins = new PluginEdits(pom, raw.file(), notes);
        plugins.removeReplaced();
        plugins.removeGovernedVersions();
        plugins.removeCompilerLevel();
        plugins.keepAgentInArguments();
        if (top) {
            plugins.pin(fact.plugins());
        }
        writeRelease(module, fact, top, pom);
        plugins.appendProcessors(fact.processors());
    }

    private static void inherit(Module module, ModuleFacts fact, String version, PomFile pom, List<String> notes)
            throws RefusedException {
        Optional<Coordinates> foreign = module.pom().parent();
        if (foreign.isPresent() && !fact.foreign().isEmpty()) {
            throw new RefusedException("[foreign-parent] " + module.file("pom.xml") + ": the parent "
                    + foreign.get().key()
                    + " brings behaviour that the build uses, which a POM can't inherit from two parents: "
                    + String.join(", ", fact.foreign())
                    + ". It is kept. Import its BOM, copy what the build needs, remove the parent; then repeat.");
        }
        int colon = BuildParent.KEY.indexOf(':');
        if (foreign.isPresent()) {
            // A POM may get its group and version from its parent alone.
            pom.setMissing("groupId", foreign.get().groupId());
            pom.setMissing("version", foreign.get().version());
            pom.importBom(
                    foreign.get().groupId(),
                    foreign.get().artifactId(),
                    foreign.get().version());
            notes.add(module.file("pom.xml") + ": imports " + foreign.get().key() + ", which it inherited from");
        }
        pom.setParent(BuildParent.KEY.substring(0, colon), BuildParent.KEY.substring(colon + 1), version);
    }

    private static void writeRelease(Module module, ModuleFacts fact, boolean top, PomFile pom) {
        Optional<Element> own = module.pom().project().first("properties", "maven.compiler.release");
        if (own.isPresent()) {
            return;
        }
        boolean differs = top || module.path().isEmpty();
        fact.release()
                .filter(r -> differs || declaresLevel(module.pom()))
                .ifPresent(r -> pom.setProperty("maven.compiler.release", r));
    }

    private static boolean declaresLevel(Pom pom) {
        return pom.project().first("properties", "maven.compiler.source").isPresent()
                || pom.project()
                        .all("build", "plugins", "plugin")
                        .anyMatch(p -> p.text("artifactId", "").equals("maven-compiler-plugin")
                                && (p.first("configuration", "source").isPresent()
                                        || p.first("configuration", "release").isPresent()));
    }
}
