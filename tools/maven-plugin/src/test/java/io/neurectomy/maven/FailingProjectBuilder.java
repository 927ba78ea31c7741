package io.neurectomy.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectBuildingResult;

/** A Maven that can build no model, as one without a network. */
final class FailingProjectBuilder implements ProjectBuilder {
    @Override
    public ProjectBuildingResult build(File pom, ProjectBuildingRequest request) throws ProjectBuildingException {
        throw failure(pom);
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

    @Override
    public List<ProjectBuildingResult> build(List<File> poms, boolean recursive, ProjectBuildingRequest request)
            throws ProjectBuildingException {
        throw failure(poms.get(0));
    }

    private static ProjectBuildingException failure(File pom) {
        return new ProjectBuildingException("sample", "no network", pom);
    }
}
