package io.neurectomy.maven;

import io.neurectomy.codegen.distribution.Crate;
import io.neurectomy.codegen.distribution.Distribution;
import io.neurectomy.codegen.distribution.NpmTarball;
import io.neurectomy.codegen.distribution.Wheel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Packages generated code for the people of other languages and attaches it to the build: an npm tarball (classifier
 * {@code npm}), a Rust crate ({@code crate}), a Python wheel ({@code wheel}).
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractMojo {
    private final MavenProject project;
    private final MavenProjectHelper helper;

    /** Skips this goal. */
    @Parameter(property = "neurectomy.package.skip", defaultValue = "false")
    boolean skip;

    /** The folder that {@code generate} wrote to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/neurectomy")
    @Nullable
    File generatedDirectory;

    /** The folder with the README of each package: {@code npm.md}, {@code crate.md}, {@code wheel.md}. */
    @Parameter(defaultValue = "${project.basedir}/src/main/packages")
    @Nullable
    File readmes;

    /** The licence of the packages. */
    @Parameter(required = true)
    @Nullable
    File licenceFile;

    /** The name of the licence as SPDX has it. */
    @Parameter(defaultValue = "LicenseRef-Proprietary")
    String licence = "";

    /** The name of the packages. */
    @Parameter(defaultValue = "${project.artifactId}")
    String name = "";

    /** The compiler that makes JavaScript of TypeScript, from {@code npm ci}. */
    @Parameter(property = "neurectomy.tsc", defaultValue = "${project.basedir}/node_modules/.bin/tsc")
    @Nullable
    File typescriptCompiler;

    /** The time that every entry of the packages has. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    String timestamp = "";

    /** Whether this is continuous integration, where a missing compiler ends the build. */
    @Parameter(defaultValue = "${env.CI}", readonly = true)
    @Nullable
    String ci;

    /**
     * Creates the goal.
     *
     * @param project the project that the packages are attached to
     * @param helper attaches them
     */
    @Inject
    public PackageMojo(MavenProject project, MavenProjectHelper helper) {
        this.project = project;
        this.helper = helper;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().debug("Packages are skipped.");
            return;
        }
        try {
            Files.createDirectories(Path.of(project.getBuild().getDirectory()));
            SortedMap<String, String> rust = sources("rust", ".rs", "lib.rs");
            SortedMap<String, String> python = sources("python", ".py", "__init__.py");
            SortedMap<String, String> typescript = sources("typescript", ".ts", "index.ts");
            if (rust.isEmpty() && python.isEmpty() && typescript.isEmpty()) {
                throw new MojoExecutionException(
                        "[package] " + generatedDirectory
                                + ": there is no code in folders typescript, rust or python. Run generate first: mvn generate-sources");
            }
            if (!rust.isEmpty()) {
                attach("crate", "crate", Crate.of(distribution("crate", rust)));
            }
            if (!python.isEmpty()) {
                attach("wheel", "whl", Wheel.of(distribution("wheel", python)));
            }
            if (!typescript.isEmpty() && hasCompiler()) {
                attach("npm", "tgz", NpmTarball.of(distribution("npm", compiled(typescript))));
            }
        } catch (NoSuchFileException failure) {
            throw new MojoExecutionException(
                    "[package] " + failure.getFile()
                            + ": there is no such file. Write it, or correct the configuration.",
                    failure);
        } catch (IOException failure) {
            throw new MojoExecutionException(
                    "[package] " + failure.getMessage() + ": can't be read or written. Allow it.", failure);
        } catch (DateTimeException failure) {
            throw new MojoExecutionException(
                    "[package] <timestamp>: '" + timestamp
                            + "' is no time. Write project.build.outputTimestamp as 2026-01-31T00:00:00Z.",
                    failure);
        } catch (IllegalArgumentException failure) {
            throw new MojoExecutionException("[package] " + failure.getMessage(), failure);
        }
    }

    private boolean hasCompiler() throws MojoFailureException {
        if (typescriptCompiler != null && typescriptCompiler.canExecute()) {
            return true;
        }
        String missing = "[npm-package] there is no TypeScript compiler at " + typescriptCompiler
                + ", so no npm package is made. Run: npm ci --prefix " + project.getBasedir();
        if ("true".equals(ci)) {
            throw new MojoFailureException(missing);
        }
        getLog().warn(missing);
        return false;
    }

    private void attach(String classifier, String extension, byte[] bytes) throws IOException {
        Path file = Path.of(project.getBuild().getDirectory())
                .resolve(project.getBuild().getFinalName() + "-" + classifier + "." + extension);
        Files.write(file, bytes);
        helper.attachArtifact(project, extension, classifier, file.toFile());
        getLog().info("Packaged " + file.getFileName() + ", " + bytes.length + " bytes.");
    }

    private Distribution distribution(String format, SortedMap<String, String> sources) throws IOException {
        return new Distribution(
                name,
                project.getVersion(),
                Objects.requireNonNullElse(project.getDescription(), name),
                Objects.requireNonNullElse(project.getUrl(), ""),
                licence,
                Files.readString(path(licenceFile)),
                Files.readString(path(readmes).resolve(format + ".md")),
                instant(timestamp),
                sources);
    }

    /** Maven takes seconds since 1970 as well, and any offset. */
    private static Instant instant(String text) {
        return text.matches("\\d{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Returns the generated files, none if the language was not asked for; one alone is named as the language's import looks for it. */
    private SortedMap<String, String> sources(String language, String extension, String alone) throws IOException {
        Path folder = path(generatedDirectory).resolve(language);
        SortedMap<String, String> sources = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(path -> path.toString().endsWith(extension)).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            sources.put(files.size() == 1 ? alone : name, Files.readString(file));
        }
        return sources;
    }

    private SortedMap<String, String> compiled(SortedMap<String, String> typescript)
            throws IOException, MojoFailureException {
        Path folder = Path.of(project.getBuild().getDirectory(), "npm");
        Files.createDirectories(folder);
        SortedMap<String, String> files = new TreeMap<>(typescript);
        for (var file : typescript.entrySet()) {
            Path source = folder.resolve(file.getKey());
            Files.createDirectories(source.getParent());
            Files.writeString(source, file.getValue());
        }
        List<String> command = new ArrayList<>(List.of(
                path(typescriptCompiler).toString(),
                "--strict",
                "--declaration",
                "--target",
                "es2022",
                "--module",
                "es2022",
                "--moduleResolution",
                "bundler"));
        command.addAll(typescript.keySet());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exit(process) != 0) {
            throw new MojoFailureException(
                    "[npm-package] the TypeScript compiler refuses the generated code:\n" + output);
        }
        for (String source : typescript.keySet()) {
            for (String extension : List.of(".js", ".d.ts")) {
                String compiled = source.replaceAll("\\.ts$", extension);
                files.put(compiled, Files.readString(folder.resolve(compiled)));
            }
        }
        return files;
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Path path(@Nullable File file) throws IOException {
        if (file == null) {
            throw new IOException("a file that is not named");
        }
        return file.toPath();
    }
}
