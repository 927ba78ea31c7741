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

    private Path pom = Path.of("");

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
    void buildsTogetherWhatTheBuildDoesNotHave() throws IOException {
        Path other = Files.writeString(folder.toRealPath().resolve("other.xml"), "<project/>");
        FakeProjectBuilder builder =
                new FakeProjectBuilder().knowing(pom.toFile(), project("a")).knowing(other.toFile(), project("b"));
        Map<Path, Effective> models = models(builder, pom, other);
        assertThat(models.values()).hasSize(2).allMatch(Effective.Model.class::isInstance);
        assertThat(builder.asked).hasSize(1);
    }

    @Test
    void buildsAloneWhatABrokenModuleKeptFromBeingBuilt() throws IOException {
        Path broken = Files.writeString(folder.toRealPath().resolve("broken.xml"), "<project/>");
        FakeProjectBuilder builder = new FakeProjectBuilder().knowing(pom.toFile(), project("a"));
        Map<Path, Effective> models = models(builder, pom, broken);
        assertThat(models.get(pom)).isInstanceOf(Effective.Model.class);
        assertThat(models.get(broken)).isEqualTo(new Effective.Unavailable("Non-resolvable parent POM: absent"));
    }

    @Test
    void passesOverAPomOfTheBuildThatIsNowhere() {
        MavenProject standalone = project("standalone-pom");
        MavenProject moved = project("moved");
        moved.getModel().setPomFile(folder.resolve("gone/pom.xml").toFile());
        assertThat(models(standalone, moved).get(pom)).isInstanceOf(Effective.Unavailable.class);
    }

    @Test
    void stopsAtAnAncestorThatMavenDidNotKeep() {
        MavenProject project = project("sample");
        project.setParent(new MavenProject());
        project.getModel().setPomFile(pom.toFile());
        assertThat(models(project).get(pom)).isEqualTo(new Effective.Model(Map.of(), List.of()));
    }

    private Map<Path, Effective> models(MavenProject... projects) {
        return new SessionModels(new FakeProjectBuilder(), Sessions.startedIn(folder, projects)).of(List.of(pom));
    }

    private Map<Path, Effective> models(FakeProjectBuilder builder, Path... poms) {
        return new SessionModels(builder, Sessions.startedIn(folder)).of(List.of(poms));
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
