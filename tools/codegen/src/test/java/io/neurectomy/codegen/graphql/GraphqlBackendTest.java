package io.neurectomy.codegen.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaReader;
import io.neurectomy.codegen.sdl.SdlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphqlBackendTest {

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("graphql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        Output output = output(golden, "Root");
        SortedMap<String, String> actual = new TreeMap<>(output.files());
        actual.put(
                "findings.txt",
                output.findings().stream()
                        .map(finding -> finding.toString().replace(golden.folder() + "/", "") + "\n")
                        .collect(Collectors.joining()));
        golden.check(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatItsReaderReads(GoldenFiles.Case golden) throws IOException {
        String sdl = output(golden, "Root").files().get("root.graphql");
        SchemaReader.Resolved again = SdlReader.read("root.graphql", sdl);
        assertThat(again.findings()).allMatch(finding -> finding.rule().equals("sdl-scalar"));
        assertThat(again.isUsable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatItReadAgainAfterTheFirstTime(GoldenFiles.Case golden) throws IOException {
        // Reading loses what SDL can't say; from then on nothing more is lost.
        String once = again(output(golden, "Root").files().get("root.graphql"));
        assertThat(again(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheFileByTheRoot(GoldenFiles.Case golden) throws IOException {
        assertThat(output(golden, "OrderLine").files()).containsOnlyKeys("order_line.graphql");
    }

    private static String again(String sdl) {
        // Inputs are written for every type; what was written for an input the last time is left out.
        String types =
                sdl.replaceAll("(?m)^(\"\"\"\\n(?s:.*?)\\n\"\"\"\\n|\".*\"\\n)?input [^{]*\\{(?s:.*?)\\n}\\n", "");
        SchemaReader.Resolved read = SdlReader.read("root.graphql", types);
        assertThat(read.isUsable()).as(String.valueOf(read.findings())).isTrue();
        String root = read.graph().schema(read.graph().root()).key();
        return new GraphqlBackend()
                .emit(ModelBuilder.build(read.graph(), root, read.graph().definitions()), new Backend.Options("gen", 3))
                .files()
                .values()
                .iterator()
                .next();
    }

    private static Output output(GoldenFiles.Case golden, String root) throws IOException {
        assertThat(Files.exists(golden.schema())).isTrue();
        SchemaReader.Resolved read = SchemaReader.read(golden.schema());
        assertThat(read.findings()).isEmpty();
        return new GraphqlBackend().emit(ModelBuilder.build(read.graph(), root), new Backend.Options("gen", 3));
    }
}
