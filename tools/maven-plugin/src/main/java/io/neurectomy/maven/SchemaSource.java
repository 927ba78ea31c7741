package io.neurectomy.maven;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The schemas of a build: files and folders of the module, or of one of its dependencies, be that a jar or a folder of classes. */
final class SchemaSource implements Closeable {
    private final List<Path> schemas;
    private final List<Path> folders;
    private final @Nullable FileSystem archive;

    private SchemaSource(List<Path> schemas, List<Path> folders, @Nullable FileSystem archive) {
        this.schemas = schemas;
        this.folders = folders;
        this.archive = archive;
    }

    static SchemaSource of(Path base, List<String> names) throws MojoExecutionException {
        return find(base, names, null);
    }

    static SchemaSource of(String dependency, Collection<Artifact> artifacts, List<String> names)
            throws MojoExecutionException {
        File file = artifacts.stream()
                .filter(one -> dependency.equals(one.getGroupId() + ":" + one.getArtifactId()))
                .map(Artifact::getFile)
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException("[schema-dependency] " + dependency
                        + ": is no dependency of this module. Add it to <dependencies>, as groupId:artifactId."));
        if (file == null || !file.exists()) {
            throw new MojoExecutionException("[schema-dependency] " + dependency
                    + ": has no classes yet. Run the build at least up to the phase compile: mvn compile");
        }
        if (file.isDirectory()) {
            return find(file.toPath(), names, null);
        }
        try {
            FileSystem archive = FileSystems.newFileSystem(file.toPath());
            return find(archive.getPath("/"), names, archive);
        } catch (IOException e) {
            throw new MojoExecutionException("[schema-dependency] " + file + ": is no readable jar. Delete it and build again.", e);
        }
    }

    private static SchemaSource find(Path base, List<String> names, @Nullable FileSystem archive)
            throws MojoExecutionException {
        List<Path> schemas = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("") : names) {
            Path path = base.resolve(name);
            try {
                if (Files.isDirectory(path)) {
                    folders.add(path);
                    schemas.addAll(below(path));
                } else if (Files.isRegularFile(path)) {
                    schemas.add(path);
                } else {
                    throw new MojoExecutionException(
                            "[schema-file] " + path + ": there is no such file or folder. Correct <schemas>.");
                }
            } catch (IOException e) {
                throw new MojoExecutionException("[schema-file] " + path + ": can't be read. Allow it.", e);
            }
        }
        if (schemas.isEmpty()) {
            throw new MojoExecutionException(
                    "[schema-file] " + base + ": there is no *.schema.json or *.graphql in it. Correct <schemas>.");
        }
        return new SchemaSource(schemas, folders, archive);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    List<Path> schemas() {
        return schemas;
    }

    List<Path> folders() {
        return folders;
    }

    /** Returns every file that a schema may be made of: a {@code $ref} may lead to any of a folder. */
    List<Path> inputs() throws IOException {
        List<Path> inputs = new ArrayList<>(schemas);
        for (Path schema : schemas) {
            Path folder = schema.getParent();
            if (folder != null) {
                try (Stream<Path> beside = Files.list(folder)) {
                    beside.filter(file -> file.toString().endsWith(".json")).sorted().forEach(inputs::add);
                }
            }
        }
        return inputs.stream().distinct().toList();
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
