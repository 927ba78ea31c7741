package io.neurectomy.maven;

import io.neurectomy.standard.BuildParent;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rule;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.fix.Fix;
import io.neurectomy.standard.fix.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Repairs what needs no thought: what the rules of the audit offer a repair for, then the format. Says each repair; run once more
 * it finds nothing to do.
 */
@Mojo(name = "fix", requiresProject = false, aggregator = true, threadSafe = true)
public final class FixMojo extends AbstractMojo {
    private final ProjectBuilder projectBuilder;
    private final MavenSession session;

    /** Prints what would change, and changes nothing. */
    @Parameter(property = "dryRun", defaultValue = "false")
    boolean dryRun;

    /** Works in a tree with uncommitted changes. */
    @Parameter(property = "allowDirty", defaultValue = "false")
    boolean allowDirty;

    /** Repairs the findings of this rule only, and formats nothing. */
    @Parameter(property = "rule")
    @Nullable
    String rule;

    /**
     * Creates the goal.
     *
     * @param projectBuilder Maven's, for effective models
     * @param session the running build
     */
    @Inject
    public FixMojo(ProjectBuilder projectBuilder, MavenSession session) {
        this.projectBuilder = projectBuilder;
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path folder = Path.of(session.getExecutionRootDirectory());
        List<Rule> rules = rules();
        if (!Files.exists(folder.resolve("pom.xml"))) {
            throw new MojoFailureException(
                    "[root-pom] " + folder + ": there is no pom.xml. Change to the folder of a Maven repository.");
        }
        try {
            folder = folder.toRealPath();
            GitTree git = new GitTree(folder);
            if (!allowDirty && !dryRun && !git.uncommitted().isEmpty()) {
                throw new MojoFailureException(
                        "[work-tree] " + folder + ": has uncommitted changes, which could not be told from repairs."
                                + " Commit or stash them, or add -DallowDirty.");
            }
            Fix fix = new Fix(folder, new SessionModels(projectBuilder, session), rules);
            if (dryRun) {
                plan(fix);
            } else {
                repair(fix, folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(
                    "[fix] " + folder + ": " + e.getMessage()
                            + ". The repairs that were printed stay, the next one left nothing. Mend this, then repeat.",
                    e);
        }
    }

    private List<Rule> rules() throws MojoFailureException {
        String id = rule;
        if (id == null) {
            return Rules.all();
        }
        return List.of(Rules.byId(id)
                .orElseThrow(() -> new MojoFailureException("[unknown-rule] -Drule=" + id
                        + ": there is no such rule. Near are " + Rules.near(id)
                        + "; mvn io.neurectomy:neurectomy-maven-plugin:help lists all.")));
    }

    private void plan(Fix fix) throws IOException {
        List<Step> steps = fix.plan();
        for (Step step : steps) {
            step.lines().forEach(getLog()::info);
            step.changes().changes().forEach(change -> AdoptMojo.diff(change).forEach(getLog()::info));
        }
        if (steps.isEmpty()) {
            getLog().info("Nothing to repair without thinking; mvn spotless:check shows what formatting would change.");
        }
    }

    private void repair(Fix fix, Path folder) throws IOException, MojoFailureException {
        Fix.Result after =
                fix.run(step -> step.lines().forEach(step.refused().isPresent() ? getLog()::warn : getLog()::info));
        if (rule == null) {
            format(folder, after.repository());
        }
        List<Finding> here = after.findings().stream()
                .filter(f -> rule == null || f.rule().equals(rule))
                .toList();
        getLog().info(
                        here.isEmpty()
                                ? "Nothing is left to repair."
                                : here.size() + " findings are left, which need a decision;"
                                        + " mvn io.neurectomy:neurectomy-maven-plugin:audit lists them.");
    }

    /** Where the parent brings a formatter; another repository has its own opinion of format. */
    private void format(Path folder, Repository repository) throws IOException, MojoFailureException {
        boolean governed = repository.modules().stream()
                .filter(m -> m.path().isEmpty())
                .anyMatch(root -> BuildParent.governs(root.pom(), repository.lineage(root)));
        if (!governed) {
            return;
        }
        MavenBuild build = MavenBuild.run(session, folder, "spotless:apply");
        if (!build.success()) {
            throw new MojoFailureException(
                    "[format] the formatter failed (target/neurectomy/maven.log has all). Repair what"
                            + " it names, then repeat:\n  " + String.join("\n  ", build.errors()));
        }
        getLog().info("[format] Java, imports and the order of POMs are formatted");
    }
}
