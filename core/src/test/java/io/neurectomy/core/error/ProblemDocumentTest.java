package io.neurectomy.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemDocumentTest {

    private static final NeurectomyException ERROR = new ConflictException(
            new ErrorCode("VERSION_CONFLICT"),
            "agent 7: is at version 5, not 3. Read it again.",
            ErrorContext.empty().with("expected", 3).with("actual", 5),
            null);

    @Test
    void writesTheMembersOfTheRfcFirst() {
        assertThat(ERROR.toProblem()
                        .withInstance("urn:uuid:019c13ec-9e00-7123-9004-8d159e26af37")
                        .toJson())
                .isEqualTo("{\"type\":\"https://neurectomy.io/problems/version-conflict\",\"title\":\"Conflict\","
                        + "\"status\":409,\"detail\":\"agent 7: is at version 5, not 3. Read it again.\","
                        + "\"instance\":\"urn:uuid:019c13ec-9e00-7123-9004-8d159e26af37\","
                        + "\"code\":\"VERSION_CONFLICT\",\"context\":{\"expected\":3,\"actual\":5}}");
    }

    @Test
    void takesMembersOfTheWrongTypeForAbsent() {
        ProblemDocument problem = ProblemDocument.parse(
                        "{\"type\":1,\"title\":[],\"status\":\"409\",\"detail\":null,\"instance\":{},\"code\":7,"
                                + "\"context\":[]}",
                        404)
                .orElseThrow();

        assertThat(problem.type()).isEqualTo("about:blank");
        assertThat(problem.title()).isEmpty();
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.detail()).isEmpty();
        assertThat(problem.instance()).isNull();
        assertThat(problem.code()).isEmpty();
        assertThat(NeurectomyException.from(problem)).isInstanceOf(NotFoundException.class);
        assertThat(problem.toJson()).isEqualTo("{\"type\":\"about:blank\",\"status\":404,\"code\":7,\"context\":[]}");
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        String json = "{\"type\":\"about:blank\",\"status\":403,\"balance\":30,\"accounts\":[\"/a\"]}";

        assertThat(ProblemDocument.parse(json, 200).orElseThrow().toJson()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "<html>", "{", "{\"status\":409} x"})
    void isNothingInABodyThatIsNoObject(String body) {
        assertThat(ProblemDocument.parse(body, 502)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 600, -1})
    void refusesAStatusThatHttpDoesNotHave(int status) {
        assertThatThrownBy(() -> new ProblemDocument("about:blank", "", status, "", null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[problem-status] " + status + ": is no status of HTTP. Pass one from 100 to 599.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "600", "409.5", "1e99", "99999999999999999999"})
    void takesAStatusThatHttpDoesNotHaveForAbsent(String status) {
        assertThat(ProblemDocument.parse("{\"status\":" + status + "}", 503)
                        .orElseThrow()
                        .status())
                .isEqualTo(503);
    }
}
