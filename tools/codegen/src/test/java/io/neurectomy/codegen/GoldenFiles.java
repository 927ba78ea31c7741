package io.neurectomy.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cases of generated code: each folder below one of {@code src/test/resources/io/neurectomy/codegen} holds a
 * {@code schema.json} and, below {@code expected}, every file that is generated from it. A new case is a new folder.
 *
 * <p>{@code -Dgolden.update} writes what is generated now and then fails, so that somebody reads the difference.
 */
public final class GoldenFiles {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "neurectomy", "codegen");

    private GoldenFiles() {}

    /**
     * Finds the cases of a folder.
     *
     * @param language the folder below {@code io/neurectomy/codegen}, such as {@code java}
     * @return its cases, by name; never none
     */
    public static Stream<Case> cases(String language) {
        List<Case> cases;
        try (Stream<Path> folders = Files.list(RESOURCES.resolve(language))) {
            cases = folders.filter(folder -> Files.exists(folder.resolve("schema.json")))
                    .sorted()
                    .map(Case::new)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(cases).as("cases in %s", RESOURCES.resolve(language)).isNotEmpty();
        return cases.stream();
    }

    /**
     * One case.
     *
     * @param folder its folder
     */
    public record Case(Path folder) {

        /**
         * Returns the schema that code is generated from.
         *
         * @return its file
         */
        public Path schema() {
            return folder.resolve("schema.json");
        }

        /**
         * Asserts that the generated files are the expected ones, no more and no fewer.
         *
         * @param actual the text of each file by its path, relative, with {@code /}
         * @throws IOException if a file can't be read or written
         */
        public void check(SortedMap<String, String> actual) throws IOException {
            SortedMap<String, String> expected = expected();
            if (System.getProperty("golden.update") != null && !actual.equals(expected)) {
                write(expected, actual);
                fail(folder + " was overwritten; read the difference and run again without -Dgolden.update");
            }
            assertThat(actual.keySet()).as("files of %s", folder).isEqualTo(expected.keySet());
            actual.forEach((path, text) ->
                    assertThat(text).as("%s of %s", path, folder).isEqualTo(expected.get(path)));
        }

        private SortedMap<String, String> expected() throws IOException {
            SortedMap<String, String> expected = new TreeMap<>();
            Path root = folder.resolve("expected");
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        expected.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                    }
                }
            }
            return expected;
        }

        private void write(SortedMap<String, String> before, SortedMap<String, String> now) throws IOException {
            Path root = folder.resolve("expected");
            for (String path :
                    before.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
                if (!now.containsKey(path)) {
                    Files.delete(root.resolve(path));
                }
            }
            for (var file : now.entrySet()) {
                Path target = root.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }

        @Override
        public String toString() {
            return folder.getFileName().toString();
        }
    }
}
