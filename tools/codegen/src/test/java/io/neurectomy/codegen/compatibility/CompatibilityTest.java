package io.neurectomy.codegen.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static SchemaGraph graph(String json) {
        SchemaReader.Resolved read =
                SchemaReader.below(List.of()).with("test:schema", json).readText("test:schema");
        assertThat(read.isUsable()).isTrue();
        return read.graph();
    }
}
