package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixMojoTest {
    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    @BeforeEach
    void writeAPom() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>acme</artifactId>
                  <version>1.0.0</version>
                </project>
                """);
    }

    @Test
    void saysEachRepairAndHowMuchIsLeft() throws Exception {
        goal().execute();
        assertThat(log.lines)
                .contains("INFO [editor-config] .editorconfig: written", "INFO [module-readme] README.md: written");
        assertThat(log.lines.get(log.lines.size() - 1))
                .startsWith("INFO ")
                .contains("findings are left, which need a decision", "neurectomy-maven-plugin:audit");
        assertThat(folder.resolve(".editorconfig")).exists();
    }

    @Test
    void showsTheDifferenceAndWritesNothing() throws Exception {
        FixMojo goal = goal();
        goal.dryRun = true;
        goal.execute();
        assertThat(log.lines).contains("INFO [editor-config] .editorconfig: written", "INFO +root = true");
        assertThat(folder.resolve(".editorconfig")).doesNotExist();
    }

    @Test
    void repairsTheFindingsOfOneRule() throws Exception {
        FixMojo goal = goal();
        goal.rule = "editor-config";
        goal.execute();
        assertThat(log.lines)
                .containsExactly("INFO [editor-config] .editorconfig: written", "INFO Nothing is left to repair.");
        assertThat(folder.resolve("README.md")).doesNotExist();
        log.lines.clear();
        goal.dryRun = true;
        goal.execute();
        assertThat(log.lines).singleElement().asString().startsWith("INFO Nothing to repair without thinking");
    }

    @Test
    void namesTheRulesThatAMistypedOneMayHaveMeant() {
        FixMojo goal = goal();
        goal.rule = "editor-configs";
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "[unknown-rule] -Drule=editor-configs: there is no such rule. Near are [editor-config");
    }

    @Test
    void refusesAFolderWithoutAPom() throws Exception {
        Files.delete(folder.resolve("pom.xml"));
        assertThatThrownBy(goal()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[root-pom] ")
                .hasMessageEndingWith("Change to the folder of a Maven repository.");
    }

    @Test
    void refusesATreeWithUncommittedChangesUnlessTold() throws Exception {
        Process git = new ProcessBuilder("git", "init", "--quiet")
                .directory(folder.toFile())
                .start();
        assertThat(git.waitFor()).isZero();
        assertThatThrownBy(goal()::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[work-tree] ")
                .hasMessageEndingWith("add -DallowDirty.");
        assertThat(folder.resolve(".editorconfig")).doesNotExist();

        FixMojo goal = goal();
        goal.allowDirty = true;
        goal.execute();
        assertThat(folder.resolve(".editorconfig")).exists();
    }

    @Test
    void saysWhichFileStoodInTheWay() throws Exception {
        Files.writeString(folder.resolve("..editorconfig.new"), "someone else's");
        assertThatThrownBy(goal()::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[fix] ")
                .hasMessageContaining("..editorconfig.new");
        assertThat(folder.resolve("README.md")).doesNotExist();
    }

    private FixMojo goal() {
        FixMojo goal = new FixMojo(new FakeProjectBuilder(), Sessions.startedIn(folder));
        goal.setLog(log);
        return goal;
    }
}
