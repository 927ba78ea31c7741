package io.neurectomy.maven;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.Outcome;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.baseline.Baseline;
import io.neurectomy.standard.baseline.BaselineEntry;
import io.neurectomy.standard.report.ConsoleReport;
import io.neurectomy.standard.report.Report;
import io.neurectomy.standard.report.SourceLines;
import io.neurectomy.standard.report.model.AuditReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Checks the repository against the build standard and changes nothing. Works in any Maven repository, also in one
 * that does not inherit from the build parent.
 */
@Mojo(
        name = "audit",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        aggregator = true,
        threadSafe = true)
public final class AuditMojo extends AbstractMojo {
    private final ProjectBuilder projectBuilder;
    private final MavenSession session;
    private String lastBuild = "";
    private int repaired;

    /** Skips this goal. */
    @Parameter(property = "neurectomy.audit.skip", defaultValue = "false")
    boolean skip;

    /** Skips every check of the standard. */
    @Parameter(property = "verification.skip", defaultValue = "false")
    boolean skipVerification;

    /** Ends the build when there are findings; if false, they are only reported. */
    @Parameter(property = "verification.fail", defaultValue = "true")
    boolean fail = true;

    /**
     * The folder to audit; by default the one that the build was started for. Needed where Maven itself can't start, as
     * in a folder whose POM is broken.
     */
    @Parameter(property = "neurectomy.audit.directory")
    @Nullable
    File directory;

    /** The reports that are written to {@code target/neurectomy}: of html, json, sarif, badge; may be empty. */
    @Parameter(property = "neurectomy.audit.reports", defaultValue = "html,json,sarif,badge")
    List<String> reports = List.of();

    /** Reports of earlier audits ({@code audit.json}), the oldest first; what moved since the last is told. */
    @Parameter(property = "neurectomy.audit.baseline")
    List<File> baseline = List.of();

    /**
     * Creates the goal.
     *
     * @param projectBuilder Maven's, for effective models
     * @param session the running build
     */
    @Inject
    public AuditMojo(ProjectBuilder projectBuilder, MavenSession session) {
        this.projectBuilder = projectBuilder;
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipVerification || isInheritedByModule()) {
            getLog().debug("The audit is skipped.");
            return;
        }
        Path folder = folder();
        if (!Files.exists(folder.resolve("pom.xml"))) {
            throw new MojoExecutionException(
                    "There is no pom.xml in " + folder
                            + ". Run the audit in the folder of a Maven repository, or name it by -Dneurectomy.audit.directory.");
        }
        List<AuditReports.Format> formats = AuditReports.formats(reports);
        Report report = audit(folder, AuditReports.earlier(baseline));
        ConsoleReport console = ConsoleReport.of(report);
        Colour colour = Colour.of(session, System.getenv());
        log(console.lines().get(0), colour);
        getLog().info(lastBuild);
        console.lines().stream().skip(1).forEach(line -> log(line, colour));
        if (repaired > 0) {
            getLog().warn("[baseline] " + Baseline.FILE + ": excuses " + repaired
                    + " findings of the audit that are gone. Remove their entries, so that they can't come back.");
        }
        write(folder, report, formats);
        if (fail && !report.now().conforms()) {
            throw new MojoFailureException(console.summary());
        }
    }

    private Report audit(Path folder, List<AuditReport> earlier) throws MojoExecutionException {
        try (Progress progress = Progress.of("reading the repository", getLog()::info)) {
            Repository repository = Repository.read(folder, new SessionModels(projectBuilder, session));
            lastBuild = LastBuild.describe(folder, repository.modules(), Instant.now());
            List<Outcome> outcomes = new ArrayList<>();
            for (Rule rule : Rules.all()) {
                progress.now("checking " + rule.id());
                outcomes.add(Outcome.of(rule, repository));
            }
            progress.now("reading the lines of the findings");
            Audit audit = new Audit(outcomes);
            Baseline.Judgement known = Baseline.read(folder).judge(Baseline.AUDIT, audit.findings(), folder);
            repaired = known.gone().stream().mapToInt(BaselineEntry::count).sum();
            return Report.of(repository, audit.excusing(known.recorded()), SourceLines.in(folder)::at, earlier);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("The folder " + folder + " can't be read. Look at its permissions.", e);
        }
    }

    private void write(Path folder, Report report, List<AuditReports.Format> formats) {
        if (formats.isEmpty()) {
            return;
        }
        try {
            getLog().info("Reports: " + AuditReports.write(folder, report, formats));
        } catch (IOException e) {
            getLog().warn("The reports can't be written to " + folder.resolve("target/neurectomy") + " (" + e
                    + "); the audit itself is not affected.");
        }
    }

    /** An execution in a root POM reaches every module that inherits it; once is enough for a repository. */
    private boolean isInheritedByModule() {
        MavenProject project = session.getCurrentProject();
        return directory == null && project != null && project.getFile() != null && !project.isExecutionRoot();
    }

    private Path folder() {
        if (directory != null) {
            return directory.toPath().toAbsolutePath().normalize();
        }
        Path started = Path.of(session.getExecutionRootDirectory());
        // Started in a module of a repository that marks its top by .mvn, Maven knows the top.
        return Stream.of(session.getRequest().getMultiModuleProjectDirectory())
                .filter(Objects::nonNull)
                .map(File::toPath)
                .filter(top -> Files.exists(top.resolve("pom.xml")))
                .findFirst()
                .orElse(started)
                .toAbsolutePath()
                .normalize();
    }

    private void log(ConsoleReport.Line line, Colour colour) {
        String text = colour.paint(line);
        switch (line.kind()) {
            case ERROR -> getLog().error(text);
            case WARNING -> getLog().warn(text);
            case SCORE, DIMENSIONS, HEADING, REMARK, MOVEMENT, GAIN, SUMMARY -> getLog().info(text);
        }
    }
}
