package io.neurectomy.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Module;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.UnreadablePomException;
import io.neurectomy.standard.adopt.BaselineStep;
import io.neurectomy.standard.adopt.BuildLog;
import io.neurectomy.standard.adopt.Measured;
import io.neurectomy.standard.adopt.ModelDifferences;
import io.neurectomy.standard.adopt.ModelStep;
import io.neurectomy.standard.adopt.ModuleFacts;
import io.neurectomy.standard.adopt.Reports;
import io.neurectomy.standard.baseline.Baseline;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.FileChanges;
import io.neurectomy.standard.module.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes an existing repository inherit the build parent, in steps that are a commit each: the POMs, the format, the
 * baseline. Afterwards {@code mvn verify} is green, and fails on any violation that is new.
 */
@Mojo(name = "adopt", requiresProject = false, aggregator = true, threadSafe = true)
public final class AdoptMojo extends AbstractMojo {
    private static final int ROUNDS = 4;

    private final ProjectBuilder projectBuilder;
    private final MavenSession session;

    /** Prints what would change in the POMs, and changes nothing. */
    @Parameter(property = "dryRun", defaultValue = "false")
    boolean dryRun;

    /** Works in a tree with uncommitted changes; then nothing is committed either. */
    @Parameter(property = "allowDirty", defaultValue = "false")
    boolean allowDirty;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    @Nullable
    PluginDescriptor plugin;

    /**
     * Creates the goal.
     *
     * @param projectBuilder Maven's, for effective models
     * @param session the running build
     */
    @Inject
    public AdoptMojo(ProjectBuilder projectBuilder, MavenSession session) {
        this.projectBuilder = projectBuilder;
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path folder = Path.of(session.getExecutionRootDirectory());
        GitTree git = new GitTree(folder);
        try {
            folder = folder.toRealPath();
            String uncommitted = git.uncommitted();
            if (!uncommitted.isEmpty() && !allowDirty && !dryRun) {
                throw new RefusedException(
                        "[work-tree] " + folder + ": has uncommitted changes, which a step would commit."
                                + " Commit or stash them, or add -DallowDirty to get no commits.");
            }
            if (Files.exists(folder.resolve(Baseline.FILE))) {
                getLog().info("Adopted before: there is a " + Baseline.FILE
                        + ", and nothing is added to it. New violations are repaired.");
                return;
            }
            model(folder);
            if (dryRun) {
                return;
            }
            boolean commits = uncommitted.isEmpty();
            commit(git, commits, "Inherit from the build parent");
            format(folder, git, commits);
            baseline(folder);
            commit(git, commits, "Record what was there before the build standard");
            getLog().info("Adopted: mvn verify is green, and fails on any violation that is new.");
        } catch (RefusedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (UnreadablePomException e) {
            throw new MojoExecutionException(
                    "[readable-pom] " + folder + ": " + e.problem() + ". Repair it, then repeat.", e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[adopt] " + folder + ": " + e.getMessage()
                            + ". Each finished step is a commit; git reset takes it back.",
                    e);
        }
    }

    private void commit(GitTree git, boolean commits, String message) throws IOException {
        String commit = commits ? git.commit(message) : "";
        if (!commit.isEmpty()) {
            getLog().info("committed " + commit.substring(0, 12) + " " + message);
        }
    }

    private Repository read(Path folder) {
        return Repository.read(folder, new SessionModels(projectBuilder, session));
    }

    /** The POMs; put back when the build would lose something by it. */
    private void model(Path folder) throws RefusedException, IOException {
        Repository repository = read(folder);
        if (repository.modules().isEmpty()) {
            throw new RefusedException("[root-pom] pom.xml: is missing or can't be read. Repair it, then repeat.");
        }
        List<String> paths = repository.modules().stream().map(Module::path).toList();
        SessionFacts source = new SessionFacts(projectBuilder, session);
        Map<String, ModuleFacts> before = source.of(folder, paths);
        ModelStep step = ModelStep.of(folder, repository, before, plugin == null ? "" : plugin.getVersion());
        step.notes().forEach(getLog()::info);
        if (dryRun) {
            step.changes().changes().forEach(change -> diff(change).forEach(getLog()::info));
            return;
        }
        step.changes().applyTo(folder);
        Map<String, ModuleFacts> after = source.of(folder, paths);
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            ModuleFacts old = before.get(path);
            ModuleFacts now = after.get(path);
            if (old == null || now == null) {
                differences.add(path + ": Maven can't build its effective model any more");
            } else {
                differences.addAll(ModelDifferences.between(path.isEmpty() ? "." : path, old, now));
            }
        }
        if (!differences.isEmpty()) {
            step.changes().reverted().applyTo(folder);
            throw new RefusedException("[effective-model] the build would lose what it has, so nothing was changed:\n  "
                    + String.join("\n  ", differences));
        }
    }

    static List<String> diff(FileChange change) {
        List<String> old = change.textBefore().lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + change.path(),
                "b/" + change.path(),
                old,
                DiffUtils.diff(old, change.textAfter().lines().toList()),
                3);
    }

    private void format(Path folder, GitTree git, boolean commits) throws RefusedException, IOException {
        getLog().info("formatting");
        MavenBuild build = MavenBuild.run(session, folder, "spotless:apply");
        if (!build.success()) {
            throw failed("[format] the formatter failed. Repair what it names, then repeat", build);
        }
        String commit = commits ? git.commit("Format") : "";
        if (!commit.isEmpty()) {
            Path ignored = folder.resolve(".git-blame-ignore-revs");
            String text = Files.exists(ignored) ? Files.readString(ignored, StandardCharsets.UTF_8) : "";
            Files.writeString(ignored, text + "# Format\n" + commit + "\n");
            getLog().info("committed " + commit.substring(0, 12) + " Format");
        }
    }

    /** Measures until nothing is left that can be recorded: what the compiler refuses hides the gates after it. */
    private void baseline(Path folder) throws RefusedException, IOException, UnreadablePomException {
        for (int round = 1; round <= ROUNDS; round++) {
            getLog().info("measuring, round " + round);
            MavenBuild report = MavenBuild.run(session, folder, "clean", "verify", "-Dverification.fail=false");
            Repository repository = read(folder);
            BuildLog log = BuildLog.of(report.lines());
            refuseFailures(folder, repository, report, log);
            Recorded recorded = record(folder, repository, log, report.success());
            MavenBuild.run(session, folder, "spotless:apply");
            // From scratch: some plugins fail on what they made the last time.
            MavenBuild strict = MavenBuild.run(session, folder, "clean", "verify");
            if (strict.success()) {
                getLog().info(recorded.inPoms() + " entries in POMs, "
                        + Baseline.read(folder).size() + " violations in " + Baseline.FILE);
                return;
            }
            if (recorded.inPoms() + recorded.violations() == 0) {
                throw failed(
                        "[baseline] the build still fails, and there is nothing to record. Repair it, then repeat",
                        strict);
            }
        }
        MavenBuild last = MavenBuild.run(session, folder, "clean", "verify");
        throw failed("[baseline] the build still fails after " + ROUNDS + " rounds. Repair it, then repeat", last);
    }

    private void refuseFailures(Path folder, Repository repository, MavenBuild build, BuildLog log)
            throws RefusedException, IOException {
        List<String> failed = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Module module : repository.modules()) {
            Reports.Tests tests = Reports.tests(folder.resolve(module.file("target")));
            failed.addAll(tests.failed());
            skipped.addAll(tests.skipped());
        }
        if (!skipped.isEmpty()) {
            getLog().warn(skipped.size() + " tests did not run, so the coverage recorded is without them: "
                    + String.join(", ", skipped));
        }
        if (!failed.isEmpty()) {
            throw new RefusedException("[failing-tests] nothing is recorded from a run with failures: "
                    + String.join(", ", failed) + ". Repair or disable them, then repeat.");
        }
        if (!log.unrecorded().isEmpty()) {
            throw new RefusedException("[not-recordable] no baseline holds these. Repair them, then repeat:\n  "
                    + String.join("\n  ", log.unrecorded()));
        }
        boolean found = log.modules().values().stream().anyMatch(measured -> measured.size() > 0);
        if (!build.success() && !found) {
            throw failed("[build] the build fails before its gates report. Repair it, then repeat", build);
        }
    }

    /** What a round has recorded: in the marked blocks of POMs, and in the file of the baseline. */
    private record Recorded(int inPoms, int violations) {}

    private Recorded record(Path folder, Repository repository, BuildLog log, boolean complete)
            throws IOException, UnreadablePomException {
        List<FileChange> changes = new ArrayList<>();
        List<Finding> checkstyle = new ArrayList<>();
        int inPoms = 0;
        for (Module module : repository.modules()) {
            Measured measured =
                    log.modules().getOrDefault(module.pom().coordinates().artifactId(), new Measured());
            Path target = folder.resolve(module.file("target"));
            Path main = folder.resolve(module.file("src/main/java"));
            if (complete && Files.isDirectory(main)) {
                checkstyle.addAll(Reports.checkstyle(folder, target));
                Reports.coverage(target, measured);
                if (!Files.exists(main.resolve("module-info.java"))
                        && !"true".equals(module.pom().project().text("application", "false"))) {
                    measured.moduleInfoAbsent();
                }
            }
            inPoms += measured.size();
            BaselineStep.record(folder, module.file("pom.xml"), measured).ifPresent(changes::add);
        }
        new FileChanges(changes).applyTo(folder);
        Baseline now = Baseline.read(folder).adding("checkstyle", checkstyle, folder);
        if (complete) {
            Path file = folder.resolve(Baseline.FILE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, now.text());
        }
        return new Recorded(inPoms, complete ? checkstyle.size() : 0);
    }

    private static RefusedException failed(String what, MavenBuild build) {
        return new RefusedException(
                what + " (target/neurectomy/maven.log has all):\n  " + String.join("\n  ", build.errors()));
    }
}
