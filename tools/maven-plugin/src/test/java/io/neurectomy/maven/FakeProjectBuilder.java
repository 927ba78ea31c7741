package io.neurectomy.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.building.DefaultModelProblem;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;
import org.jspecify.annotations.Nullable;

/** A Maven that can build the projects it was given and no other, as one without a network. */
final class FakeProjectBuilder implements ProjectBuilder {
    final List<List<File>> asked = new ArrayList<>();
    private final Map<File, MavenProject> known = new HashMap<>();
    private final Map<File, MavenProject> once = new HashMap<>();

    FakeProjectBuilder knowing(File pom, MavenProject project) {
        known.put(pom, project);
        return this;
    }

    /** Knows a project the first time that it is asked for its facts, and what it knew before from then on. */
    FakeProjectBuilder forgetting(File pom, MavenProject first) {
        once.put(pom, first);
        return this;
    }

    @Override
    public ProjectBuildingResult build(File pom, ProjectBuildingRequest request) throws ProjectBuildingException {
        return build(List.of(pom), false, request).get(0);
    }

    @Override
    public List<ProjectBuildingResult> build(List<File> poms, boolean recursive, ProjectBuildingRequest request)
            throws ProjectBuildingException {
        asked.add(poms);
        if (!known.keySet().containsAll(poms)) {
            // As Maven does: one failure, and nothing of the others.
            throw new ProjectBuildingException(poms.stream()
                    .filter(pom -> !known.containsKey(pom))
                    .<ProjectBuildingResult>map(pom -> new Result(pom, null, List.of(problem())))
                    .toList());
        }
        return poms.stream()
                .<ProjectBuildingResult>map(pom -> new Result(pom, found(pom, request), List.of()))
                .toList();
    }

    private @Nullable MavenProject found(File pom, ProjectBuildingRequest request) {
        MavenProject first = request.isProcessPlugins() ? once.remove(pom) : null;
        return first == null ? known.get(pom) : first;
    }

    @Override
    public ProjectBuildingResult build(Artifact artifact, ProjectBuildingRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProjectBuildingResult build(Artifact artifact, boolean allowStub, ProjectBuildingRequest request) {
        throw new UnsupportedOperationException();
    }

    // Maven 3.8 demands this method under its old type.
    @SuppressWarnings("deprecation")
    @Override
    public ProjectBuildingResult build(ModelSource source, ProjectBuildingRequest request) {
        throw new UnsupportedOperationException();
    }

    private static ModelProblem problem() {
        String message = "Non-resolvable parent POM: absent.\nAnd much more.";
        return new DefaultModelProblem(message, ModelProblem.Severity.FATAL, null, "pom.xml", 1, 1, "", null);
    }

    private record Result(File pom, @Nullable MavenProject project, List<ModelProblem> problems)
            implements ProjectBuildingResult {
        @Override
        public String getProjectId() {
            return "";
        }

        @Override
        public File getPomFile() {
            return pom;
        }

        @Override
        public @Nullable MavenProject getProject() {
            return project;
        }

        @Override
        public List<ModelProblem> getProblems() {
            return problems;
        }

        @Override
        public @Nullable DependencyResolutionResult getDependencyResolutionResult() {
            return null;
        }
    }
}
