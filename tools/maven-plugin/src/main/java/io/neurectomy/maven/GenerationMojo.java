package io.neurectomy.maven;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.Guarded;
import io.neurectomy.codegen.Language;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that generate have in common. */
abstract class GenerationMojo extends AbstractMojo {
    /** For a schema that is made to take for ever; an honest one takes seconds. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    /** The module. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project = new MavenProject();

    /**
     * The schemas: files, and folders whose {@code *.schema.json} are meant, relative to the module, or to the dependency
     * named by {@code dependency}.
     */
    @Parameter
    List<String> schemas = List.of();

    /** The dependency that holds the schemas, as {@code groupId:artifactId}; by default the module itself does. */
    @Parameter
    @Nullable
    String dependency;

    /** The languages: java, typescript, rust, python, graphql, markdown. */
    @Parameter
    List<String> languages = List.of("java");

    /** The package or module of the generated code. */
    @Parameter(required = true)
    String packageName = "gen";

    /** The name of the type of the whole document, where there is one schema; else everything that the schemas define is generated. */
    @Parameter
    @Nullable
    String root;

    /** The version of Jackson that Java code is for: 3 or 2. */
    @Parameter(defaultValue = "3")
    int jackson = 3;

    /** Where the code is written; one folder below it for each language if there are several. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/neurectomy")
    File output = new File("target/generated-sources/neurectomy");

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    @Nullable
    MojoExecution execution;

    /** Makes an error of what a language can't decide. */
    @Parameter(property = "neurectomy.strict", defaultValue = "false")
    boolean strict;

    /** One language to generate, and where to. */
    record Job(Generator.Request request, File output) {}

    /** Finds the schemas. */
    SchemaSource source() throws MojoExecutionException {
        if (dependency != null) {
            return SchemaSource.of(dependency, project.getArtifacts(), schemas);
        }
        return SchemaSource.of(
                project.getBasedir().toPath(), schemas.isEmpty() ? List.of("src/main/schemas") : schemas);
    }

    /** Lists what to generate. */
    List<Job> jobs(SchemaSource source) throws MojoExecutionException {
        List<Job> jobs = new ArrayList<>();
        for (String name : languages) {
            Language language = Language.of(name.trim())
                    .orElseThrow(
                            () -> new MojoExecutionException("[unknown-language] <languages>: there is no language '"
                                    + name + "'. Use " + String.join(", ", Language.ids()) + "."));
            try {
                Generator.Request request = new Generator.Request(
                        source.schemas(),
                        source.folders(),
                        language,
                        Optional.ofNullable(root),
                        new Backend.Options(packageName, jackson));
                jobs.add(new Job(request, languages.size() == 1 ? output : new File(output, language.id())));
            } catch (IllegalArgumentException e) {
                throw new MojoExecutionException("[configuration] " + e.getMessage(), e);
            }
        }
        return jobs;
    }

    /** Returns how to generate what this execution is about: by the goal alone Maven would not know its configuration. */
    String command() {
        String id = execution == null ? "default-cli" : execution.getExecutionId();
        return "mvn neurectomy:generate" + ("default-cli".equals(id) ? "" : "@" + id);
    }

    /** Generates, and reports what was found. */
    Generator.Result generate(Job job) throws MojoFailureException {
        Generator.Result result;
        try {
            result = Guarded.run(() -> Generator.generate(job.request()), LIMIT);
        } catch (Guarded.FailedException e) {
            throw new MojoFailureException(e.getMessage() + " Then run: " + command(), e);
        }
        int errors = 0;
        for (Finding finding : result.findings()) {
            if (strict || finding.severity() == Finding.Severity.ERROR) {
                errors++;
                getLog().error(finding.toString());
            } else {
                getLog().warn(finding.toString());
            }
        }
        if (errors > 0) {
            throw new MojoFailureException(errors + (errors == 1 ? " finding" : " findings")
                    + " in the schemas: nothing was written. Repair them, then run: " + command());
        }
        return result;
    }
}
