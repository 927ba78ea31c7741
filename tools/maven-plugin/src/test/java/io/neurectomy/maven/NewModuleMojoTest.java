package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewModuleMojoTest {
    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    @BeforeEach
    void writeARoot() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <parent>
                    <groupId>io.neurectomy</groupId>
                    <artifactId>neurectomy-build-parent</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <relativePath/>
                  </parent>
                  <groupId>com.acme</groupId>
                  <artifactId>acme</artifactId>
                  <version>1.0.0</version>
                  <packaging>pom</packaging>
                </project>
                """);
    }

    @Test
    void listsWhatItWroteAndWhatToRun() throws Exception {
        goal("billing").execute();
        assertThat(log.lines)
                .contains("INFO new      billing/pom.xml", "INFO changed  pom.xml", "INFO Now run: mvn verify");
        assertThat(folder.resolve("billing/README.md")).exists();
    }

    @Test
    void demandsAName() {
        assertThatThrownBy(() -> goal(null).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[module-name] -Dname: is missing.");
    }

    @Test
    void refusesInOneSentence() {
        assertThatThrownBy(() -> goal("Billing").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[module-name] -Dname: 'Billing'");
    }

    @Test
    void saysWhichFileStoodInTheWay() throws Exception {
        Files.writeString(folder.resolve(".pom.xml.new"), "someone else's");
        assertThatThrownBy(() -> goal("billing").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Nothing was changed");
        assertThat(folder.resolve("billing")).doesNotExist();
    }

    private NewModuleMojo goal(@Nullable String name) {
        NewModuleMojo goal = new NewModuleMojo(new FakeProjectBuilder(), Sessions.startedIn(folder));
        goal.setLog(log);
        goal.name = name;
        return goal;
    }
}
