package io.neurectomy.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A definition of the schemas on the class path.
 *
 * @param name its name, which is that of its type
 * @param file the schema file that it stands in
 * @param schema what it says
 */
record Definition(String name, URL file, JsonNode schema) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".schema.json";

    /** Reads all definitions, in the order of the files and of each file. */
    static List<Definition> all() {
        URL one = resource("common.schema.json");
        try {
            if (!(one.openConnection() instanceof JarURLConnection connection)) {
                return inFolder(Path.of(one.toURI()).resolveSibling(""));
            }
            // By its path: a file system by URI exists once in the JVM, and another test may have it open.
            Path file = Path.of(connection.getJarFileURL().toURI());
            try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
                return inFolder(jar.getPath("io/neurectomy/schemas"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> examples() {
        return schema.path("examples").valueStream().toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<Definition> inFolder(Path folder) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        for (String name : names(folder)) {
            URL file = resource(name);
            try (InputStream text = file.openStream()) {
                JSON.readTree(text)
                        .path("$defs")
                        .forEachEntry(
                                (definition, schema) -> definitions.add(new Definition(definition, file, schema)));
            }
        }
        return definitions;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(
                Definition.class.getClassLoader().getResource("io/neurectomy/schemas/" + name), name);
    }
}
