package io.neurectomy.test.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.test.internal.FreshJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBackEndsTest {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.config.";
    private static final String AUTODETECTION = "junit.jupiter.extensions.autodetection.enabled";

    @Test
    void keepsParallelTestsApartOverLogback() {
        assertThat(onFourThreads().run(LogFixtures.LogbackA.class, LogFixtures.LogbackB.class))
                .filteredOn(line -> line.startsWith("sees only"))
                .containsExactly("sees only its own: SUCCESSFUL", "sees only its own: SUCCESSFUL");
    }

    @Test
    void keepsParallelTestsApartOverJavaUtilLogging() {
        assertThat(withoutSlf4j(onFourThreads()).run(LogFixtures.JulA.class, LogFixtures.JulB.class))
                .filteredOn(line -> line.startsWith("sees only"))
                .containsExactly("sees only its own: SUCCESSFUL", "sees only its own: SUCCESSFUL");
    }

    @Test
    void opensALevelForItsOwnTestOnly(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("logback-test.xml"), """
                <configuration>
                  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>logged %msg%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="console"/></root>
                </configuration>
                """);

        List<String> lines = onFourThreads()
                .withFirst(folder)
                .run(LogFixtures.CapturesAtDebug.class, LogFixtures.CapturesNothing.class);

        assertThat(lines)
                .contains("sees debug: SUCCESSFUL", "logs: SUCCESSFUL")
                .filteredOn(line -> line.startsWith("logged "))
                .containsExactly("logged warning of the other test");
    }

    @Test
    void leavesNeighboursAloneOverJavaUtilLogging(@TempDir Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                java.util.logging.SimpleFormatter.format = %5$s%n
                """);

        List<String> lines = withoutSlf4j(onFourThreads())
                .with("java.util.logging.config.file", configuration.toString())
                .run(LogFixtures.JulAtDebug.class, LogFixtures.JulNeighbour.class);

        assertThat(lines)
                .contains("sees debug: SUCCESSFUL", "logs: SUCCESSFUL")
                .filteredOn(line -> line.startsWith("logged "))
                .containsExactly("logged by its own level", "logged warning");
    }

    @Test
    void holdsEveryPartOfAnEventOverJavaUtilLogging() {
        List<String> lines = withoutSlf4j(new FreshJvm()).run(LogFixtures.JulParts.class);

        assertThat(lines).contains("holds all parts: SUCCESSFUL", "root level afterwards INFO");
        assertThat(lines).noneMatch(line -> line.contains("fine") || line.contains("a-1"));
    }

    @Test
    void keepsCapturedLinesOffTheConsole() {
        assertThat(new FreshJvm().run(LogFixtures.Passing.class))
                .contains("passes: SUCCESSFUL")
                .noneMatch(line -> line.contains("captured line"));
    }

    @Test
    void printsCapturedLinesOfAFailedTest() {
        assertThat(new FreshJvm().run(LogFixtures.Failing.class))
                .contains("[log-capture] io.neurectomy.test.log.LogFixtures$Failing.fails failed. It logged:")
                .anyMatch(line -> line.matches(" +WARNING failing \\[.+] what went wrong"))
                .anyMatch(line -> line.matches(" +java.lang.IllegalStateException: cause"))
                .anyMatch(line -> line.matches(" +at .*LogFixtures.*"));
    }

    @Test
    void refusesABackEndThatCannotBeCaptured() {
        assertThat(new FreshJvm().without("logback").run(LogFixtures.Failing.class))
                .anyMatch(
                        line -> line.startsWith("fails: FAILED")
                                && line.contains(
                                        "[log-capture] test class path: SLF4J logs to "
                                                + "org.slf4j.helpers.NOPLoggerFactory, which can't be captured. "
                                                + "Put ch.qos.logback:logback-classic (or org.slf4j:slf4j-jdk14) on it in test scope."));
    }

    @Test
    void refusesACaptureThatBelongsToNoTest() {
        assertThat(new FreshJvm().run(LogFixtures.InConstructor.class))
                .anyMatch(line -> line.startsWith("is never reached: FAILED")
                        && line.contains("a LogCapture belongs to one test. "
                                + "Take it in a test, @BeforeEach or @AfterEach method."));
    }

    @Test
    void worksByAnnotationWhereDetectionIsOff() {
        FreshJvm jvm = new FreshJvm().with(AUTODETECTION, "false");

        assertThat(jvm.run(LogFixtures.Annotated.class)).contains("passes: SUCCESSFUL");
        assertThat(jvm.run(LogFixtures.Passing.class)).anyMatch(line -> line.startsWith("passes: FAILED"));
    }

    @Test
    void startsOneCaptureWhereAnnotationAndDetectionMeet() {
        assertThat(new FreshJvm().with(AUTODETECTION, "true").run(LogFixtures.Annotated.class))
                .contains("passes: SUCCESSFUL");
    }

    private static FreshJvm onFourThreads() {
        return new FreshJvm().with(PARALLEL + "strategy", "fixed").with(PARALLEL + "fixed.parallelism", "4");
    }

    private static FreshJvm withoutSlf4j(FreshJvm jvm) {
        return jvm.without("slf4j").without("logback");
    }
}
