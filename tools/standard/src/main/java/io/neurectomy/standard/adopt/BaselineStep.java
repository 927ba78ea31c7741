package io.neurectomy.standard.adopt;

import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.adopt.Measured.Kind;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.PomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The last step of an adoption, for what a tool understands natively: switches in the POM of the module. */
public final class BaselineStep {
    private static final String COMMENT = "Baseline: what was there when the standard was adopted. Only remove.";
    // What is left of doclint then is nothing; javac does not say to which group a message belongs.
    private static final String NO_DOCLINT = ",-accessibility,-html,-reference,-syntax";

    private BaselineStep() {}

    /**
     * Writes what was found into a module's POM.
     *
     * @param folder the repository's folder
     * @param path the POM's path in it
     * @param measured what was found
     * @return the POM as it is to be, empty if nothing was found
     * @throws IOException if the POM can't be read
     * @throws UnreadablePomException if it is not well-formed
     */
    public static Optional<FileChange> record(Path folder, String path, Measured measured)
            throws IOException, UnreadablePomException {
        PomFile pom = PomFile.read(folder, path);
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "baseline.lint", measured.of(Kind.LINT), ",-", "");
        put(properties, "baseline.errorprone", measured.of(Kind.ERROR_PRONE), " -Xep:", ":OFF");
        if (!measured.of(Kind.DOCLINT).isEmpty()) {
            properties.put("baseline.doclint", NO_DOCLINT);
        }
        if (measured.isModuleInfoAbsent()) {
            properties.put("baseline.moduleInfo", "absent");
        }
        measured.floors().forEach((counter, floor) -> properties.put("coverage." + counter, floor));
        // What an earlier round recorded does not show any more, and stays.
        properties.forEach((name, value) -> pom.setProperty(
                name, name.matches("baseline\\.(lint|errorprone)") ? joined(name, pom.property(name), value) : value));
        dependencies(pom, "ignoredUsedUndeclaredDependencies", measured.of(Kind.UNDECLARED));
        dependencies(pom, "ignoredUnusedDeclaredDependencies", measured.of(Kind.UNUSED));
        dependencies(pom, "ignoredNonTestScopedDependencies", measured.of(Kind.TEST_ONLY));
        enforcer(pom, "rules/bannedDependencies/includes/include", measured.of(Kind.BANNED));
        enforcer(pom, "rules/dependencyConvergence/excludes/exclude", measured.of(Kind.DIVERGENT));
        enforcer(pom, "rules/requireUpperBoundDeps/excludes/exclude", measured.of(Kind.BELOW));
        return pom.change();
    }

    private static String joined(String name, String before, String value) {
        return before.isEmpty() ? value : before + (name.endsWith("lint") ? "" : " ") + value;
    }

    private static void put(
            Map<String, String> properties, String name, Set<String> values, String before, String after) {
        if (!values.isEmpty()) {
            properties.put(
                    name,
                    values.stream()
                            .map(v -> before + v + after)
                            .collect(Collectors.joining())
                            .strip());
        }
    }

    /** Each under a name of its own, or it would replace what the parent ignores. */
    private static void dependencies(PomFile pom, String list, Set<String> keys) {
        for (String key : keys) {
            String name = "baseline." + key.replace(':', '.').replaceAll("[^A-Za-z0-9._-]", "");
            pom.configure("maven-dependency-plugin", COMMENT, Map.of(list + "/" + name, key));
        }
    }

    private static void enforcer(PomFile pom, String path, Set<String> keys) {
        keys.forEach(key -> pom.configure("maven-enforcer-plugin", COMMENT, Map.of(path, key)));
    }
}
