package io.neurectomy.codegen.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "required-added     | {\"type\":\"object\"} | {\"type\":\"object\",\"required\":[\"a\"]}",
                "enum-value-removed | {\"enum\":[1,2]} | {\"enum\":[2]}",
                "bound-tightened    | {\"type\":\"integer\",\"minimum\":1} | {\"type\":\"integer\",\"minimum\":2}",
                "bound-tightened    | {\"type\":\"string\"} | {\"type\":\"string\",\"maxLength\":3}",
                "type-narrowed      | {\"type\":[\"string\",\"null\"]} | {\"type\":\"string\"}",
                "object-closed      | {\"type\":\"object\"} | {\"type\":\"object\",\"additionalProperties\":false}",
                "pattern-changed    | {\"type\":\"string\",\"pattern\":\"^a\"} | {\"type\":\"string\",\"pattern\":\"^ab\"}",
                "items-unique       | {\"type\":\"array\"} | {\"type\":\"array\",\"uniqueItems\":true}",
            })
    void provesABreakByADocument(String rule, String old, String now) {
        List<Incompatibility> found = Compatibility.compare(graph(old), graph(now), Mode.BACKWARD);
        assertThat(found).extracting(Incompatibility::rule).containsOnly(rule);
        assertThat(found).allMatch(Incompatibility::isProved);
        // Of patterns nothing is proved, but what was widened is never called a break.
        assertThat(Compatibility.compare(graph(now), graph(old), Mode.BACKWARD)).noneMatch(Incompatibility::isProved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":[\"string\",\"null\"]} | {\"anyOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}",
                "{\"minimum\":1,\"type\":\"integer\"} | {\"type\":\"integer\",\"exclusiveMinimum\":0}",
                "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}} | {\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/a\"},\"$defs\":{\"a\":{\"$ref\":\"#\"}}}",
                "{\"const\":1} | {\"allOf\":[{\"enum\":[1,2]},{\"maximum\":1}]}",
            })
    void callsWhatMeansTheSameNoChange(String old, String now) {
        assertThat(Compatibility.compare(graph(old), graph(now), Mode.FULL)).isEmpty();
    }

    static Stream<Arguments> narrowed() throws IOException {
        return pairs("narrowed.txt", " -> ");
    }

    /** Each line of the file holds a schema, and one that allows less. */
    @ParameterizedTest
    @MethodSource("narrowed")
    void showsADocumentThatOnlyTheWiderSchemaAllows(String wide, String narrow) {
        List<Incompatibility> found = Compatibility.compare(graph(wide), graph(narrow), Mode.BACKWARD);
        assertThat(found).anyMatch(Incompatibility::isProved);
        for (Incompatibility one : found) {
            one.document().ifPresent(document -> {
                assertThat(isValid(graph(wide), document)).as(document.text()).isTrue();
                assertThat(isValid(graph(narrow), document)).as(document.text()).isFalse();
            });
        }
        assertThat(Compatibility.compare(graph(narrow), graph(wide), Mode.BACKWARD))
                .noneMatch(Incompatibility::isProved);
        assertThat(Compatibility.compare(graph(narrow), graph(wide), Mode.FORWARD))
                .anyMatch(Incompatibility::isProved);
    }

    static Stream<Arguments> same() throws IOException {
        return pairs("same.txt", " = ");
    }

    @ParameterizedTest
    @MethodSource("same")
    void provesThatTwoSpellingsAllowTheSame(String one, String other) {
        assertThat(Compatibility.compare(graph(one), graph(other), Mode.FULL)).isEmpty();
    }

    private static Stream<Arguments> pairs(String file, String separator) throws IOException {
        Path path = Path.of("src/test/resources/io/neurectomy/codegen/compatibility", file);
        return Files.readAllLines(path).stream()
                .map(line -> Arguments.of((Object[]) line.split(Pattern.quote(separator), 2)));
    }

    @Test
    void namesWhoIsConcerned() {
        List<Incompatibility> found =
                Compatibility.compare(graph("{\"enum\":[\"a\"]}"), graph("{\"enum\":[\"a\",\"b\"]}"), Mode.FULL);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).toString())
                .contains("[enum-value-added]")
                .contains("breaks readers by the old schema")
                .contains("such as \"b\"");
    }

    private static boolean isValid(SchemaGraph graph, Json document) {
        return new Evaluator(graph).isValid(graph.root(), document);
    }

    private static SchemaGraph graph(String json) {
        SchemaReader.Resolved read =
                SchemaReader.below(List.of()).with("test:schema", json).readText("test:schema");
        assertThat(read.isUsable()).isTrue();
        return read.graph();
    }
}
