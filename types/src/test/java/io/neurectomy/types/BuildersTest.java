package io.neurectomy.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds the builders of all records to what a builder is for. */
class BuildersTest {

    static Stream<Arguments> examples() {
        return Definition.all().stream()
                .filter(definition -> JavaType.of(definition.name())
                        .filter(BuildersTest::hasBuilder)
                        .isPresent())
                .flatMap(
                        definition -> definition.examples().stream().map(example -> Arguments.of(definition, example)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void makeTheValueWhoseMembersTheyWereGiven(Definition definition, JsonNode example)
            throws ReflectiveOperationException {
        Object value = JavaType.read(definition.name(), example.toString());
        Object builder = value.getClass().getMethod("builder").invoke(null);

        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object member = component.getAccessor().invoke(value);
            Method setter = builder.getClass().getMethod(component.getName(), component.getType());
            if (member != null) {
                assertThat(setter.invoke(builder, member)).isSameAs(builder);
            }
        }

        assertThat(build(builder)).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void beginWithTheValueThatTheyComeFrom(Definition definition, JsonNode example)
            throws ReflectiveOperationException {
        Object value = JavaType.read(definition.name(), example.toString());

        assertThat(build(value.getClass().getMethod("toBuilder").invoke(value))).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void refuseToBuildWithoutWhatIsRequired(Definition definition, JsonNode example)
            throws ReflectiveOperationException {
        List<String> required = definition
                .schema()
                .path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        Object builder = JavaType.of(definition.name())
                .orElseThrow()
                .getMethod("builder")
                .invoke(null);

        if (required.isEmpty()) {
            assertThat(JavaType.write(build(builder))).isEqualTo("{}");
        } else {
            assertThatThrownBy(() -> build(builder))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(NullPointerException.class)
                    .cause()
                    .message()
                    .isIn(required);
        }
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static boolean hasBuilder(Class<?> type) {
        return Stream.of(type.getMethods()).anyMatch(method -> method.getName().equals("toBuilder"));
    }
}
