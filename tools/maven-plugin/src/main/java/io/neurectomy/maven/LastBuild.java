package io.neurectomy.maven;

import io.neurectomy.standard.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last build left in the {@code target} folders, and how old it is. */
final class LastBuild {
    private record Kind(String name, String folder, String extension) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("classes", "target/classes", ".class"),
            new Kind("test reports", "target/surefire-reports", ".xml"),
            new Kind("integration test reports", "target/failsafe-reports", ".xml"),
            new Kind("coverage", "target/site/jacoco", ".xml"));

    private LastBuild() {}

    /** One sentence, such as "Of the last build there are test reports in 3 of 4 modules (2 hours old).". */
    static String describe(Path folder, List<Module> modules, Instant now) {
        List<Module> built = modules.stream().filter(m -> !m.isPomOnly()).toList();
        List<String> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            List<Instant> times = built.stream()
                    .flatMap(m -> newest(folder.resolve(m.file(kind.folder)), kind.extension).stream())
                    .sorted()
                    .toList();
            if (!times.isEmpty()) {
                Instant newest = times.get(times.size() - 1);
                found.add(kind.name + " in " + times.size() + " of " + built.size() + " modules ("
                        + age(Duration.between(newest, now)) + " old)");
            }
        }
        return found.isEmpty()
                ? "Of the last build nothing is there: what only a build knows is not judged."
                : "Of the last build there are " + String.join(", ", found) + ".";
    }

    private static Optional<Instant> newest(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(extension))
                    .map(f -> f.toFile().lastModified())
                    .max(Long::compare)
                    .map(Instant::ofEpochMilli);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String age(Duration age) {
        if (age.toDays() >= 2) {
            return age.toDays() + " days";
        }
        return age.toHours() >= 2 ? age.toHours() + " hours" : Math.max(0, age.toMinutes()) + " minutes";
    }
}
