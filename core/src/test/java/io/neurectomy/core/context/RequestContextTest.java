package io.neurectomy.core.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.error.InvalidInputException;
import io.neurectomy.core.id.CausationId;
import io.neurectomy.core.id.CorrelationId;
import io.neurectomy.core.id.EventId;
import io.neurectomy.test.log.LogCapture;
import io.neurectomy.test.log.LogEvent;
import io.neurectomy.types.EventMetadata;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class RequestContextTest {

    private static final Logger log = LoggerFactory.getLogger(RequestContextTest.class);
    private static final CorrelationId CORRELATION = CorrelationId.parse("019c13ec-9e00-7126-a5d4-91e7c3b20f68");
    private static final CausationId CAUSE = CausationId.parse("019c13ec-9e00-7127-8e6f-7a4b5c2d1e90");
    private static final RequestContext CONTEXT = new RequestContext(CORRELATION, CAUSE, "ada");

    @Test
    void reachesLogLinesAndLeavesThemAgain(LogCapture capture) {
        log.info("before");
        CONTEXT.run(() -> {
            log.info("outer");
            RequestContext.start().run(() -> log.info("inner"));
            log.info("outer again");
        });
        log.info("after");

        Map<String, String> outer =
                Map.of("correlationId", CORRELATION.toString(), "causationId", CAUSE.toString(), "userId", "ada");
        assertThat(capture.events())
                .extracting(LogEvent::message)
                .containsExactly("before", "outer", "inner", "outer again", "after");
        assertThat(capture.events().get(0).mdc()).isEmpty();
        assertThat(capture.events().get(1).mdc()).isEqualTo(outer);
        assertThat(capture.events().get(2).mdc()).containsOnlyKeys("correlationId");
        assertThat(capture.events().get(3).mdc()).isEqualTo(outer);
        assertThat(capture.events().get(4).mdc()).isEmpty();
    }

    @Test
    void putsBackWhatStoodInTheMdc() {
        MDC.put("correlationId", "from elsewhere");
        MDC.put("other", "untouched");
        try {
            CONTEXT.run(() -> assertThat(MDC.get("correlationId")).isEqualTo(CORRELATION.toString()));

            assertThat(MDC.get("correlationId")).isEqualTo("from elsewhere");
            assertThat(MDC.get("other")).isEqualTo("untouched");
        } finally {
            MDC.clear();
        }
    }

    @Test
    void isCurrentOnlyWhileItIsOpen() throws Exception {
        assertThat(RequestContext.current()).isEmpty();
        assertThat(CONTEXT.call(RequestContext::current)).contains(CONTEXT);
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void endsWhenItsTaskFails() {
        assertThatThrownBy(() -> CONTEXT.run(() -> {
                    throw new IllegalStateException("task");
                }))
                .hasMessage("task");
        assertThat(RequestContext.current()).isEmpty();
        assertThat(MDC.get("userId")).isNull();
    }

    @Test
    void refusesToCloseWhatIsNotInnermost() {
        Scope outer = CONTEXT.open();
        Scope inner = RequestContext.start().open();

        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("[context-scope] ")
                .hasMessageEndingWith(
                        "is not the innermost scope of this thread. Close scopes in the thread that opened"
                                + " them, the last one first, as try (…) does.");
        inner.close();
        inner.close();
        outer.close();
        assertThat(RequestContext.current()).isEmpty();
    }

    @Test
    void reachesCallsAndComesBack() {
        RequestContext odd = new RequestContext(CORRELATION, CAUSE, "Ada Müller+1%");

        assertThat(odd.toHeaders())
                .containsExactly(
                        Map.entry("Correlation-Id", CORRELATION.toString()),
                        Map.entry("Causation-Id", CAUSE.toString()),
                        Map.entry("User-Id", "Ada%20M%C3%BCller%2B1%25"));
        assertThat(RequestContext.fromHeaders(odd.toHeaders()::get)).isEqualTo(odd);
    }

    @Test
    void startsWhereTheSenderHasNoContext() {
        RequestContext context = RequestContext.fromHeaders(name -> null);

        assertThat(context.causationId()).isNull();
        assertThat(context.userId()).isNull();
        assertThat(context.toHeaders()).containsOnlyKeys("Correlation-Id");
        assertThat(RequestContext.fromHeaders(name -> null)).isNotEqualTo(context);
    }

    @Test
    void namesEveryHeaderThatCannotBeRead() {
        Map<String, String> headers =
                Map.of("Correlation-Id", "1", "Causation-Id", CAUSE.toString() + "\n", "User-Id", "%zz");

        assertThatThrownBy(() -> RequestContext.fromHeaders(headers::get))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "[invalid-context-header] header Correlation-Id: [uuid-text] \"1\": has 1 characters")
                .hasMessageContaining("\nheader Causation-Id: [uuid-text] ")
                .hasMessageEndingWith("\nheader User-Id: \"%zz\": is not percent-encoded. Encode UTF-8 by RFC 3986.");
    }

    @Test
    void refusesAUserIdThatWouldForgeALogLineFromAHeader() {
        assertThatThrownBy(() -> RequestContext.fromHeaders(Map.of("User-Id", "ada%0AERROR")::get))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("[invalid-context-header] header User-Id: \"ada\\u000aERROR\": is no user id. Pass 1 to 256"
                        + " characters without control characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\tb", "a\u2028b", "a\u202eb", "a\ud800"})
    void refusesAUserIdThatIsNone(String userId) {
        assertThatThrownBy(() -> RequestContext.start(userId))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("[invalid-user-id] ");
    }

    @Test
    void takesUserIdsUpToTheirLength() {
        assertThat(RequestContext.start("u".repeat(256)).userId()).hasSize(256);
        assertThatThrownBy(() -> RequestContext.start("u".repeat(257))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void reachesEventsAndGoesOnFromThem() {
        EventMetadata metadata = CONTEXT.toEventMetadata();
        EventId event = EventId.generate();

        assertThat(metadata).isEqualTo(new EventMetadata(CORRELATION.toString(), CAUSE.toString(), "ada", Map.of()));
        RequestContext next = RequestContext.causedBy(event, metadata);
        assertThat(next).isEqualTo(new RequestContext(CORRELATION, new CausationId(event.value()), "ada"));
        assertThat(CONTEXT.causedBy(event)).isEqualTo(next);
    }
}
