package io.neurectomy.maven;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Guarded;
import io.neurectomy.codegen.compatibility.Compatibility;
import io.neurectomy.codegen.compatibility.Incompatibility;
import io.neurectomy.codegen.compatibility.Mode;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/** Checks that a change of the schemas breaks nobody: each break with its pointer, the document that proves it and what to do. */
@Mojo(name = "check-compatibility", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckCompatibilityMojo extends AbstractMojo {
    private static final String GIT = "git:";

    private static final String ARTIFACT = "artifact:";

    private static final Optional<String> ROOT = Optional.of("Root");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project = new MavenProject();

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    @Nullable
    MojoExecution execution;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
    @Nullable
    RepositorySystemSession session;

    /** The folder of the schemas, with {@code *.schema.json}. */
    @Parameter(defaultValue = "${project.basedir}/src/main/schemas")
    File schemas = new File("src/main/schemas");

    /**
     * What to compare with: a git revision as {@code git:main}; a released artifact as
     * {@code artifact:groupId:artifactId:version}; or a folder with the schemas as they were.
     */
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

    private final Released released;

    /**
     * Creates the goal.
     *
     * @param repositories Maven's, for released artifacts
     */
    @Inject
    public CheckCompatibilityMojo(RepositorySystem repositories) {
        this.released = coordinates -> resolve(repositories, coordinates);
    }

    CheckCompatibilityMojo(Released released) {
        this.released = released;
    }

    /** Finds the jar of a release. */
    interface Released {
        File jar(String coordinates) throws MojoExecutionException;
    }

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
        Path now = schemas.toPath().toAbsolutePath().normalize();
        if (!Files.isDirectory(now)) {
            throw new MojoExecutionException("[schema-file] " + now + ": there is no such folder. Correct <schemas>.");
        }
        try {
            if (baseline.startsWith(ARTIFACT)) {
                File jar = released.jar(baseline.substring(ARTIFACT.length()));
                try (SchemaSource before = SchemaSource.of(jar, List.of())) {
                    for (Path schema : before.schemas()) {
                        breaks += compare(schema, counterpart(schema, before.schemas(), now), asked);
                    }
                }
            } else {
                Path old = baseline();
                if (isFirst(old)) {
                    getLog().info("There are no schemas in " + baseline + " yet: nothing can be broken.");
                    return;
                }
                try (SchemaSource before = SchemaSource.of(old, List.of())) {
                    for (Path schema : before.schemas()) {
                        breaks += compare(
                                schema, now.resolve(old.relativize(schema).toString()), asked);
                    }
                }
            }
        } catch (IOException e) {
            throw unusable(e.getMessage(), e);
        }
        if (breaks == 0) {
            getLog().info("The schemas are " + asked.id() + " compatible with " + baseline + ".");
        } else if (fail) {
            throw new MojoFailureException("[incompatible] " + breaks + (breaks == 1 ? " change" : " changes")
                    + " of the schemas: not " + asked.id() + " compatible with " + baseline
                    + ". Repair them, then run: " + command());
        }
    }

    /** A jar has the schemas where they are as resources, so below the same folder, or below one that only the jar has. */
    private static Path counterpart(Path schema, List<Path> all, Path now) {
        Path common = schema.getParent();
        for (Path other : all) {
            while (common != null && !other.startsWith(common)) {
                common = common.getParent();
            }
        }
        Path same = now.resolve(schema.getRoot().relativize(schema).toString());
        return Files.exists(same) || common == null
                ? same
                : now.resolve(common.relativize(schema).toString());
    }

    private File resolve(RepositorySystem repositories, String coordinates) throws MojoExecutionException {
        try {
            ArtifactRequest request =
                    new ArtifactRequest(new DefaultArtifact(coordinates), project.getRemoteProjectRepositories(), null);
            return repositories.resolveArtifact(session, request).getArtifact().getFile();
        } catch (IllegalArgumentException | ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "[baseline] " + baseline + ": no such artifact. Name it as artifact:groupId:artifactId:version.",
                    e);
        }
    }

    private Path baseline() throws MojoExecutionException {
        if (!baseline.startsWith(GIT)) {
            Path folder = project.getBasedir().toPath().resolve(baseline);
            if (!Files.isDirectory(folder)) {
                throw unusable("there is no such folder.", null);
            }
            return folder;
        }
        try {
            return GitRevision.of(baseline.substring(GIT.length()))
                    .export(
                            schemas.toPath().toAbsolutePath().normalize(),
                            new File(project.getBuild().getDirectory(), "neurectomy/baseline").toPath());
        } catch (IOException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private MojoExecutionException unusable(@Nullable String why, @Nullable Exception cause) {
        return new MojoExecutionException(
                "[baseline] " + baseline + ": " + why
                        + " Name a revision as git:main, a release as artifact:groupId:artifactId:version, or a folder.",
                cause);
    }

    /** A revision may be older than the schemas; a folder without any is a mistake, which is reported when it is read. */
    private boolean isFirst(Path old) throws MojoExecutionException {
        if (!baseline.startsWith(GIT)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(old)) {
            return all.noneMatch(file -> file.toString().endsWith(".schema.json"));
        } catch (IOException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private int compare(Path old, Path now, Mode asked) throws MojoFailureException {
        if (!Files.exists(now)) {
            getLog().error("[schema-removed] " + now + ": was there, is not; breaks whoever refers to it."
                    + " Keep the file and mark its root as deprecated.");
            return 1;
        }
        // What breaks a definition breaks the root that uses it at the same place: that is one break.
        Map<String, Incompatibility> found = new LinkedHashMap<>();
        compare(read(old, ROOT), read(now, ROOT), asked).forEach(one -> found.putIfAbsent(key(one), one));
        SchemaGraph before = read(old, Optional.empty());
        SchemaGraph after = read(now, Optional.empty());
        Map<String, SchemaId> definitions = after.definitions().stream()
                .collect(Collectors.toMap(
                        id -> after.schema(id).location().pointer(), id -> id, (first, second) -> first));
        // A file whose root asserts nothing is a collection: others refer to its definitions, and to nothing else.
        boolean collection = before.definitions().stream()
                .noneMatch(id -> before.schema(id).location().pointer().isEmpty());
        int removed = 0;
        for (SchemaId id : before.definitions()) {
            String pointer = before.schema(id).location().pointer();
            if (pointer.isEmpty()) {
                continue;
            }
            SchemaId same = definitions.get(pointer);
            if (same != null) {
                compare(at(before, id), at(after, same), asked).forEach(one -> found.putIfAbsent(key(one), one));
            } else if (collection) {
                removed++;
                getLog().error("[schema-removed] " + now + " #" + pointer
                        + ": was there, is not; breaks whoever refers to it."
                        + " Keep the definition and mark it as deprecated.");
            }
        }
        found.values().forEach(one -> getLog().error(one.toString()));
        return found.size() + removed;
    }

    private List<Incompatibility> compare(SchemaGraph old, SchemaGraph now, Mode asked) throws MojoFailureException {
        return guarded(() -> Compatibility.compare(old, now, asked));
    }

    private <T> T guarded(Callable<T> job) throws MojoFailureException {
        try {
            return Guarded.run(job, GenerationMojo.LIMIT);
        } catch (Guarded.FailedException e) {
            throw new MojoFailureException(e.getMessage() + " Then run: " + command(), e);
        }
    }

    private static String key(Incompatibility one) {
        return one.rule() + " " + one.direction() + " " + one.now();
    }

    private static SchemaGraph at(SchemaGraph graph, SchemaId root) {
        return new SchemaGraph(root, graph.schemas());
    }

    private SchemaGraph read(Path schema, Optional<String> root) throws MojoFailureException {
        SchemaReader.Resolved read = guarded(() -> Generator.read(List.of(schema), List.of(), root));
        read.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .forEach(finding -> getLog().error(finding.toString()));
        if (!read.isUsable()) {
            throw new MojoFailureException("[schema-error] " + schema
                    + ": can't be compared. Repair it, or name another <baseline>; then run: " + command());
        }
        return read.graph();
    }

    private String command() {
        String id = execution == null ? "default-cli" : execution.getExecutionId();
        return "mvn neurectomy:check-compatibility" + ("default-cli".equals(id) ? "" : "@" + id);
    }
}
