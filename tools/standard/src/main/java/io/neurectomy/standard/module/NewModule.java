package io.neurectomy.standard.module;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Coordinates;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.FileChanges;
import io.neurectomy.standard.edit.PomFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A module that is wished for.
 *
 * @param name the module's folder, directly below the repository's
 * @param kind what it is for
 * @param packageName its package; if empty, the repository's group and the name
 */
public record NewModule(String name, ModuleKind kind, Optional<String> packageName) {
    /**
     * Makes the module's files and lists it in the root POM and in the README's table of modules, if there is one.
     *
     * @param folder the repository's folder
     * @param repository what was read from it
     * @return the changes, not written yet
     * @throws RefusedException if the name can't work, something by this name is there, or the repository does not
     *     inherit from the build parent
     * @throws IOException if a file can't be read
     */
    public FileChanges in(Path folder, Repository repository) throws RefusedException, IOException {
        ModuleName checked = ModuleName.of(name);
        Module root = repository.modules().stream()
                .filter(m -> m.path().isEmpty())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "[root-pom] pom.xml: is missing or can't be read. Repair it, then repeat."));
        if (!BuildParent.governs(root.pom(), repository.lineage(root))) {
            throw new RefusedException("[build-parent] pom.xml: does not inherit from " + BuildParent.KEY
                    + ". Run mvn io.neurectomy:neurectomy-maven-plugin:adopt first.");
        }
        if (!root.isPomOnly()) {
            throw new RefusedException(
                    "[root-packaging] pom.xml: has the packaging " + root.pom().packaging()
                            + ", so it can't have modules. Move its code to a module and set <packaging>pom</packaging>.");
        }
        if (Files.exists(folder.resolve(name))) {
            throw new RefusedException(
                    "[module-folder] " + name + ": is there already. Use another name, or remove it.");
        }
        String artifactId = prefix(repository) + name;
        if (repository.modules().stream()
                .anyMatch(m -> m.pom().coordinates().artifactId().equals(artifactId))) {
            throw new RefusedException("[module-name] -Dname: there is a module with the artifactId " + artifactId
                    + ". Use another name.");
        }
        Coordinates own = resolved(root);
        String javaPackage = ModuleName.checkedPackage(
                packageName.isPresent() ? packageName.get() : checked.packageIn(own.groupId()));
        refuseSplitPackage(repository, javaPackage);
        List<FileChange> changes =
                new ArrayList<>(files(checked, artifactId, javaPackage, own, parent(root, repository)));
        changes.add(listed(folder));
        ModuleTable.with(folder, repository, name, artifactId, description(checked))
                .ifPresent(changes::add);
        return new FileChanges(changes);
    }

    /** The siblings' convention, where all of them have it: acme-orders in the folder orders. */
    private static String prefix(Repository repository) {
        Set<String> prefixes = repository.modules().stream()
                .filter(m -> !m.path().isEmpty())
                .map(m -> {
                    String artifact = m.pom().coordinates().artifactId();
                    String last = m.path().substring(m.path().lastIndexOf('/') + 1);
                    return artifact.endsWith("-" + last)
                            ? artifact.substring(0, artifact.length() - last.length())
                            : "";
                })
                .collect(Collectors.toSet());
        return prefixes.size() == 1 ? prefixes.iterator().next() : "";
    }

    private static Coordinates resolved(Module root) {
        Coordinates own = root.pom().coordinates();
        return new Coordinates(
                root.pom().resolve(own.groupId()), own.artifactId(), root.pom().resolve(own.version()));
    }

    private static void refuseSplitPackage(Repository repository, String javaPackage) throws RefusedException {
        String folder = "/" + javaPackage.replace('.', '/') + "/";
        for (Module module : repository.modules()) {
            if (module.mainSources().stream()
                    .anyMatch(s -> s.path().contains("src/main/java" + folder)
                            && s.path().lastIndexOf('/') == s.path().indexOf(folder) + folder.length() - 1)) {
                throw new RefusedException("[split-package] " + module.file("src/main/java" + folder) + ": the package "
                        + javaPackage + " is in this module. Choose another by -DpackageName.");
            }
        }
    }

    /** A root that only lists its modules is not inherited by them; its parent is, then. */
    private static String parent(Module root, Repository repository) {
        Coordinates own = root.pom().coordinates();
        List<Module> others =
                repository.modules().stream().filter(m -> !m.path().isEmpty()).toList();
        boolean inherited = others.isEmpty()
                || others.stream()
                        .anyMatch(m -> m.pom().parent().map(Coordinates::key).equals(Optional.of(own.key())));
        Coordinates parent = inherited ? own : root.pom().parent().orElse(own);
        Optional<String> beside = repository.parentInside(root.pom()).map(p -> "../" + p.file());
        String relative = inherited
                ? ""
                : beside.map(file -> "\n  <relativePath>" + file + "</relativePath>")
                        .orElse("\n  <relativePath/>");
        return """
                <parent>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>%s
                </parent>""".formatted(parent.groupId(), parent.artifactId(), parent.version(), relative);
    }

    private String description(ModuleName checked) {
        return kind == ModuleKind.LIBRARY
                ? "The ids of " + checked.title().toLowerCase(Locale.ROOT)
                : "The application " + name;
    }

    private List<FileChange> files(
            ModuleName checked, String artifactId, String javaPackage, Coordinates own, String parent) {
        boolean library = kind == ModuleKind.LIBRARY;
        String type = checked.typePrefix() + (library ? "Id" : "Application");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("parent", parent.indent(2).stripTrailing());
        values.put(
                "properties",
                library ? "" : "\n  <properties>\n    <application>true</application>\n  </properties>\n");
        values.put("groupId", own.groupId());
        values.put("version", own.version());
        values.put("artifactId", artifactId);
        values.put("description", description(checked));
        values.put("name", name);
        values.put("Title", checked.title());
        values.put("package", javaPackage);
        values.put("Type", type);
        String folder = name + "/src/main/java/";
        String inPackage = javaPackage.replace('.', '/') + "/";
        List<FileChange> files = new ArrayList<>();
        files.add(FileChange.created(name + "/pom.xml", filled("pom.xml", values)));
        files.add(FileChange.created(name + "/README.md", filled(kind.id() + "/README.md.txt", values)));
        if (library) {
            files.add(FileChange.created(folder + "module-info.java", filled("library/module-info.java.txt", values)));
        }
        files.add(
                FileChange.created(folder + inPackage + "package-info.java", filled("package-info.java.txt", values)));
        files.add(
                FileChange.created(folder + inPackage + type + ".java", filled(kind.id() + "/Main.java.txt", values)));
        files.add(FileChange.created(
                name + "/src/test/java/" + inPackage + type + "Test.java",
                filled(kind.id() + "/Test.java.txt", values)));
        return files;
    }

    private FileChange listed(Path folder) throws RefusedException, IOException {
        try {
            PomFile pom = PomFile.read(folder, "pom.xml");
            pom.addModule(name);
            return pom.change()
                    .orElseThrow(() -> new RefusedException(
                            "[module-name] pom.xml: lists the module " + name + " already. Use another name."));
        } catch (UnreadablePomException e) {
            throw new RefusedException("[readable-pom] pom.xml: " + e.problem() + ". Repair it, then repeat.");
        }
    }

    private static String filled(String resource, Map<String, String> values) {
        String text;
        try (InputStream in = NewModule.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the jar");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }
}
