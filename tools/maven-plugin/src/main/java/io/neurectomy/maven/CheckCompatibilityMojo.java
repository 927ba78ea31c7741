package io.neurectomy.maven;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.compatibility.Compatibility;
import io.neurectomy.codegen.compatibility.Incompatibility;
import io.neurectomy.codegen.compatibility.Mode;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Checks that a change of the schemas breaks nobody: each break with its pointer, the document that proves it and what to do. */
@Mojo(name = "check-compatibility", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckCompatibilityMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project = new MavenProject();

    /** The folder of the schemas, with {@code *.schema.json}. */
    @Parameter(defaultValue = "${project.basedir}/src/main/schemas")
    File schemas = new File("src/main/schemas");

    /** What to compare with: a git revision as {@code git:main}, or a folder with the schemas as they were. */
    @Parameter(property = "neurectomy.baseline", required = true)
    String baseline = "git:HEAD";

    /** Who must go on working: backward (readers by the new schemas), forward (readers by the old ones), full. */
    @Parameter(property = "neurectomy.compatibility", defaultValue = "backward")
    String mode = "backward";

    /** Skips every check of the standard. */
    @Parameter(property = "verification.skip", defaultValue = "false")
    boolean skipVerification;

    /** Ends the build when there are breaks; if false, they are only reported. */
    @Parameter(property = "verification.fail", defaultValue = "true")
    boolean fail = true;

    /** Creates the goal. */
    public CheckCompatibilityMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipVerification) {
            getLog().debug("The check of compatibility is skipped.");
            return;
        }
        Mode asked = Mode.of(mode)
                .orElseThrow(() -> new MojoExecutionException(
                        "[unknown-mode] <mode>: there is no mode '" + mode + "'. Use backward, forward or full."));
        int breaks = 0;
        try {
            Path now = schemas.toPath().toAbsolutePath().normalize();
            Path old = baseline.startsWith("git:")
                    ? GitRevision.of(baseline.substring("git:".length()))
                            .export(now, new File(project.getBuild().getDirectory(), "neurectomy/baseline").toPath())
                    : project.getBasedir().toPath().resolve(baseline);
            try (SchemaSource before = SchemaSource.of(old, List.of())) {
                for (Path schema : before.schemas()) {
                    breaks += compare(schema, now.resolve(old.relativize(schema).toString()), asked);
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[baseline] " + baseline + ": " + e.getMessage() + " Name a revision as git:main, or a folder.", e);
        }
        if (fail && breaks > 0) {
            throw new MojoFailureException("[incompatible] " + breaks + (breaks == 1 ? " change" : " changes") + " of the schemas: not "
                    + asked.id() + " compatible with " + baseline
                    + ". Repair them, then run: mvn neurectomy:check-compatibility");
        }
    }

    private int compare(Path old, Path now, Mode asked) throws MojoFailureException {
        if (!Files.exists(now)) {
            getLog().error("[schema-removed] " + now + ": was there, is not; breaks whoever refers to it."
                    + " Keep the file and mark its root as deprecated.");
            return 1;
        }
        Optional<SchemaReader.Resolved> before = read(old);
        Optional<SchemaReader.Resolved> after = read(now);
        if (before.isEmpty() || after.isEmpty()) {
            throw new MojoFailureException(
                    "[schema-error] the schemas can't be compared. Repair them, then run: mvn neurectomy:check-compatibility");
        }
        List<Incompatibility> found =
                Compatibility.compare(before.get().graph(), after.get().graph(), asked);
        found.forEach(one -> getLog().error(one.toString()));
        return found.size();
    }

    private Optional<SchemaReader.Resolved> read(Path schema) {
        SchemaReader.Resolved read = Generator.read(List.of(schema), List.of(), Optional.of("Root"));
        read.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .forEach(finding -> getLog().error(finding.toString()));
        return read.isUsable() ? Optional.of(read) : Optional.empty();
    }
}
