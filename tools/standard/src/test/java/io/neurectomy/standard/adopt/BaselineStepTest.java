package io.neurectomy.standard.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.standard.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineStepTest {
    private static final String LOG = """
            [INFO] --- maven-enforcer-plugin:3.7.0:enforce (rules) @ core ---
            [WARNING] Rule 7: org.apache.maven.enforcer.rules.dependency.BannedDependencies failed with message:
            [banned-dependency] /x/pom.xml: use slf4j-api for log4j 1, JUnit 5 for JUnit 4; exclude it there.
               junit:junit:jar:4.13.2 <--- banned via the exclude/include list
            Dependency convergence error for org.slf4j:slf4j-api:jar:1.7.36 paths to dependency are:
            Require upper bound dependencies error for a:low:1.0 paths to dependency are:
            [no-repositories] /x/pom.xml: repositories belong into settings.xml. Remove the element.
            [INFO] --- compiler:3.16.0:compile (default-compile) @ core ---
            [WARNING] /x/A.java:[12,3] [rawtypes] found raw type: List
            [WARNING] /x/A.java:[13,3] [StringSplitter] String.split(String) has surprising behavior
            [WARNING] /x/A.java:[14,3] [DefaultCharset] Implicit use of the platform default charset
            [WARNING] [options] source value 8 is obsolete
            [ERROR] /x/A.java:[1,1] malformed HTML
            [WARNING] COMPILATION WARNING :
            [INFO] --- dependency:3.11.0:analyze-only (d) @ core ---
            [WARNING] Used undeclared dependencies found:
            [WARNING]    a:used:jar:1.0:compile
            [WARNING] Unused declared dependencies found:
            [WARNING]    a:unused:jar:1.0:compile
            [WARNING] Non-test scoped test only dependencies found:
            [WARNING]    a:tests:jar:1.0:compile
            [INFO] --- jar:3.5.1:jar (default-jar) @ core ---
            [WARNING]    a:none:jar:1.0:compile
            """;

    @TempDir
    Path folder;

    @Test
    void writesWhatTheLogSaysIntoThePom() throws Exception {
        BuildLog log = BuildLog.of(LOG.lines().toList());
        Measured core = log.modules().get("core");
        assertThat(core).isNotNull();
        core.floor("line", "0.41");
        core.moduleInfoAbsent();
        assertThat(core.size()).isEqualTo(13);
        assertThat(recorded(core))
                .contains(
                        "<baseline.lint>,-options,-rawtypes</baseline.lint>",
                        "<baseline.errorprone>-Xep:DefaultCharset:OFF -Xep:StringSplitter:OFF</baseline.errorprone>",
                        "<baseline.doclint>,-accessibility,-html,-reference,-syntax</baseline.doclint>",
                        "<baseline.moduleInfo>absent</baseline.moduleInfo>",
                        "<coverage.line>0.41</coverage.line>",
                        "<baseline.a.used>a:used</baseline.a.used>",
                        "<baseline.a.unused>a:unused</baseline.a.unused>",
                        "<baseline.a.tests>a:tests</baseline.a.tests>",
                        "<include>junit:junit</include>",
                        "<exclude>org.slf4j:slf4j-api</exclude>",
                        "<exclude>a:low</exclude>",
                        "Only remove.")
                .doesNotContain("a:none");
    }

    @Test
    void addsToWhatAnEarlierRoundRecorded() throws Exception {
        Measured first = new Measured();
        first.add(Measured.Kind.LINT, "rawtypes");
        first.add(Measured.Kind.ERROR_PRONE, "A");
        recorded(first);
        Measured second = new Measured();
        second.add(Measured.Kind.LINT, "cast");
        second.add(Measured.Kind.ERROR_PRONE, "B");
        BaselineStep.record(folder, "pom.xml", second)
                .ifPresent(change -> assertThat(change.textAfter())
                        .contains(
                                "<baseline.lint>,-rawtypes,-cast</baseline.lint>",
                                "<baseline.errorprone>-Xep:A:OFF -Xep:B:OFF</baseline.errorprone>"));
    }

    @Test
    void writesNothingWhereNothingWasFound() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<project></project>");
        assertThat(BaselineStep.record(folder, "pom.xml", new Measured())).isEmpty();
    }

    @Test
    void namesWhatNoBaselineHolds() {
        assertThat(BuildLog.of(LOG.lines().toList()).unrecorded())
                .singleElement()
                .asString()
                .startsWith("[no-repositories]");
    }

    @Test
    void namesTestsThatFailedAndThatDidNotRun() throws IOException {
        write("surefire-reports/TEST-a.xml", """
                <testsuite>
                  <testcase classname="A" name="passes"/>
                  <testcase classname="A" name="fails"><failure message="x"/></testcase>
                  <testcase classname="A" name="breaks"><error/></testcase>
                  <testcase classname="A" name="waits"><skipped/></testcase>
                </testsuite>
                """);
        Reports.Tests tests = Reports.tests(folder.resolve("target"));
        assertThat(tests.failed()).containsExactly("A.fails", "A.breaks");
        assertThat(tests.skipped()).containsExactly("A.waits");
    }

    @Test
    void readsCheckstylesFindings() throws IOException {
        write("checkstyle-result.xml", """
                <checkstyle>
                  <file name="%s/src/A.java">
                    <error line="3" message="Type &apos;a&apos; is wrong." source="com.x.TypeNameCheck#type-name"/>
                  </file>
                </checkstyle>
                """.formatted(folder));
        assertThat(Reports.checkstyle(folder, folder.resolve("target")))
                .map(Finding::toString)
                .containsExactly("[type-name] src/A.java:3: Type 'a' is wrong.. ");
    }

    @Test
    void roundsCoverageDownAndRecordsOnlyWhatIsBelowTheNorm() throws IOException {
        write("site/jacoco/jacoco.xml", """
                <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
                <report name="a">
                  <counter type="INSTRUCTION" missed="10" covered="90"/>
                  <counter type="LINE" missed="501" covered="499"/>
                  <counter type="COMPLEXITY" missed="9" covered="1"/>
                </report>
                """);
        Measured measured = new Measured();
        Reports.coverage(folder.resolve("target"), measured);
        assertThat(measured.floors()).isEqualTo(Map.of("line", "0.49"));
    }

    @Test
    void recordsAFloorOfNothingWhereNothingWasMeasured() throws IOException {
        Measured measured = new Measured();
        Reports.coverage(folder.resolve("target"), measured);
        assertThat(measured.floors()).hasSize(4).containsEntry("instruction", "0.00");
    }

    @Test
    void noticesWhatABuildWouldLose() {
        ModuleFacts before = new ModuleFacts(
                Optional.of("8"),
                List.of(),
                Map.of(),
                List.of("a:boot:repackage@x", "org.jacoco:jacoco-maven-plugin:report@y"),
                Map.of("a:lib:jar", "1.0 compile"),
                List.of("src/main/resources, filtered [][]"),
                List.of());
        ModuleFacts after =
                new ModuleFacts(Optional.of("17"), List.of(), Map.of(), List.of(), Map.of(), List.of(), List.of());
        assertThat(ModelDifferences.between("core", before, after))
                .containsExactly(
                        "core: the Java release was 8, would be 17",
                        "core: the dependency a:lib:jar was 1.0 compile, would be gone",
                        "core: the goal a:boot:repackage@x would not run any more",
                        "core: the resources src/main/resources, filtered [][] would not be copied any more");
        assertThat(ModelDifferences.between("core", before, before)).isEmpty();
    }

    private String recorded(Measured measured) throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<project>\n  <artifactId>core</artifactId>\n</project>\n");
        String after =
                BaselineStep.record(folder, "pom.xml", measured).orElseThrow().textAfter();
        Files.writeString(folder.resolve("pom.xml"), after);
        return after;
    }

    private void write(String report, String text) throws IOException {
        Path file = folder.resolve("target").resolve(report);
        Files.createDirectories(file.getParent() == null ? folder : file.getParent());
        Files.writeString(file, text);
    }
}
