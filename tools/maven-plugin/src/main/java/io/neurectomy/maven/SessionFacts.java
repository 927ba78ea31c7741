package io.neurectomy.maven;

import io.neurectomy.standard.adopt.ModuleFacts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;
import org.jspecify.annotations.Nullable;

/** What is in force in the modules of a repository, as the Maven that runs understands their POMs on disk. */
final class SessionFacts {
    // A processor path, Error Prone's, stops javac from finding these on the class path.
    private static final Set<String> PROCESSORS = Set.of(
            "lombok",
            "mapstruct-processor",
            "jmh-generator-annprocess",
            "spring-boot-configuration-processor",
            "hibernate-jpamodelgen",
            "hibernate-processor",
            "auto-value",
            "auto-service",
            "dagger-compiler",
            "picocli-codegen",
            "querydsl-apt",
            "immutables");
    private static final Set<String> GOVERNED =
            Set.of("maven-enforcer-plugin", "maven-compiler-plugin", "maven-source-plugin");

    private final ProjectBuilder builder;
    private final MavenSession session;

    SessionFacts(ProjectBuilder builder, MavenSession session) {
        this.builder = builder;
        this.session = session;
    }

    /** Reads the facts of each module by its path; one whose model can't be built is left out. */
    Map<String, ModuleFacts> of(Path folder, List<String> modules) {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(true);
        request.setResolveDependencies(false);
        List<File> poms = modules.stream()
                .map(module -> folder.resolve(module).resolve("pom.xml").toFile())
                .toList();
        List<ProjectBuildingResult> results;
        try {
            results = builder.build(poms, false, request);
        } catch (ProjectBuildingException e) {
            results = e.getResults() == null ? List.of() : e.getResults();
        }
        Map<String, ModuleFacts> facts = new HashMap<>();
        for (ProjectBuildingResult result : results) {
            MavenProject project = result.getProject();
            if (project != null && project.getModel().getBuild() != null && result.getPomFile() != null) {
                Path path =
                        folder.relativize(result.getPomFile().getParentFile().toPath());
                facts.put(path.toString().replace('\\', '/'), facts(project, folder));
            }
        }
        return facts;
    }

    private static ModuleFacts facts(MavenProject project, Path folder) {
        Model model = project.getModel();
        Map<String, String> plugins = new TreeMap<>();
        Build build = model.getBuild();
        for (Plugin plugin : build.getPlugins()) {
            if (plugin.getVersion() != null) {
                plugins.put(plugin.getKey(), plugin.getVersion());
            }
        }
        Map<String, String> dependencies = new TreeMap<>();
        List<String> processors = new ArrayList<>();
        for (Dependency dependency : model.getDependencies()) {
            dependencies.put(dependency.getManagementKey(), dependency.getVersion() + " " + dependency.getScope());
            if (PROCESSORS.contains(dependency.getArtifactId())) {
                processors.add(
                        dependency.getGroupId() + ":" + dependency.getArtifactId() + ":" + dependency.getVersion());
            }
        }
        return new ModuleFacts(
                release(model),
                processors,
                plugins,
                executions(build),
                dependencies,
                Stream.concat(build.getResources().stream(), build.getTestResources().stream())
                        .map(resource -> text(resource, folder))
                        .toList(),
                foreign(project, folder));
    }

    private static List<String> executions(Build build) {
        List<String> goals = new ArrayList<>();
        for (Plugin plugin : build.getPlugins()) {
            for (PluginExecution execution : plugin.getExecutions()) {
                execution.getGoals().forEach(goal -> goals.add(plugin.getKey() + ":" + goal + "@" + execution.getId()));
            }
        }
        return goals;
    }

    private static String text(Resource resource, Path folder) {
        return folder.relativize(Path.of(resource.getDirectory())) + (resource.isFiltering() ? ", filtered" : "")
                + (resource.getTargetPath() == null ? "" : ", to " + resource.getTargetPath())
                + " " + resource.getIncludes() + resource.getExcludes();
    }

    /** What a parent outside the repository lets run; plugins that it only manages do nothing by themselves. */
    private static List<String> foreign(MavenProject project, Path folder) {
        List<String> behaviour = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Stream.of(project.getOriginalModel()).flatMap(SessionFacts::plugins).forEach(p -> named.add(p.getKey()));
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            Model raw = parent.getOriginalModel();
            boolean inside =
                    parent.getFile() != null && parent.getFile().toPath().startsWith(folder);
            if (inside || raw == null || raw.getArtifactId().equals("neurectomy-build-parent")) {
                plugins(raw).forEach(p -> named.add(p.getKey()));
                continue;
            }
            plugins(raw)
                    .filter(p -> !p.getExecutions().isEmpty() && !GOVERNED.contains(p.getArtifactId()))
                    .forEach(p -> behaviour.add(p.getKey()));
            if (raw.getBuild() != null && raw.getBuild().getPluginManagement() != null) {
                raw.getBuild().getPluginManagement().getPlugins().stream()
                        .filter(p -> named.contains(p.getKey()) && !GOVERNED.contains(p.getArtifactId()))
                        .filter(p -> !p.getExecutions().isEmpty() || p.getConfiguration() != null)
                        .forEach(p -> behaviour.add(p.getKey() + " (managed)"));
            }
            if (raw.getBuild() != null && !raw.getBuild().getResources().isEmpty()) {
                behaviour.add("resources");
            }
        }
        return behaviour.stream().distinct().toList();
    }

    private static Stream<Plugin> plugins(@Nullable Model model) {
        return model == null || model.getBuild() == null ? Stream.of() : model.getBuild().getPlugins().stream();
    }

    /** As the compiler plugin decides it: release, else target, else source; 1.8 is 8. */
    private static Optional<String> release(Model model) {
        Properties properties = model.getProperties();
        // As text: the class of a configuration is not the same in every Maven.
        String configuration = model.getBuild().getPlugins().stream()
                .filter(p -> p.getArtifactId().equals("maven-compiler-plugin"))
                .map(p -> String.valueOf(p.getConfiguration()))
                .findFirst()
                .orElse("");
        return Stream.of("release", "target", "source")
                .flatMap(
                        name -> Stream.of(value(configuration, name), properties.getProperty("maven.compiler." + name)))
                .filter(value -> value != null && value.matches("(1\\.)?[0-9]+"))
                .map(value -> value.replaceFirst("^1\\.(?=[0-9])", ""))
                .findFirst();
    }

    private static @Nullable String value(String configuration, String name) {
        Matcher element = Pattern.compile("<" + name + ">([^<]*)</").matcher(configuration);
        return element.find() ? element.group(1).strip() : null;
    }
}
