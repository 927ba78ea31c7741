package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.FileReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps, by a Maven that is a script: it reports what a real one would, and never fails but where it is told to. */
class AdoptMojoTest {
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>core</artifactId>
              <version>1.0.0</version>
            </project>
            """;
    private static final String REPORTING_MAVEN = """
            #!/bin/sh
            case "$*" in
            *verification.fail=false*)
              mkdir -p target/surefire-reports
              echo '[INFO] --- compiler:3.16.0:compile (default-compile) @ core ---'
              echo '[WARNING] /x/A.java:[12,3] [rawtypes] found raw type: List'
              echo '<r><testcase classname="A" name="a">%s</testcase></r>' > target/surefire-reports/TEST-A.xml
              echo "<c><file name='$PWD/src/main/java/A.java'><error line='1' message='Bad.' source='type-name'/></file></c>" \\
                > target/checkstyle-result.xml ;;
            esac
            exit 0
            """;

    private final RecordingLog log = new RecordingLog();
    private final FakeProjectBuilder maven = new FakeProjectBuilder();

    @TempDir
    Path folder;

    @TempDir
    Path home;

    @BeforeEach
    void writeARepository() throws Exception {
        assumeTrue(File.separatorChar == '/', "the script needs a shell");
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("pom.xml"), POM);
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(folder.resolve("src/main/java/A.java"), "class A {}\n");
        git("init", "--quiet");
        git("config", "user.name", "someone");
        git("config", "user.email", "someone@example.com");
        git("add", "--all");
        git("commit", "--quiet", "--message", "first");
        install(REPORTING_MAVEN.formatted(""));
        know();
    }

    @Test
    void recordsWhatIsThereInACommitForEachStep() throws Exception {
        goal().execute();
        assertThat(Files.readString(folder.resolve("pom.xml")))
                .contains(
                        "<artifactId>neurectomy-build-parent</artifactId>",
                        "<baseline.lint>,-rawtypes</baseline.lint>",
                        "<coverage.line>0.00</coverage.line>",
                        "<baseline.moduleInfo>absent</baseline.moduleInfo>");
        assertThat(Files.readString(folder.resolve(".neurectomy/baseline.txt")))
                .containsPattern("checkstyle type-name src/main/java/A\\.java 1 [0-9a-f]{16}\n");
        assertThat(git("log", "--format=%s").lines())
                .containsExactly(
                        "Record what was there before the build standard", "Inherit from the build parent", "first");
    }

    @Test
    void addsNothingTheSecondTime() throws Exception {
        goal().execute();
        String before = git("rev-parse", "HEAD");
        goal().execute();
        assertThat(git("rev-parse", "HEAD")).isEqualTo(before);
        assertThat(log.lines).anyMatch(line -> line.contains("Adopted before"));
    }

    @Test
    void onlyPrintsTheDifferencesInADryRun() throws Exception {
        AdoptMojo goal = goal();
        goal.dryRun = true;
        goal.execute();
        assertThat(log.lines)
                .contains("INFO --- a/pom.xml", "INFO +    <artifactId>neurectomy-build-parent</artifactId>");
        assertThat(git("status", "--porcelain")).isEmpty();
    }

    @Test
    void refusesAWorkTreeWithChangesUnlessTold() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> goal().execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[work-tree]");
        AdoptMojo told = goal();
        told.allowDirty = true;
        told.execute();
        assertThat(git("log", "--format=%s").lines()).containsExactly("first");
    }

    @Test
    void recordsNothingFromARunWithFailures() throws Exception {
        install(REPORTING_MAVEN.formatted("<failure/>"));
        assertThatThrownBy(() -> goal().execute())
                .hasMessageContaining("[failing-tests]")
                .hasMessageContaining("A.a");
        assertThat(folder.resolve(".neurectomy")).doesNotExist();
    }

    @Test
    void namesTheTestsThatDidNotRun() throws Exception {
        install(REPORTING_MAVEN.formatted("<skipped/>"));
        goal().execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("WARN") && line.endsWith("A.a"));
    }

    @Test
    void saysWhatTheFormatterSaid() throws Exception {
        install("#!/bin/sh\necho '[ERROR] A.java can not be read'\nexit 1\n");
        assertThatThrownBy(() -> goal().execute())
                .hasMessageContaining("[format]")
                .hasMessageContaining("A.java can not be read");
    }

    @Test
    void changesNothingWhereTheBuildWouldLoseAGoal() throws Exception {
        // The project known to Maven stays without the goal, whatever the POM says: so it is lost after the step.
        PluginExecution repackage = new PluginExecution();
        repackage.setId("boot");
        repackage.addGoal("repackage");
        Plugin boot = new Plugin();
        boot.setGroupId("org.boot");
        boot.setArtifactId("boot-maven-plugin");
        boot.addExecution(repackage);
        maven.forgetting(folder.resolve("pom.xml").toFile(), project(boot));
        assertThatThrownBy(() -> goal().execute())
                .hasMessageContaining("[effective-model]")
                .hasMessageContaining("org.boot:boot-maven-plugin:repackage@boot would not run any more");
        assertThat(Files.readString(folder.resolve("pom.xml"))).isEqualTo(POM);
    }

    private void know(Plugin... plugins) throws Exception {
        maven.knowing(folder.resolve("pom.xml").toFile(), project(plugins));
    }

    private MavenProject project(Plugin... plugins) throws Exception {
        Model model;
        try (FileReader in = new FileReader(folder.resolve("pom.xml").toFile(), StandardCharsets.UTF_8)) {
            model = new MavenXpp3Reader().read(in);
        }
        Build build = new Build();
        build.setPlugins(List.of(plugins));
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        project.setOriginalModel(model);
        return project;
    }

    private void install(String script) throws Exception {
        Path mvn = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(mvn, script);
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said.strip();
    }

    private AdoptMojo goal() {
        MavenSession session = Sessions.startedIn(folder);
        session.getRequest().getSystemProperties().setProperty("maven.home", home.toString());
        AdoptMojo goal = new AdoptMojo(maven, session);
        goal.setLog(log);
        goal.plugin = new PluginDescriptor();
        goal.plugin.setVersion("0.1.0-SNAPSHOT");
        return goal;
    }
}
