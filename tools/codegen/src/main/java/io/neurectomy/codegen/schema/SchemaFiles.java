package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import io.neurectomy.codegen.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that may be read: files below the given folders, texts that the caller has at hand, and the meta-schemas that
 * come with this library. Nothing else, least of all the network.
 */
final class SchemaFiles {

    private static final long MAX_BYTES = 100_000_000;
    private static final int MAX_SCANNED = 10_000;

    private final List<Folder> folders = new ArrayList<>();
    private final Map<Path, String> given = new HashMap<>();
    private final List<FileSystem> systems = new ArrayList<>(List.of(FileSystems.getDefault()));
    private final Map<String, String> texts;
    private final Consumer<Finding> findings;
    private @Nullable Map<String, UriReference> identified;

    SchemaFiles(Map<String, String> texts, Consumer<Finding> findings) {
        this.texts = texts;
        this.findings = findings;
    }

    /**
     * A folder below which files may be read.
     *
     * @param path absolute
     * @param name as the user named it
     * @param deep whether to look for an {@code $id} in all files below it, too
     */
    private record Folder(Path path, Path name, boolean deep) {}

    /**
     * What came of a search.
     *
     * @param document the text, if it was found and is JSON
     * @param uri where it was found
     * @param reason why there is no document, as part of a sentence
     */
    record Found(Optional<JsonDocument> document, UriReference uri, String reason) {}

    void addFolder(Path folder, boolean deep) {
        folders.add(new Folder(folder.toAbsolutePath().normalize(), folder, deep));
    }

    /** Allows one file wherever it is, and returns the URI by which it can be found. */
    UriReference addFile(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        given.put(absolute, name(file));
        return uri(absolute);
    }

    /** Finds a text by the URI it would be retrieved from. */
    Found find(UriReference uri) {
        String resource = uri.resource();
        String text = texts.get(resource);
        if (text != null) {
            return found(uri, JsonReader.read(resource, text));
        }
        Path file = path(uri);
        if (file != null) {
            return readFile(file, uri);
        }
        String bundled = bundled(resource);
        if (bundled != null) {
            return readBundled(bundled, uri);
        }
        String scheme = uri.scheme();
        return new Found(
                Optional.empty(),
                uri,
                scheme != null && scheme.startsWith("http")
                        ? "no given schema has this $id, and nothing is ever fetched from the network"
                        : "no given schema has this $id");
    }

    /** Finds the file below the given folders whose {@code $id} is this URI. */
    Optional<UriReference> identified(String resource) {
        Map<String, UriReference> known = identified;
        if (known == null) {
            known = scan();
            identified = known;
        }
        return Optional.ofNullable(known.get(resource));
    }

    private Found readFile(Path file, UriReference uri) {
        String name = given.get(file);
        if (name == null) {
            Optional<Folder> folder =
                    folders.stream().filter(one -> file.startsWith(one.path())).findFirst();
            if (folder.isEmpty()) {
                return new Found(
                        Optional.empty(), uri, "this file is outside of the given folders, and so it is not read");
            }
            name = name(folder.get().name().resolve(folder.get().path().relativize(file)));
        }
        try {
            if (!Files.isRegularFile(file)) {
                return new Found(Optional.empty(), uri, "there is no file " + name);
            }
            if (!given.containsKey(file) && !isReallyBelow(file)) {
                return new Found(
                        Optional.empty(),
                        uri,
                        "this file is a symbolic link that leads out of the given folders, and so it is not read");
            }
            if (Files.size(file) > MAX_BYTES) {
                return new Found(Optional.empty(), uri, name + " has more than " + MAX_BYTES + " bytes");
            }
            return found(uri, JsonReader.read(name, Files.readAllBytes(file)));
        } catch (IOException failure) {
            return new Found(Optional.empty(), uri, name + " can't be read: " + failure.getMessage());
        }
    }

    private boolean isReallyBelow(Path file) throws IOException {
        Path real = file.toRealPath();
        for (Folder folder : folders) {
            if (Files.exists(folder.path()) && real.startsWith(folder.path().toRealPath())) {
                return true;
            }
        }
        return false;
    }

    private Found found(UriReference uri, JsonReader.Result read) {
        read.findings().forEach(findings);
        return new Found(read.document(), uri, "its text is not JSON");
    }

    private static Found readBundled(String resource, UriReference uri) {
        try (InputStream in = SchemaFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return new Found(Optional.empty(), uri, "there is no such meta-schema");
            }
            return new Found(JsonReader.read(uri.resource(), in.readAllBytes()).document(), uri, "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the resource that holds a meta-schema of json-schema.org; people write http and https for all drafts. */
    private static @Nullable String bundled(String uri) {
        String name = uri.replaceFirst("^https?://json-schema\\.org/", "");
        if (name.equals(uri) || !name.matches("draft-0[467]/schema|draft/20(19-09|20-12)/(schema|meta/[a-z-]+)")) {
            return null;
        }
        return "metaschema/" + name.replaceFirst("^draft/", "").replaceFirst("/meta/", "/") + ".json";
    }

    private UriReference uri(Path absolute) {
        FileSystem system = absolute.getFileSystem();
        int number = systems.indexOf(system);
        if (number < 0) {
            number = systems.size();
            systems.add(system);
        }
        String path = UriReference.encode(name(absolute));
        return new UriReference(
                "file", number == 0 ? "" : "archive-" + number, path.startsWith("/") ? path : "/" + path, null, null);
    }

    private @Nullable Path path(UriReference uri) {
        String authority = uri.authority();
        if (!"file".equals(uri.scheme()) || authority == null) {
            return null;
        }
        int number = authority.matches("archive-\\d{1,6}") ? Integer.parseInt(authority.substring(8)) : 0;
        if (number >= systems.size() || (number == 0 && !authority.isEmpty() && !authority.equals("localhost"))) {
            return null;
        }
        FileSystem system = systems.get(number);
        String path = UriReference.decode(uri.path());
        try {
            // On Windows the path of a file URI is /C:/folder.
            return system.getPath(path.matches("/[A-Za-z]:.*") ? path.substring(1) : path)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException notAPathHere) {
            return null;
        }
    }

    private static String name(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private Map<String, UriReference> scan() {
        Map<String, UriReference> known = new LinkedHashMap<>();
        for (Folder folder : folders) {
            if (!Files.isDirectory(folder.path())) {
                continue;
            }
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder.path(), folder.deep() ? Integer.MAX_VALUE : 1)) {
                files = all.limit(MAX_SCANNED)
                        .filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            } catch (IOException | UncheckedIOException unreadable) {
                // A folder that can't be listed holds no file that could be found by its $id; the reference says so.
                continue;
            }
            for (Path file : files) {
                UriReference uri = uri(file);
                rootId(file, uri).ifPresent(id -> known.putIfAbsent(id, uri));
            }
        }
        return known;
    }

    private static Optional<String> rootId(Path file, UriReference uri) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return JsonReader.read("", Files.readAllBytes(file))
                    .document()
                    .map(JsonDocument::root)
                    .filter(Json.Obj.class::isInstance)
                    .map(root -> {
                        Map<String, Json> members = ((Json.Obj) root).members();
                        return members.getOrDefault("$id", members.getOrDefault("id", root));
                    })
                    .filter(Json.Str.class::isInstance)
                    .map(id -> uri.resolve(UriReference.of(((Json.Str) id).value()))
                            .resource());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
