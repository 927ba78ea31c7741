package io.neurectomy.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that describe a set of types.
 *
 * @param schemas the JSON Schemas by file name, in its order
 * @param sdl the SDL of the same types; empty if there is none
 * @param readme the text that documents the annotations
 */
record SchemaFolder(Map<String, JsonNode> schemas, String sdl, String readme) {

    static final String BASE = "https://neurectomy.io/schemas/";

    private static final JsonMapper JSON = new JsonMapper();

    static SchemaFolder main() throws IOException {
        return read(Path.of("src/main/resources/io/neurectomy/schemas"), Path.of("README.md"));
    }

    static SchemaFolder read(Path folder, Path readme) throws IOException {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (Path file : filesWith(folder, ".schema.json")) {
            schemas.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
        }
        StringBuilder sdl = new StringBuilder();
        for (Path file : filesWith(folder, ".graphql")) {
            sdl.append(Files.readString(file));
        }
        return new SchemaFolder(schemas, sdl.toString(), Files.exists(readme) ? Files.readString(readme) : "");
    }

    private static List<Path> filesWith(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }
}
