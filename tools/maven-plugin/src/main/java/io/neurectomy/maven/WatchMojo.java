package io.neurectomy.maven;

import io.neurectomy.codegen.OutputFolder;
import io.neurectomy.codegen.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Generates whenever a schema changes, until the build is ended by Ctrl-C. */
@Mojo(name = "watch", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class WatchMojo extends GenerationMojo {
    private static final Duration QUIET = Duration.ofMillis(100);

    /** Creates the goal. */
    public WatchMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try (SchemaSource source = source()) {
            // A mistake in the configuration is not mended by a change of a schema.
            jobs(source);
            List<Path> folders = source.reachable();
            try (Watch watch = new Watch(folders, QUIET)) {
                regenerate(Set.of());
                getLog().info("Watching " + folders + "; end with Ctrl-C.");
                watch.run(this::regenerate);
            }
        } catch (UnsupportedOperationException e) {
            throw new MojoExecutionException(
                    "[watch] " + dependency
                            + ": is a jar, and nobody changes a file in it. Watch in the module of the schemas.",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException("[watch] " + e.getMessage() + ": can't be watched. Correct <schemas>.", e);
        }
    }

    private void regenerate(Set<Path> changed) {
        if (!changed.isEmpty()
                && changed.stream().noneMatch(file -> file.toString().matches(".*\\.(json|graphqls?)"))) {
            return;
        }
        long start = System.nanoTime();
        try (SchemaSource source = source()) {
            int written = 0;
            for (Job job : jobs(source)) {
                OutputFolder folder =
                        new OutputFolder(job.output().toPath(), job.request().id());
                written += folder.write(generate(job).files()).written().size();
            }
            String names = changed.stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.joining(", "));
            getLog().info((names.isEmpty() ? "Generated" : names + " changed") + ": wrote " + written
                    + (written == 1 ? " file in " : " files in ")
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        } catch (IOException | MojoExecutionException | MojoFailureException e) {
            // The next change of the file may repair it.
            getLog().error(e.getMessage());
        }
    }
}
