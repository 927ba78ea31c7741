package io.neurectomy.maven;

import io.neurectomy.standard.Repository;
import io.neurectomy.standard.edit.FileChange;
import io.neurectomy.standard.edit.FileChanges;
import io.neurectomy.standard.module.ModuleKind;
import io.neurectomy.standard.module.NewModule;
import io.neurectomy.standard.module.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.jspecify.annotations.Nullable;

/** Adds a module that passes {@code verify} at once: its files, the entry in {@code <modules>}, a row in the README. */
@Mojo(name = "new-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class NewModuleMojo extends AbstractMojo {
    private final ProjectBuilder projectBuilder;
    private final MavenSession session;

    /** The module's folder and the end of its artifactId: words in lower case, joined by hyphens. */
    @Parameter(property = "name")
    @Nullable
    String name;

    /** What the module is for: library or application. */
    @Parameter(property = "kind", defaultValue = "library")
    String kind = "library";

    /** The module's package; by default the repository's groupId and the name. */
    @Parameter(property = "packageName")
    @Nullable
    String packageName;

    /**
     * Creates the goal.
     *
     * @param projectBuilder Maven's, for effective models
     * @param session the running build
     */
    @Inject
    public NewModuleMojo(ProjectBuilder projectBuilder, MavenSession session) {
        this.projectBuilder = projectBuilder;
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (name == null) {
            throw new MojoExecutionException("[module-name] -Dname: is missing. Add one, such as -Dname=billing.");
        }
        Path folder = Path.of(session.getExecutionRootDirectory());
        try {
            Repository repository = Repository.read(folder, new SessionModels(projectBuilder, session));
            FileChanges changes =
                    new NewModule(name, ModuleKind.of(kind), Optional.ofNullable(packageName)).in(folder, repository);
            changes.applyTo(folder);
            for (FileChange change : changes.changes()) {
                getLog().info((change.isNew() ? "new      " : "changed  ") + change.path());
            }
            getLog().info("Now run: mvn verify");
        } catch (RefusedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "[new-module] " + folder + ": " + e.getMessage() + ". Nothing was changed; repair it, then repeat.",
                    e);
        }
    }
}
