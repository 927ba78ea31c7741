package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Reads and writes every example of the schemas. A new definition is covered as soon as its schema is on the class path. */
class ExamplesTest {

    private static final List<Definition> ALL = Definition.all();

    static Stream<Arguments> examples() {
        return ALL.stream()
                .flatMap(
                        definition -> definition.examples().stream().map(example -> Arguments.of(definition, example)));
    }

    @Test
    void existForEveryDefinition() {
        assertThat(ALL)
                .isNotEmpty()
                .allSatisfy(definition ->
                        assertThat(definition.examples()).as(definition.name()).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void areTheSameAfterReadingAndWriting(Definition definition, JsonNode example) {
        Holder holder = Holder.of(definition, ALL, name -> JavaType.of(name).isPresent())
                .orElseThrow();
        String json = holder.put().apply(example).toString();

        String written = JavaType.write(JavaType.read(holder.definition().name(), json));

        assertThat(written).matches(it -> Documents.same(it, json), "the same JSON as " + json);
    }
}
