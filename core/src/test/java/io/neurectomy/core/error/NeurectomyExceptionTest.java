package io.neurectomy.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.types.ApiError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class NeurectomyExceptionTest {

    private static final ErrorCode CODE = new ErrorCode("VERSION_CONFLICT");
    private static final String DETAIL = "agent 7: is at version 5, not 3. Read it again.";
    private static final ErrorContext CONTEXT =
            ErrorContext.empty().with("expected", 3).with("actual", 5).with("ids", List.of("a", "b"));

    static Stream<NeurectomyException> categories() {
        return Stream.of(
                new InvalidInputException(CODE, DETAIL, CONTEXT, null),
                new UnauthenticatedException(CODE, DETAIL, CONTEXT, null),
                new ForbiddenException(CODE, DETAIL, CONTEXT, null),
                new NotFoundException(CODE, DETAIL, CONTEXT, null),
                new ConflictException(CODE, DETAIL, CONTEXT, null),
                new RateLimitedException(CODE, DETAIL, CONTEXT, null),
                new UnsupportedException(CODE, DETAIL, CONTEXT, null),
                new UnavailableException(CODE, DETAIL, CONTEXT, null),
                new TimedOutException(CODE, DETAIL, CONTEXT, null),
                new InternalException(CODE, DETAIL, CONTEXT, null));
    }

    @Test
    void hasNoCategoryThatTheseTestsDoNotKnow() {
        assertThat(NeurectomyException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(
                        categories().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("categories")
    void beginsItsMessageWithTheRuleId(NeurectomyException error) {
        assertThat(error).hasMessage("[version-conflict] " + DETAIL);
        assertThat(error.detail()).isEqualTo(DETAIL);
    }

    @ParameterizedTest
    @MethodSource("categories")
    void isTheSameAfterBeingAnApiError(NeurectomyException error) {
        ApiError sent = error.toApiError();
        JsonMapper json = JsonMapper.builder().build();
        ApiError received = json.readValue(json.writeValueAsString(sent), ApiError.class);

        assertSame(NeurectomyException.from(received), error);
    }

    @ParameterizedTest
    @MethodSource("categories")
    void isTheSameAfterBeingAProblemDocument(NeurectomyException error) {
        ProblemDocument received =
                ProblemDocument.parse(error.toProblem().toJson(), 200).orElseThrow();

        assertSame(NeurectomyException.from(received), error);
        assertThat(received.title()).isEqualTo(error.title());
        assertThat(received.type()).isEqualTo("https://neurectomy.io/problems/version-conflict");
    }

    @ParameterizedTest
    @MethodSource("categories")
    void isTheSameAfterSerialization(NeurectomyException error) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertSame((NeurectomyException) in.readObject(), error);
        }
    }

    private static void assertSame(NeurectomyException actual, NeurectomyException expected) {
        assertThat(actual).isExactlyInstanceOf(expected.getClass()).hasMessage(expected.getMessage());
        assertThat(actual.code()).isEqualTo(expected.code());
        assertThat(actual.context()).isEqualTo(expected.context());
        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.retryability()).isEqualTo(expected.retryability());
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidInputException, NEVER",
        "401, UnauthenticatedException, NEVER",
        "403, ForbiddenException, NEVER",
        "404, NotFoundException, NEVER",
        "408, TimedOutException, IF_IDEMPOTENT",
        "409, ConflictException, NEVER",
        "410, NotFoundException, NEVER",
        "412, ConflictException, NEVER",
        "418, InvalidInputException, NEVER",
        "429, RateLimitedException, SAFE",
        "500, InternalException, NEVER",
        "501, UnsupportedException, NEVER",
        "502, UnavailableException, SAFE",
        "503, UnavailableException, SAFE",
        "504, TimedOutException, IF_IDEMPOTENT",
        "200, InternalException, NEVER",
        "999, InternalException, NEVER",
    })
    void takesTheCategoryFromTheStatus(int status, String category, Retryability retryability) {
        NeurectomyException error = NeurectomyException.from(
                new ApiError("X", "m", Map.of("httpStatus", JsonNodeFactory.instance.numberNode(status))));

        assertThat(error.getClass().getSimpleName()).isEqualTo(category);
        assertThat(error.retryability()).isEqualTo(retryability);
        assertThat(error.context().isEmpty()).isTrue();
    }

    @Test
    void promisesNothingForAnApiErrorWithoutCategory() {
        assertThat(NeurectomyException.from(new ApiError("MODEL_TIMEOUT", "The model did not answer.", null)))
                .isInstanceOf(InternalException.class)
                .hasMessage("[model-timeout] The model did not answer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modelTimeout", "a b", "FORGED]\nINFO"})
    void keepsACodeOfAnotherFormInTheContext(String code) {
        NeurectomyException error = NeurectomyException.from(new ApiError(code, "m", null));

        assertThat(error).hasMessage("[foreign-error] m");
        assertThat(error.context().get("foreignCode").map(JsonNode::stringValue))
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version_conflict", "VERSION__CONFLICT", "_V", "V_", "1V", "V-C"})
    void refusesACodeOfAnotherForm(String code) {
        assertThatThrownBy(() -> new ErrorCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[error-code] \"" + code + "\": is no code.");
    }

    @Test
    void hidesTheMessageOfAThrowableThatMayHoldSecrets() {
        ApiError error = NeurectomyException.toApiError(new IllegalStateException("password=hunter2"));

        assertThat(error.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(error.toString()).doesNotContain("hunter2");
    }

    @Test
    void keepsAThrowableOfOursAndTheCauseOfOthers() {
        NeurectomyException ours = new ConflictException(CODE, DETAIL, CONTEXT, null);
        Throwable other = new IllegalStateException();

        assertThat(NeurectomyException.of(ours)).isSameAs(ours);
        assertThat(NeurectomyException.of(other)).hasCause(other);
    }

    @Test
    void doesNotChangeWithWhatWasPutIn() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(1);
        ErrorContext context = ErrorContext.empty().with("list", array);
        array.add(2);
        ((ArrayNode) context.get("list").orElseThrow()).add(3);
        ((ArrayNode) context.values().get("list")).add(4);

        assertThat(context)
                .hasToString("{list=[1]}")
                .hasSameHashCodeAs(context.with("list", context.values().get("list")));
    }

    @Test
    void refusesAValueThatWouldBeTakenForTheCategory() {
        assertThatThrownBy(() -> CONTEXT.with("httpStatus", 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[error-context] \"httpStatus\": is the category's name on the wire. Use another name for the"
                                + " value.");
    }
}
