package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Effective;
import io.neurectomy.standard.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionModelsTest {
    @TempDir
    Path folder;

    private Path pom = Path.of("pom.xml");

    @BeforeEach
    void writePom() throws IOException {
        pom = Files.writeString(folder.toRealPath().resolve("pom.xml"), "<project/>");
    }

    @Test
    void takesAModelOfTheBuildAlsoWhenItsFileWasReplaced() {
        MavenProject parent = project("parent");
        MavenProject project = project("sample");
        project.setParent(parent);
        project.getModel().setPomFile(pom.toFile());
        project.getModel().setDependencyManagement(new DependencyManagement());
        Dependency managed = new Dependency();
        managed.setGroupId("org.example");
        managed.setArtifactId("words");
        managed.setVersion("1.2");
        project.getModel().getDependencyManagement().addDependency(managed);
        project.setPomFile(folder.resolve("target/flattened.xml").toFile());

        Effective effective = models(project).get(pom);

        assertThat(effective).isInstanceOfSatisfying(Effective.Model.class, model -> {
            assertThat(model.managedDependencies()).containsExactly(Map.entry("org.example:words:jar", "1.2"));
            assertThat(model.ancestors()).extracting(Pom::file).containsExactly("com.example:parent:pom:1");
        });
    }

    @Test
    void saysThatAModelCouldNotBeBuilt() {
        assertThat(models()).doesNotContainKey(pom);
    }

    private Map<Path, Effective> models(MavenProject... projects) {
        return new SessionModels(new FailingProjectBuilder(), Sessions.startedIn(folder, projects)).of(List.of(pom));
    }

    private static MavenProject project(String artifactId) {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        model.setPackaging("pom");
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        return project;
    }
}
