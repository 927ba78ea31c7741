package io.neurectomy.codegen.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownBackendTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})json\\n.*?^\\1$");
    private static final Pattern CODE = Pattern.compile("(?<![`\\\\])(`+)(?!`)(.*?)(?<!`)\\1(?!`)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\[!-/:-@\\[-`{-~]");
    private static final Pattern LINK = Pattern.compile("\\[([A-Za-z0-9]+)]\\(#([a-z0-9]+)\\)");

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("markdown");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        golden.check(files(model(golden, "Root")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linksToSectionsOnly(GoldenFiles.Case golden) {
        Model model = model(golden, "Root");
        List<String> anchors = model.declarations().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        List<String> targets =
                LINK.matcher(prose(model)).results().map(link -> link.group(2)).toList();
        assertThat(anchors).doesNotHaveDuplicates().containsAll(targets);
    }

    /** What is left without code, links and escaped characters is ours, and has no other markup than we write. */
    @ParameterizedTest
    @MethodSource("cases")
    void makesNoMarkupOfTexts(GoldenFiles.Case golden) {
        Model model = model(golden, "Root");
        String rest = LINK.matcher(prose(model))
                .replaceAll("link")
                .replace("<br>", "")
                .replaceAll("[*]{2}Deprecated[.][*]{2} ?", "");

        assertThat(rest).doesNotContainPattern("[<>`*_\\[\\]~$]").doesNotContain("\u202e", "\u0000", "\u2028");
        assertThat(rest.lines().filter(line -> line.startsWith("#")))
                .hasSize(1 + model.declarations().size());
        assertThat(rest.lines().filter(line -> line.startsWith("|")))
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
        assertThat(rest.lines())
                .noneMatch(line -> line.matches("[-+=>].*|[0-9]+[.)].*|\\s+\\S.*") && !line.startsWith("- "));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheFileByTheRoot(GoldenFiles.Case golden) {
        assertThat(files(model(golden, "OrderLine"))).containsOnlyKeys("order_line.md");
    }

    /** Takes away the code, and each escaped character. */
    private static String prose(Model model) {
        String text = files(model).get("root.md");
        String withoutBlocks = FENCED.matcher(text).replaceAll("");
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (MatchResult code : CODE.matcher(withoutBlocks).results().toList()) {
            out.append(withoutBlocks, from, code.start()).append("code");
            from = code.end();
        }
        return ESCAPED.matcher(out.append(withoutBlocks.substring(from))).replaceAll("c");
    }

    private static SortedMap<String, String> files(Model model) {
        return new MarkdownBackend().emit(model, new Backend.Options("gen", 3)).files();
    }

    private static Model model(GoldenFiles.Case golden, String root) {
        SchemaReader.Resolved read = SchemaReader.read(golden.schema());
        assertThat(read.findings()).isEmpty();
        return ModelBuilder.build(read.graph(), root);
    }
}
