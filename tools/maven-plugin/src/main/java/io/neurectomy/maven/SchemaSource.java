package io.neurectomy.maven;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        Artifact artifact = artifacts.stream()
                .filter(one -> dependency.equals(one.getGroupId() + ":" + one.getArtifactId()))
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException("[schema-dependency] " + dependency
                        + ": is no dependency of this module. Add it to <dependencies>, as groupId:artifactId."));
        File file = artifact.getFile();
        if (file == null || !file.exists()) {
            throw new MojoExecutionException("[schema-dependency] " + dependency
                    + ": has no classes yet. Run the build at least up to the phase compile: mvn compile");
        }
        return of(file, names);
    }

    /** Finds schemas in a jar, or in a folder of classes that stands for one. */
    static SchemaSource of(File artifact, List<String> names) throws MojoExecutionException {
        return artifact.isDirectory() ? find(artifact.toPath(), names, null) : inArchive(artifact, names);
    }

    private static SchemaSource inArchive(File file, List<String> names) throws MojoExecutionException {
        FileSystem archive;
        try {
            archive = FileSystems.newFileSystem(file.toPath());
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[schema-dependency] " + file + ": is no readable jar. Delete it and build again.", e);
        }
        boolean found = false;
        try {
            SchemaSource source = find(archive.getPath("/"), names, archive);
            found = true;
            return source;
        } finally {
            if (!found) {
                closeQuietly(archive);
            }
        }
    }

    private static void closeQuietly(FileSystem archive) {
        try {
            archive.close();
        } catch (IOException e) {
            // It was only read, and why nothing was found in it is being reported already.
            return;
        }
    }

    private static SchemaSource find(Path base, List<String> names, @Nullable FileSystem archive)
            throws MojoExecutionException {
        List<Path> schemas = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("") : names) {
            Path path = base.resolve(name);
            if (Files.isDirectory(path)) {
                folders.add(path);
                schemas.addAll(below(path, ".schema.json"));
            } else if (Files.isRegularFile(path)) {
                schemas.add(path);
            } else {
                throw new MojoExecutionException(
                        "[schema-file] " + path + ": there is no such file or folder. Correct <schemas>.");
            }
        }
        if (schemas.isEmpty()) {
            throw new MojoExecutionException("[schema-file] " + (folders.size() == 1 ? folders.get(0) : base)
                    + ": there is no *.schema.json in it. Correct <schemas>.");
        }
        return new SchemaSource(schemas, folders, archive);
    }

    private static List<Path> below(Path folder, String extension) throws MojoExecutionException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("[schema-file] " + folder + ": can't be listed. Allow it.", e);
        }
    }

    List<Path> schemas() {
        return schemas;
    }

    List<Path> folders() {
        return folders;
    }

    /** Returns the folders whose files a {@code $ref} may lead to: the given ones, and those of the given files. */
    List<Path> reachable() {
        Set<Path> reachable = new LinkedHashSet<>(folders);
        for (Path schema : schemas) {
            Path folder = schema.toAbsolutePath().getParent();
            if (folder != null && reachable.stream().map(Path::toAbsolutePath).noneMatch(folder::startsWith)) {
                reachable.add(folder);
            }
        }
        return List.copyOf(reachable);
    }

    /** Returns every file that a schema may be made of. */
    List<Path> inputs() throws MojoExecutionException {
        Set<Path> inputs = new LinkedHashSet<>(schemas);
        for (Path folder : reachable()) {
            inputs.addAll(below(folder, ".json"));
        }
        return List.copyOf(inputs);
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
