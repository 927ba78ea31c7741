package io.neurectomy.standard.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.FakeMaven;
import io.neurectomy.standard.Finding;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.baseline.Baseline;
import io.neurectomy.standard.edit.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder of {@code src/test/resources/io/neurectomy/standard/fix} is a case: a repository {@code before}, the POMs that a
 * local repository would hold in {@code parents}, what has to be there {@code after}, and the lines that are printed.
 */
class FixTest {
    private static final Path CASES = Path.of("src/test/resources/io/neurectomy/standard/fix");
    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
            </project>
            """;

    @TempDir
    Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> entries = Files.list(CASES)) {
            return entries.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void repairsWhatNeedsNoThought(Path theCase) throws Exception {
        copy(theCase.resolve("before"), folder);
        EffectiveModels maven = new FakeMaven(theCase.resolve("parents"));
        String printed = fix(maven);
        if (Boolean.getBoolean("golden.update")) {
            delete(theCase.resolve("after"));
            copy(folder, theCase.resolve("after"));
            Files.writeString(theCase.resolve("expected.txt"), printed);
        }
        assertThat(Boolean.getBoolean("golden.update"))
                .as("updated; read the difference")
                .isFalse();
        assertThat(printed).isEqualTo(Files.readString(theCase.resolve("expected.txt")));
        assertThat(files(folder)).isEqualTo(files(theCase.resolve("after")));

        assertThat(new Fix(folder, maven, Rules.all()).plan())
                .as("the second time")
                .isEmpty();
    }

    @Test
    void plansWithoutWriting() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), POM);
        Map<String, String> before = files(folder);

        List<Step> plan = new Fix(folder, EffectiveModels.none(), Rules.all()).plan();

        assertThat(plan)
                .extracting(step -> step.rule().id())
                .containsExactly("editor-config", "line-endings", "module-readme", "output-timestamp");
        assertThat(plan.get(3).changes().changes())
                .singleElement()
                .extracting(FileChange::textAfter)
                .asString()
                .contains("<project.build.outputTimestamp>");
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void takesBackWhatWouldFailAnAuditThatPassed() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), POM);
        List<Finding> findings = Audit.of(Repository.read(folder, EffectiveModels.none()), Rules.all())
                .findings();
        Files.createDirectories(folder.resolve(".neurectomy"));
        Files.writeString(
                folder.resolve(Baseline.FILE),
                Baseline.read(folder).adding(Baseline.AUDIT, findings, folder).text());

        String printed = fix(EffectiveModels.none());

        assertThat(printed)
                .contains(
                        "[module-readme] README.md: written\n[module-readme] taken back: the audit passed before and would not after");
        assertThat(folder.resolve("README.md")).doesNotExist();
        assertThat(folder.resolve(".editorconfig")).exists();
    }

    @Test
    void leavesInTheBaselineWhatIsStillThere() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), POM);
        List<Finding> findings = Audit.of(Repository.read(folder, EffectiveModels.none()), Rules.all())
                .findings();
        List<Finding> twice = new ArrayList<>(findings);
        twice.addAll(findings);
        Files.createDirectories(folder.resolve(".neurectomy"));
        Files.writeString(
                folder.resolve(Baseline.FILE),
                Baseline.read(folder).adding(Baseline.AUDIT, twice, folder).text());

        new Fix(folder, EffectiveModels.none(), List.of(Rules.byId("baseline").orElseThrow())).run(step -> {});

        assertThat(Baseline.read(folder).entries())
                .hasSameSizeAs(findings)
                .allSatisfy(entry -> assertThat(entry.count()).isEqualTo(1));
    }

    @Test
    void keepsEveryOtherByteOfTheBaseline() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), POM);
        Files.createDirectories(folder.resolve(".neurectomy"));
        String kept = "# gr\u00fcn, by hand, in Latin-1\r\n";
        String gone = "checkstyle magic-number Gone.java 1 0123456789abcdef";
        Files.writeString(
                folder.resolve(Baseline.FILE), kept + gone + "\r\n# " + gone + "\n", StandardCharsets.ISO_8859_1);

        new Fix(folder, EffectiveModels.none(), List.of(Rules.byId("baseline").orElseThrow())).run(step -> {});

        assertThat(Files.readString(folder.resolve(Baseline.FILE), StandardCharsets.ISO_8859_1))
                .isEqualTo(kept + "# " + gone + "\n");
    }

    @Test
    void leavesALinkedPomToWhoeverLinkedIt() throws Exception {
        Files.writeString(folder.resolve("real.xml"), POM);
        Files.createSymbolicLink(folder.resolve("pom.xml"), Path.of("real.xml"));
        Fix fix = new Fix(
                folder,
                EffectiveModels.none(),
                List.of(Rules.byId("output-timestamp").orElseThrow()));

        assertThatThrownBy(() -> fix.run(step -> {})).hasMessageContaining("pom.xml is a link");
        assertThat(folder.resolve("real.xml")).hasContent(POM);
        assertThat(folder.resolve("pom.xml")).isSymbolicLink();
    }

    @Test
    void leavesNothingBehindWhereItMayNotWrite() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), POM);
        // What another run is about to move into place.
        Files.writeString(folder.resolve("..editorconfig.new"), "");
        Map<String, String> before = files(folder);

        assertThatThrownBy(() -> fix(EffectiveModels.none())).isInstanceOf(IOException.class);
        assertThat(files(folder)).isEqualTo(before);
    }

    private String fix(EffectiveModels maven) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Finding> left = new Fix(folder, maven, Rules.all())
                .run(step -> lines.addAll(step.lines()))
                .findings();
        lines.add(
                "left: " + left.stream().map(Finding::rule).sorted().distinct().toList());
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                // Byte for byte, whatever the encoding.
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
