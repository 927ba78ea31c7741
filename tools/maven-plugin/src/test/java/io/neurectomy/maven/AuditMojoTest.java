package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.baseline.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditMojoTest {
    private final RecordingLog log = new RecordingLog();

    private MavenSession session = Sessions.startedIn(Path.of("."));

    @TempDir
    Path folder;

    @BeforeEach
    void writeAPomWithAModuleThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <groupId>com.example</groupId>
                  <artifactId>sample</artifactId>
                  <packaging>pom</packaging>
                  <modules>
                    <module>core</module>
                  </modules>
                </project>
                """);
    }

    @Test
    void failsWithTheSummaryWhenThereAreFindings() {
        assertThatThrownBy(() -> audit(folder).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("does not conform")
                .hasMessageContaining("help -Drule=");
        assertThat(log.lines)
                .contains("ERROR [existing-module] pom.xml:6: names the module core, but there is no such folder."
                        + " Correct the path in <modules>, or remove the entry.");
        assertThat(log.lines.get(0)).startsWith("INFO Score ").contains("; nothing in the baseline; 1 module, ");
        assertThat(log.lines.get(1))
                .isEqualTo("INFO Of the last build nothing is there: what only a build knows is not judged.");
        assertThat(log.lines.get(log.lines.size() - 1)).startsWith("INFO").contains("does not conform");
    }

    @Test
    void onlyReportsWhenVerificationMustNotFail() throws Exception {
        AuditMojo audit = audit(folder);
        audit.fail = false;
        audit.execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("ERROR [existing-module]"));
    }

    @Test
    void saysNothingWhenSkipped() throws Exception {
        AuditMojo own = audit(folder);
        own.skip = true;
        own.execute();
        AuditMojo all = audit(folder);
        all.skipVerification = true;
        all.execute();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void runsOnceThoughModulesInheritItsExecution() throws Exception {
        MavenProject module = new MavenProject();
        module.setFile(folder.resolve("core/pom.xml").toFile());
        AuditMojo audit = new AuditMojo(new FakeProjectBuilder(), Sessions.startedIn(folder, module));
        audit.setLog(log);
        audit.execute();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void saysInOneSentenceThatThereIsNoPom() {
        Path empty = folder.resolve("empty");
        AuditMojo audit = audit(folder);
        audit.directory = empty.toFile();
        assertThatThrownBy(audit::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no pom.xml in " + empty);
    }

    @Test
    void auditsTheWholeRepositoryWhenStartedInAModule() throws IOException {
        Path module = Files.createDirectories(folder.resolve("core"));
        MavenSession session = Sessions.startedIn(module);
        session.getRequest().setMultiModuleProjectDirectory(folder.toFile());
        AuditMojo audit = new AuditMojo(new FakeProjectBuilder(), session);
        audit.setLog(log);
        assertThatThrownBy(audit::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines).anyMatch(line -> line.startsWith("ERROR [existing-module] pom.xml:6"));
    }

    @Test
    void auditsWhereItWasStartedIfTheTopHasNoPom() {
        MavenSession session = Sessions.startedIn(folder);
        session.getRequest().setMultiModuleProjectDirectory(folder.resolve("..").toFile());
        AuditMojo audit = new AuditMojo(new FakeProjectBuilder(), session);
        audit.setLog(log);
        assertThatThrownBy(audit::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void warnsOfWhatIsNoError() throws Exception {
        Files.createDirectories(folder.resolve("core/src/main/java"));
        Files.writeString(folder.resolve("core/pom.xml"), "<project><artifactId>core</artifactId></project>");
        Files.writeString(folder.resolve("core/src/main/java/A.java"), "\0");
        AuditMojo audit = audit(folder);
        audit.fail = false;
        audit.execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("WARNING [readable-file] core/src/main/java/A.java"));
    }

    @Test
    void writesTheReportsBelowTargetAndNothingElse() throws Exception {
        AuditMojo audit = reporting("html,json,sarif,badge");
        audit.execute();
        assertThat(files(folder))
                .containsExactly(
                        "pom.xml",
                        "target/neurectomy/audit.html",
                        "target/neurectomy/audit.json",
                        "target/neurectomy/audit.sarif",
                        "target/neurectomy/badge.svg");
        assertThat(log.lines).contains("INFO Reports: " + folder.toRealPath().resolve("target/neurectomy"));
    }

    @Test
    void saysWhatIsLeftOfTheLastBuildAndHowOldItIs() throws Exception {
        Files.createDirectories(folder.resolve("core/target/surefire-reports"));
        Files.writeString(folder.resolve("core/pom.xml"), "<project><artifactId>core</artifactId></project>");
        Path report = Files.writeString(folder.resolve("core/target/surefire-reports/TEST-A.xml"), "<testsuite/>");
        for (Map.Entry<Duration, String> age : Map.of(
                        Duration.ofMinutes(3),
                        "3 minutes",
                        Duration.ofHours(5),
                        "5 hours",
                        Duration.ofDays(9),
                        "9 days")
                .entrySet()) {
            Files.setLastModifiedTime(report, FileTime.from(Instant.now().minus(age.getKey())));
            reporting("json").execute();
            assertThat(log.lines)
                    .contains("INFO Of the last build there are test reports in 1 of 1 modules (" + age.getValue()
                            + " old).");
        }
    }

    @Test
    void letsWhatTheBaselineRecordsPassAndFailsOnWhatIsNew() throws Exception {
        List<Finding> findings = Audit.of(Repository.read(folder, EffectiveModels.none()), Rules.all())
                .findings();
        Path baseline = folder.resolve(Baseline.FILE);
        Files.createDirectories(folder.resolve(".neurectomy"));
        Files.writeString(
                baseline,
                Baseline.read(folder).adding(Baseline.AUDIT, findings, folder).text());
        audit(folder).execute();
        assertThat(log.lines.get(0)).contains("; " + findings.size() + " in the baseline; ");
        assertThat(log.lines).anyMatch(line -> line.startsWith("WARN") && line.contains("(in the baseline)"));

        Files.writeString(
                folder.resolve("pom.xml"),
                Files.readString(folder.resolve("pom.xml"))
                        .replace("</modules>", "<module>another</module></modules>"));
        assertThatThrownBy(() -> audit(folder).execute()).isInstanceOf(MojoFailureException.class);

        Files.writeString(
                folder.resolve("pom.xml"),
                Files.readString(folder.resolve("pom.xml")).replaceAll("<module>.*</module>", ""));
        audit(folder).execute();
        assertThat(log.lines).anyMatch(line -> line.contains("findings of the audit that are gone."));
    }

    @Test
    void coloursWhatAPersonReads() throws Exception {
        AuditMojo audit = reporting("json");
        session.getUserProperties().setProperty("style.color", "always");
        audit.execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("INFO \033[1mScore "));
        log.lines.clear();
        session.getUserProperties().setProperty("style.color", "never");
        audit.execute();
        assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains("\033"));
    }

    @Test
    void writesTheSameReportTwice() throws Exception {
        reporting("json").execute();
        String first = Files.readString(folder.resolve("target/neurectomy/audit.json"));
        reporting("json").execute();
        assertThat(folder.resolve("target/neurectomy/audit.json")).hasContent(first);
    }

    @Test
    void saysWhatMovedSinceAnEarlierReport() throws Exception {
        reporting("json").execute();
        Path earlier = Files.copy(folder.resolve("target/neurectomy/audit.json"), folder.resolve("earlier.json"));
        Files.createDirectories(folder.resolve("core"));
        Files.writeString(folder.resolve("core/pom.xml"), "<project><artifactId>core</artifactId></project>");
        AuditMojo audit = reporting("json");
        audit.baseline = List.of(earlier.toFile());
        audit.execute();
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("INFO Since the earlier report: total "))
                .anyMatch(line -> line.startsWith("INFO gone: [existing-module] pom.xml:6: "));
    }

    @Test
    void refusesAnEarlierReportThatIsNone() throws Exception {
        AuditMojo audit = audit(folder);
        audit.baseline = List.of(folder.resolve("nowhere.json").toFile());
        assertThatThrownBy(audit::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nowhere.json can't be read");
        audit.baseline = List.of(folder.resolve("pom.xml").toFile());
        assertThatThrownBy(audit::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("is not the audit.json of an audit");
    }

    @Test
    void refusesAReportThatThereIsNot() {
        assertThatThrownBy(() -> reporting("html,pdf").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no report \"pdf\".");
    }

    @Test
    void auditsAFolderThatItMayNotWriteTo() throws Exception {
        // A file where the folder should be: whoever runs as root may write anywhere else.
        Files.writeString(folder.resolve("target"), "");
        reporting("html").execute();
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("WARN") && line.contains("The reports can't be written to"));
    }

    @Test
    void followsNoTargetOutOfTheRepository(@TempDir Path outside) throws Exception {
        try {
            Files.createSymbolicLink(folder.resolve("target"), outside);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "this file system has no links");
        }
        reporting("html").execute();
        assertThat(files(outside)).isEmpty();
        assertThat(log.lines).anyMatch(line -> line.contains("leads out of the repository"));
    }

    private AuditMojo reporting(String formats) {
        AuditMojo audit = audit(folder);
        audit.fail = false;
        audit.reports = List.of(formats.split(","));
        return audit;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private AuditMojo audit(Path started) {
        session = Sessions.startedIn(started);
        AuditMojo audit = new AuditMojo(new FakeProjectBuilder(), session);
        audit.setLog(log);
        return audit;
    }
}
