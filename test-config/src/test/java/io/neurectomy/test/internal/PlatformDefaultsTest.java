package io.neurectomy.test.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformDefaultsTest {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    @Test
    void runsClassesConcurrently() {
        assertThat(onFourThreads().run(Fixtures.MeetingA.class, Fixtures.MeetingB.class))
                .filteredOn(line -> line.startsWith("meets:"))
                .containsExactly("meets: SUCCESSFUL", "meets: SUCCESSFUL");
    }

    @Test
    void runsTheMethodsOfAClassOneAfterAnother() {
        assertThat(onFourThreads().run(Fixtures.AloneMethods.class))
                .contains("one: SUCCESSFUL", "two: SUCCESSFUL", "three: SUCCESSFUL");
    }

    @Test
    void runsIntegrationTestsOneAfterAnother() {
        assertThat(onFourThreads().run(Fixtures.FirstIT.class, Fixtures.SecondIT.class))
                .filteredOn(line -> line.startsWith("one:"))
                .containsExactly("one: SUCCESSFUL", "one: SUCCESSFUL");
    }

    @Test
    void runsIntegrationTestsConcurrentlyWhereTheUserSaysSo() {
        List<String> lines = onFourThreads()
                .with(PARALLEL + "enabled", "true")
                .with(PARALLEL + "mode.classes.default", "concurrent")
                .run(Fixtures.FirstIT.class, Fixtures.SecondIT.class);

        assertThat(lines).anyMatch(line -> line.startsWith("one: FAILED") && line.contains("tests inside"));
    }

    @Test
    void runsClassesOneAfterAnotherWhereTheUserSaysSo() {
        assertThat(onFourThreads()
                        .with(PARALLEL + "enabled", "false")
                        .run(Fixtures.AloneMethods.class, Fixtures.FirstIT.class, Fixtures.SecondIT.class))
                .filteredOn(line -> line.startsWith("one:"))
                .containsExactly("one: SUCCESSFUL", "one: SUCCESSFUL", "one: SUCCESSFUL");
    }

    @Test
    void printsTheSeedThatRepeatsTheOrder() {
        List<String> first = new FreshJvm().run(Fixtures.Ordered.class);
        String seed = seedIn(first);

        List<String> again = new FreshJvm().with(Defaults.SEED, seed).run(Fixtures.Ordered.class);

        assertThat(order(again)).isEqualTo(order(first)).hasSize(6);
        assertThat(seedIn(again)).isEqualTo(seed);
    }

    @Test
    void changesTheOrderWithTheSeed() {
        List<String> one = new FreshJvm().with(Defaults.SEED, "1").run(Fixtures.Ordered.class);
        List<String> two = new FreshJvm().with(Defaults.SEED, "2").run(Fixtures.Ordered.class);

        assertThat(order(one)).isNotEqualTo(order(two)).containsExactlyInAnyOrderElementsOf(order(two));
    }

    @Test
    void choosesAnotherSeedForEachRun() {
        assertThat(seedIn(new FreshJvm().run(Fixtures.ClassA.class)))
                .isNotEqualTo(seedIn(new FreshJvm().run(Fixtures.ClassA.class)));
    }

    @Test
    void ordersClassesByTheSeedToo() {
        assertThat(classOrder("1"))
                .isEqualTo(classOrder("1"))
                .isNotEqualTo(classOrder("2"))
                .hasSize(3);
    }

    @Test
    void printsNoSeedWhereTheUserHasChosenTheOrder() {
        List<String> lines = new FreshJvm()
                .with(Defaults.METHOD_ORDER, "org.junit.jupiter.api.MethodOrderer$MethodName")
                .with(Defaults.CLASS_ORDER, "org.junit.jupiter.api.ClassOrderer$ClassName")
                .run(Fixtures.Ordered.class);

        assertThat(order(lines)).containsExactly("order a", "order b", "order c", "order d", "order e", "order f");
        assertThat(lines).noneMatch(line -> line.contains("[test-order]"));
    }

    @Test
    void letsAPropertiesFileOfTheUserWinAndFillsTheRest(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("junit-platform.properties"),
                Defaults.METHOD_ORDER + "=org.junit.jupiter.api.MethodOrderer$MethodName\n");

        List<String> lines = new FreshJvm().withFirst(folder).run(Fixtures.Ordered.class, Fixtures.NamesTest.class);

        assertThat(order(lines)).containsExactly("order a", "order b", "order c", "order d", "order e", "order f");
        assertThat(lines).contains("when the stream is empty: SUCCESSFUL").noneMatch(line -> line.contains("WARNING"));
    }

    @Test
    void letsAParameterOfTheRequestWin() {
        assertThat(order(new FreshJvm()
                        .withRequestParameter(Defaults.METHOD_ORDER, "org.junit.jupiter.api.MethodOrderer$MethodName")
                        .run(Fixtures.Ordered.class)))
                .containsExactly("order a", "order b", "order c", "order d", "order e", "order f");
    }

    @Test
    void givesNamesThatCanBeRead() {
        assertThat(new FreshJvm().run(Fixtures.NamesTest.class))
                .contains(
                        "NamesTest: SUCCESSFUL",
                        "refuses an HTTP header of version 2: SUCCESSFUL",
                        "keeps the v2 path and UTF8: SUCCESSFUL",
                        "a short one: SUCCESSFUL",
                        "when the stream is empty: SUCCESSFUL",
                        "reads nothing: SUCCESSFUL");
    }

    private static FreshJvm onFourThreads() {
        return new FreshJvm()
                .with(PARALLEL + "config.strategy", "fixed")
                .with(PARALLEL + "config.fixed.parallelism", "4");
    }

    private static List<String> classOrder(String seed) {
        return new FreshJvm()
                        .with(Defaults.SEED, seed)
                        .with(PARALLEL + "enabled", "false")
                        .run(Fixtures.ClassA.class, Fixtures.ClassB.class, Fixtures.ClassC.class)
                        .stream()
                        .filter(line -> line.startsWith("class "))
                        .toList();
    }

    private static List<String> order(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("order ")).toList();
    }

    private static String seedIn(List<String> lines) {
        List<String> seedLines =
                lines.stream().filter(line -> line.startsWith("[test-order]")).toList();
        assertThat(seedLines)
                .singleElement()
                .asString()
                .matches(".*To repeat it: -Djunit\\.jupiter\\.execution\\.order\\.random\\.seed=\\d+");
        return seedLines.get(0).replaceFirst(".*=", "");
    }
}
