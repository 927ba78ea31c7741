package io.neurectomy.standard.adopt;

import io.neurectomy.standard.edit.PomFile;
import java.util.List;
import java.util.Map;

/** The edits of one POM's plugins. */
final class PluginEdits {
    private static final List<String> LEVEL = List.of("source", "target", "release", "testSource", "testTarget");

    private final PomFile pom;
    private final String file;
    private final List<String> notes;

    PluginEdits(PomFile pom, String file, List<String> notes) {
        this.pom = pom;
        this.file = file;
        this.notes = notes;
    }

    void removeReplaced() {
        for (String artifact : Governed.REPLACED.stream().sorted().toList()) {
            if (pom.removePlugins(artifact)) {
                notes.add(file + ": removed " + artifact + ", which the build parent runs by its own configuration");
            }
        }
    }

    void removeGovernedVersions() {
        for (String artifact : Governed.VERSIONED.stream().sorted().toList()) {
            if (pom.removeFromPlugins(artifact, "version")) {
                notes.add(file + ": removed the version of " + artifact + ", which the build parent manages");
            }
        }
    }

    /** Beside our release they say nothing any more, and seem to. */
    void removeCompilerLevel() {
        for (String name : LEVEL) {
            if (pom.removeFromPlugins("maven-compiler-plugin", "configuration", name)) {
                notes.add(file + ": moved <" + name + "> of the compiler to the property maven.compiler.release");
            }
        }
    }

    /** A literal argLine drops JaCoCo's agent, and with it the coverage. */
    void keepAgentInArguments() {
        for (String artifact : List.of("maven-surefire-plugin", "maven-failsafe-plugin")) {
            if (pom.prefixInPlugins(artifact, "@{argLine} ", "configuration", "argLine")) {
                notes.add(file + ": <argLine> of " + artifact + " begins with @{argLine}, which holds JaCoCo's agent");
            }
        }
    }

    void pin(Map<String, String> versions) {
        versions.entrySet().stream()
                .filter(v -> !Governed.isGoverned(v.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(v -> {
                    if (pom.pinPlugin(v.getKey(), v.getValue())) {
                        notes.add(file + ": pinned " + v.getKey() + " to " + v.getValue() + ", which was in force");
                    }
                });
    }

    void appendProcessors(List<String> processors) {
        for (String processor : processors) {
            String[] parts = processor.split(":", -1);
            if (pom.appendProcessor(parts[0], parts[1], parts[2])) {
                notes.add(file + ": " + parts[1] + " is on the processor path now, or it would not run");
            }
        }
    }
}
