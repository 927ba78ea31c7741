package io.neurectomy.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.neurectomy.codegen.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Checks that committed generated code is what the generator writes now; shows the difference if not. */
@Mojo(
        name = "verify-generated",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class VerifyGeneratedMojo extends GenerationMojo {
    private static final int CONTEXT = 3;

    private static final int MOST_LINES = 200;

    /** Skips every check of the standard. */
    @Parameter(property = "verification.skip", defaultValue = "false")
    boolean skipVerification;

    /** Ends the build when there is a difference; if false, it is only reported. */
    @Parameter(property = "verification.fail", defaultValue = "true")
    boolean fail = true;

    /** Creates the goal. */
    public VerifyGeneratedMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipVerification) {
            getLog().debug("The check of generated code is skipped.");
            return;
        }
        int differing = 0;
        try (SchemaSource source = source()) {
            for (Job job : jobs(source)) {
                differing += compare(job);
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[readable-output] " + output + ": " + e.getMessage() + ". Correct <output>.", e);
        }
        if (fail && differing > 0) {
            throw new MojoFailureException(
                    "[generated-drift] " + differing + (differing == 1 ? " file is" : " files are")
                            + " not what the schemas say. Don't edit them; to write them anew: " + command());
        }
    }

    private int compare(Job job) throws IOException, MojoFailureException {
        SortedMap<String, String> wanted = generate(job).files();
        SortedMap<String, String> all = new TreeMap<>(
                new OutputFolder(job.output().toPath(), job.request().id()).read());
        all.keySet().removeAll(wanted.keySet());
        int differing = all.size();
        all.keySet()
                .forEach(file -> getLog().error(
                                "[generated-drift] " + job.output().toPath().resolve(file)
                                        + ": is no longer generated. To delete it: " + command()));
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            Path path = job.output().toPath().resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                differing++;
                getLog().error("[generated-drift] " + path + ": is missing. To write it: " + command());
            } else if (differs(path, file.getValue())) {
                differing++;
            }
        }
        return differing;
    }

    private boolean differs(Path path, String wanted) throws IOException {
        // Not readString: what was made of a file may be no text any more.
        String found = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        if (found.equals(wanted)) {
            return false;
        }
        String file = path.toString();
        List<String> before = found.lines().toList();
        List<String> lines = new ArrayList<>(UnifiedDiffUtils.generateUnifiedDiff(
                file,
                file + " as generated now",
                before,
                DiffUtils.diff(before, wanted.lines().toList()),
                CONTEXT));
        lines.stream().limit(MOST_LINES).forEach(getLog()::error);
        if (lines.isEmpty()) {
            getLog().error("[generated-drift] " + file + ": only its line ends differ. Write them as \\n.");
        }
        return true;
    }
}
