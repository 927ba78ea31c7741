package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.test.schema.SchemaDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** Java's part of what {@link LanguagesIT} proves, for a machine that has no other language. The seed is fixed. */
class RandomDocumentsTest {

    private static final int DOCUMENTS = 40;

    static Stream<Definition> definitions() {
        return Definition.all().stream()
                .filter(definition -> JavaType.of(definition.name()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void areTheSameAfterReadingAndWritingIfTheyAreValid(Definition definition) {
        documents(definition)
                .valid()
                .limit(DOCUMENTS)
                .forEach(json -> assertThat(JavaType.write(JavaType.read(definition.name(), json)))
                        .matches(written -> Documents.same(written, json), "the same JSON as " + json));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void areRefusedIfTheyAreInvalid(Definition definition) {
        documents(definition)
                .invalid()
                .limit(DOCUMENTS)
                .forEach(document -> assertThatThrownBy(() -> JavaType.read(definition.name(), document.json()))
                        .as("%s", document)
                        .isInstanceOf(JacksonException.class));
    }

    private static SchemaDocuments documents(Definition definition) {
        return SchemaDocuments.of(definition.file())
                .at("/$defs/" + definition.name())
                .seed(1);
    }
}
