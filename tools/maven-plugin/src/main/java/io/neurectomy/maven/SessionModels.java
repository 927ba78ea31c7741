package io.neurectomy.maven;

import io.neurectomy.standard.Effective;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Pom;
import io.neurectomy.standard.UnreadablePomException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;
import org.jspecify.annotations.Nullable;

/** Effective models by the Maven that runs: those of the build where it has them, else built without its extensions. */
final class SessionModels implements EffectiveModels {
    private final ProjectBuilder builder;
    private final MavenSession session;
    private final Map<String, Pom> ancestors = new HashMap<>();

    SessionModels(ProjectBuilder builder, MavenSession session) {
        this.builder = builder;
        this.session = session;
    }

    @Override
    public Map<Path, Effective> of(List<Path> poms) {
        Map<Path, Effective> models = new HashMap<>();
        for (MavenProject project : session.getProjects()) {
            // Not the project's file: a consumer POM may have been put in its place.
            File original = project.getModel().getPomFile();
            if (original != null) {
                models.put(real(original.toPath()), effective(project));
            }
        }
        List<File> missing = poms.stream()
                .filter(p -> !models.containsKey(p))
                .map(Path::toFile)
                .toList();
        if (!missing.isEmpty()) {
            build(missing).forEach(models::putIfAbsent);
        }
        return models;
    }

    private Map<Path, Effective> build(List<File> poms) {
        Map<Path, Effective> models = new HashMap<>();
        for (ProjectBuildingResult result : together(poms)) {
            add(models, result);
        }
        // One broken module ends the common run; the others can still be built alone.
        for (File pom : poms) {
            if (!(models.get(pom.toPath()) instanceof Effective.Model)) {
                alone(pom).forEach(result -> add(models, result));
            }
        }
        return models;
    }

    private List<ProjectBuildingResult> together(List<File> poms) {
        try {
            return builder.build(poms, false, request());
        } catch (ProjectBuildingException e) {
            return results(e);
        }
    }

    private List<ProjectBuildingResult> alone(File pom) {
        try {
            return List.of(builder.build(pom, request()));
        } catch (ProjectBuildingException e) {
            return results(e);
        }
    }

    private static List<ProjectBuildingResult> results(ProjectBuildingException e) {
        List<ProjectBuildingResult> results = e.getResults();
        return results == null ? List.of() : results;
    }

    private ProjectBuildingRequest request() {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        return request;
    }

    private void add(Map<Path, Effective> models, ProjectBuildingResult result) {
        if (result.getPomFile() == null) {
            return;
        }
        Path pom = real(result.getPomFile().toPath());
        MavenProject project = result.getProject();
        List<ModelProblem> errors = result.getProblems().stream()
                .filter(p -> p.getSeverity() != ModelProblem.Severity.WARNING)
                .toList();
        if (project != null && errors.isEmpty()) {
            models.put(pom, effective(project));
        } else {
            models.putIfAbsent(pom, new Effective.Unavailable(reason(errors)));
        }
    }

    private static Path real(Path pom) {
        try {
            return pom.toRealPath();
        } catch (IOException e) {
            return pom.toAbsolutePath().normalize();
        }
    }

    private static String reason(List<ModelProblem> errors) {
        // Maven's message goes on for lines, with addresses and advice.
        return errors.isEmpty()
                ? "Maven could not build its effective model"
                : errors.get(0).getMessage().lines().findFirst().orElse("").replaceAll("\\.?\\s*$", "");
    }

    private Effective effective(MavenProject project) {
        List<Pom> line = new ArrayList<>();
        for (MavenProject p = project.getParent(); p != null; p = p.getParent()) {
            Pom pom = ancestor(p.getOriginalModel());
            if (pom == null) {
                break;
            }
            line.add(pom);
        }
        DependencyManagement management = project.getModel().getDependencyManagement();
        Map<String, String> managed = management == null
                ? Map.of()
                : management.getDependencies().stream()
                        .filter(d -> d.getVersion() != null)
                        .collect(Collectors.toMap(
                                Dependency::getManagementKey, Dependency::getVersion, (first, second) -> first));
        return new Effective.Model(managed, line);
    }

    private @Nullable Pom ancestor(@Nullable Model model) {
        if (model == null) {
            return null;
        }
        return ancestors.computeIfAbsent(String.valueOf(model.getId()), id -> {
            StringWriter xml = new StringWriter();
            try {
                new MavenXpp3Writer().write(xml, model);
                return Pom.parse(id, xml.toString());
            } catch (IOException | UnreadablePomException e) {
                throw new IllegalStateException("can't write the POM " + id, e);
            }
        });
    }
}
