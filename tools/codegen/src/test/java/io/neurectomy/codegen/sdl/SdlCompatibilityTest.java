package io.neurectomy.codegen.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SdlCompatibilityTest {

    private static final Path CASES =
            Path.of("src", "test", "resources", "io", "neurectomy", "codegen", "sdl-compatibility");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    static Stream<GoldenFiles.Case> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().map(GoldenFiles.Case::new).toList().stream();
        }
    }

    /** Each folder holds a pair of versions and what is found between them on the first of June. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        SdlCompatibility.Comparison found = compare(golden.folder(), "old.graphql", "new.graphql");
        String lines = Stream.concat(
                        found.findings().stream().map(finding -> "ERROR " + finding),
                        found.changes().stream().map(change -> change.severity() + " " + change))
                .map(line -> line.replace(golden.folder() + "/", "") + "\n")
                .collect(Collectors.joining());
        TreeMap<String, String> actual = new TreeMap<>();
        actual.put("findings.txt", lines);
        golden.check(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsNothingBetweenAVersionAndItself(GoldenFiles.Case golden) {
        SdlCompatibility.Comparison found = compare(golden.folder(), "old.graphql", "old.graphql");
        assertThat(found.failures()).isZero();
        assertThat(found.changes()).isEmpty();
    }

    @Test
    void countsFindingsAndBreaksAndNothingElse() {
        assertThat(compare(CASES.resolve("retirement"), "old.graphql", "new.graphql")
                        .failures())
                .isEqualTo(3);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(compare(CASES, "none.graphql", "none.graphql").findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("unreadable-schema"));
    }

    private static SdlCompatibility.Comparison compare(Path folder, String old, String now) {
        return SdlCompatibility.compare(folder.resolve(old), folder.resolve(now), TODAY);
    }
}
