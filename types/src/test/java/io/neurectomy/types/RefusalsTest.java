package io.neurectomy.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** Refused documents, with the place and the reason; a case is three lines of refusals.txt and an empty one. */
class RefusalsTest {

    static Stream<Arguments> refusals() throws IOException {
        List<Arguments> cases = Stream.of(Files.readString(Path.of("src/test/resources/refusals.txt"), UTF_8)
                        .split("\n\n"))
                .map(paragraph -> paragraph.strip().split("\n"))
                .map(lines -> Arguments.of(lines[0], lines[1], lines[2]))
                .toList();
        assertThat(cases).isNotEmpty();
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void sayWhereAndWhy(String type, String json, String message) {
        assertThatThrownBy(() -> JavaType.read(type, json))
                .isInstanceOf(JacksonException.class)
                .extracting(refusal -> ((JacksonException) refusal).getOriginalMessage())
                .isEqualTo(message);
    }
}
