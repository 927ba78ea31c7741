package io.neurectomy.standard.internal;

import io.neurectomy.standard.Document;
import io.neurectomy.standard.Effective;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Element;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Place;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.Problem;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Setting;
import io.neurectomy.standard.SourceFile;
import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.internal.TextReader.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a repository from its folder; used once. */
public final class RepositoryReader {
    private final Path root;
    private final Map<String, Pom> poms = new LinkedHashMap<>();
    private final List<String> reactor = new ArrayList<>();
    private final Set<String> attempted = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private RepositoryReader(Path root) {
        this.root = root;
    }

    /**
     * Reads a repository.
     *
     * @param folder the folder with the root POM
     * @param effectiveModels what Maven knows
     * @return the repository
     * @throws UncheckedIOException if the folder itself can't be opened
     */
    public static Repository read(Path folder, EffectiveModels effectiveModels) {
        try {
            return new RepositoryReader(folder.toRealPath()).repository(effectiveModels);
        } catch (IOException e) {
            throw new UncheckedIOException("can't open the folder " + folder, e);
        }
    }

    /**
     * Returns where a POM says that its parent lies.
     *
     * @param pom a POM of the repository
     * @return path relative to the repository's folder, empty if the parent is not to be looked for in files
     */
    public static Optional<String> relativeParent(Pom pom) {
        return pom.project().first("parent").flatMap(parent -> {
            String relative = parent.first("relativePath").map(Element::text).orElse("../pom.xml");
            return relative.isEmpty()
                    ? Optional.empty()
                    : resolve(pom.file(), relative).map(RepositoryReader::asPom);
        });
    }

    private static Optional<String> resolve(String pomFile, String relative) {
        try {
            Path base = Path.of("/", pomFile).getParent();
            // Anchored at the file system's root, so that ".." beyond the repository stays visible as a leading "..".
            Path resolved = Path.of("/")
                    .relativize(base == null ? Path.of("/") : base)
                    .resolve(relative.replace('\\', '/'))
                    .normalize();
            return Optional.of(resolved.toString().replace('\\', '/'));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String asPom(String path) {
        if (path.endsWith(".xml")) {
            return path;
        }
        return path.isEmpty() ? "pom.xml" : path + "/pom.xml";
    }

    private Repository repository(EffectiveModels effectiveModels) throws IOException {
        if (Files.exists(root.resolve("pom.xml"))) {
            readReactor("pom.xml", Place.of("pom.xml"), List.of());
        }
        readParentsBesideTheReactor();
        Map<Path, Effective> answers =
                effectiveModels.of(reactor.stream().map(root::resolve).toList());
        SourceTree tree = new SourceTree(root, problems);
        List<Module> modules = new ArrayList<>();
        for (String file : reactor) {
            Pom pom = Optional.ofNullable(poms.get(file)).orElseThrow();
            Effective effective = answers.getOrDefault(
                    root.resolve(file), new Effective.Unavailable("Maven could not build its effective model"));
            modules.add(tree.module(pom, directories(pom), effective));
        }
        List<Setting> settings = settings();
        Optional<SourceFile> baseline = baseline();
        ConventionFiles files = new ConventionFiles(root, problems);
        List<SourceFile> conventions = files.read();
        List<Document> documents = files.documents(modules.stream().flatMap(m -> m.readme().stream()));
        return new Repository(
                JavaReader.into(modules),
                poms,
                settings,
                problems.stream().distinct().toList(),
                baseline,
                conventions,
                documents);
    }

    private void readReactor(String file, Place named, List<String> aggregators) {
        if (aggregators.contains(file)) {
            problem(Problem.Kind.MODULE, named, "leads back to " + file + ": the modules form a circle");
            return;
        }
        if (attempted.contains(file) || !isInside(file, named)) {
            return;
        }
        readPom(file).ifPresent(pom -> {
            reactor.add(file);
            List<String> path = new ArrayList<>(aggregators);
            path.add(file);
            pom.modules().forEach(module -> readModule(pom, module, path));
        });
    }

    private void readModule(Pom pom, Element module, List<String> aggregators) {
        String name = pom.resolve(module.text());
        if (name.isEmpty() || name.contains("${")) {
            return;
        }
        Optional<String> path = resolve(pom.file(), name);
        Place place = pom.at(module);
        if (path.isEmpty()) {
            problem(Problem.Kind.MODULE, place, "names the module " + name + ", which is not a path");
        } else if (path.get().equals("..")
                || path.get().startsWith("../")
                || path.get().startsWith("/")) {
            problem(Problem.Kind.MODULE, place, "names the module " + name + ", which lies outside the repository");
        } else if (Files.isRegularFile(root.resolve(path.get()))) {
            readReactor(path.get(), place, aggregators);
        } else if (!Files.isDirectory(root.resolve(path.get()))) {
            problem(Problem.Kind.MODULE, place, "names the module " + name + ", but there is no such folder");
        } else if (!Files.exists(root.resolve(asPom(path.get())))) {
            problem(Problem.Kind.MODULE, place, "names the module " + name + ", but its folder has no pom.xml");
        } else {
            readReactor(asPom(path.get()), place, aggregators);
        }
    }

    private void readParentsBesideTheReactor() {
        List<Pom> pending = new ArrayList<>(poms.values());
        while (!pending.isEmpty()) {
            Pom pom = pending.remove(pending.size() - 1);
            Optional<String> parent = relativeParent(pom).filter(p -> !p.startsWith("../") && !attempted.contains(p));
            if (parent.isPresent() && Files.isRegularFile(root.resolve(parent.get()))) {
                readPom(parent.get()).ifPresent(pending::add);
            }
        }
    }

    private Optional<Pom> readPom(String file) {
        attempted.add(file);
        try {
            Pom pom = Pom.parse(file, TextReader.xml(root.resolve(file)));
            poms.put(file, pom);
            return Optional.of(pom);
        } catch (UnreadablePomException e) {
            problem(Problem.Kind.POM, new Place(file, e.line()), e.problem());
        } catch (UnreadableFileException e) {
            problem(Problem.Kind.POM, new Place(file, e.line()), e.problem());
        }
        return Optional.empty();
    }

    private boolean isInside(String file, Place named) {
        try {
            if (root.resolve(file).toRealPath().startsWith(root)) {
                return true;
            }
            problem(Problem.Kind.MODULE, named, "leads by a link to " + file + ", which lies outside the repository");
        } catch (IOException e) {
            problem(Problem.Kind.MODULE, named, "leads to " + file + ", which can't be opened");
        }
        return false;
    }

    private Map<String, String> directories(Pom pom) {
        // The nearest POM of the repository that sets a folder wins, as in Maven.
        Repository known = new Repository(List.of(), poms, List.of(), List.of());
        List<Pom> line = new ArrayList<>(List.of(pom));
        line.addAll(known.lineage(pom, new Effective.Unavailable("not asked")).ancestors());
        Map<String, String> directories = new LinkedHashMap<>();
        for (String name : List.of("sourceDirectory", "testSourceDirectory")) {
            line.stream()
                    .flatMap(p -> p.project().first("build", name).stream())
                    .map(e -> pom.resolve(e.text()).replaceFirst("^\\$\\{(?:project\\.|pom\\.)?basedir}/", ""))
                    .filter(d -> !d.isEmpty() && !d.contains("${"))
                    .findFirst()
                    .ifPresent(d -> directories.put(name, d));
        }
        return directories;
    }

    private Optional<SourceFile> baseline() {
        String file = ".neurectomy/baseline.txt";
        if (!Files.isRegularFile(root.resolve(file))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SourceFile(file, TextReader.lenient(root.resolve(file))));
        } catch (UnreadableFileException e) {
            problem(Problem.Kind.FILE, Place.of(file), e.problem());
            return Optional.empty();
        }
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Pom pom : poms.values()) {
            pom.bodies()
                    .flatMap(body -> body.all("properties"))
                    .flatMap(properties -> properties.children().stream())
                    .forEach(p -> settings.add(new Setting(p.name(), p.text(), pom.at(p))));
        }
        Path config = root.resolve(".mvn/maven.config");
        if (Files.isRegularFile(config)) {
            try {
                settings.addAll(MavenConfig.parse(".mvn/maven.config", TextReader.lenient(config)));
            } catch (UnreadableFileException e) {
                problem(Problem.Kind.FILE, Place.of(".mvn/maven.config"), e.problem());
            }
        }
        return settings;
    }

    private void problem(Problem.Kind kind, Place place, String message) {
        problems.add(new Problem(kind, place, message));
    }
}
