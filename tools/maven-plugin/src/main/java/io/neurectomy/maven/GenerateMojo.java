package io.neurectomy.maven;

import io.neurectomy.codegen.Fingerprint;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Language;
import io.neurectomy.codegen.OutputFolder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Generates code from schemas; writes nothing where nothing has changed. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends GenerationMojo {
    /** Skips this goal. */
    @Parameter(property = "neurectomy.generate.skip", defaultValue = "false")
    boolean skip;

    /** Creates the goal. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().debug("The generation is skipped.");
            return;
        }
        try (SchemaSource source = source()) {
            List<Job> jobs = jobs(source);
            Path remembered = remembered();
            if (Files.exists(remembered) && Files.readString(remembered).equals(fingerprint(source, jobs))) {
                getLog().debug("The generated code is up to date.");
            } else {
                for (Job job : jobs) {
                    write(job);
                }
                Files.createDirectories(remembered.toAbsolutePath().getParent());
                Files.writeString(remembered, fingerprint(source, jobs));
            }
            for (Job job : jobs) {
                if (job.request().language() == Language.JAVA) {
                    project.addCompileSourceRoot(job.output().getAbsolutePath());
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[writable-output] " + output + ": " + e.getMessage() + ". Correct <output>.", e);
        }
    }

    private void write(Job job) throws IOException, MojoFailureException {
        Generator.Result result = generate(job);
        OutputFolder.Change change =
                new OutputFolder(job.output().toPath(), job.request().id()).write(result.files());
        if (change.isEmpty()) {
            getLog().debug("Unchanged: " + job.output());
        } else {
            getLog().info(job.request().language().id() + ": wrote "
                    + change.written().size() + ", removed " + change.removed().size() + ", left " + change.unchanged()
                    + " files in " + job.output());
        }
    }

    private Path remembered() {
        String id = execution == null ? "default" : execution.getExecutionId();
        return new File(project.getBuild().getDirectory(), "neurectomy/generate-" + id + ".txt").toPath();
    }

    /** Covers what was written as well: who edits or deletes it gets it back. */
    private String fingerprint(SchemaSource source, List<Job> jobs) throws IOException, MojoExecutionException {
        List<String> options = new ArrayList<>();
        List<Path> files = new ArrayList<>(source.inputs());
        // The version of a snapshot does not change with its content.
        options.addAll(generator());
        for (Job job : jobs) {
            options.add(job.request().id() + " " + jackson + " " + strict + " " + job.output());
            new OutputFolder(job.output().toPath(), job.request().id())
                    .read()
                    .forEach((name, text) -> options.add(name + "\n" + text));
        }
        return Fingerprint.of(options, files);
    }

    /** Lists what tells one build of the generator from another: it is a jar, or a folder where it was built just before. */
    private static List<String> generator() throws IOException {
        CodeSource source = Generator.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.walk(Path.of(URI.create(source.getLocation().toString())))) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .sorted()
                    .map(file -> file.lastModified() + " " + file.length())
                    .toList();
        }
    }
}
