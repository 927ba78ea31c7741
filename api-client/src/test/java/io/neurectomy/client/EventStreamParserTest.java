package io.neurectomy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventStreamParserTest {
    static Stream<Arguments> streams() {
        return Stream.of(
                // The examples of the specification.
                Arguments.of("data: YHOO\ndata: +2\ndata: 10\n\n", "message|YHOO\n+2\n10|"),
                Arguments.of(
                        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
                        "message|first event|1;message|second event|"),
                Arguments.of("data\n\ndata\ndata\n\ndata:", "message||;message|\n|"),
                Arguments.of("data:test\n\ndata: test\n\n", "message|test|;message|test|"),
                Arguments.of("event: next\r\ndata: {}\r\nid: 7\r\n\r\n", "next|{}|7"),
                Arguments.of("event: next\rdata: {}\r\r", "next|{}|"),
                Arguments.of("\uFEFFdata: a\n\n", "message|a|"),
                Arguments.of("data: a\uFEFF\n\n", "message|a\uFEFF|"),
                Arguments.of("event: complete\n\n", "complete||"),
                Arguments.of("id: 5\n\ndata: a\n\n", "message|a|5"),
                Arguments.of("id: 5\ndata: a\n\nid: 6\u0000\ndata: b\n\n", "message|a|5;message|b|5"),
                Arguments.of("other: x\n:\n::\ndata: grün \uD83D\uDE80\n\n", "message|grün \uD83D\uDE80|"),
                Arguments.of("\n\n\n", ""));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void readsWhatTheSpecificationSaysHoweverItIsCut(String stream, String expected) throws Exception {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        assertThat(events(bytes, bytes.length)).isEqualTo(expected);
        assertThat(events(bytes, 1)).isEqualTo(expected);
        assertThat(events(bytes, 3)).isEqualTo(expected);
    }

    @Test
    void keepsTheLastPauseThatTheServerWants() throws Exception {
        EventStreamParser parser = new EventStreamParser(100);
        parser.feed(utf8("retry: 10\nretry: soon\nretry: 99999999999\n"));
        assertThat(parser.retry()).contains(Duration.ofMillis(10));
    }

    @Test
    void refusesAnEventOverTheLimitAndCountsEachByItself() throws Exception {
        EventStreamParser parser = new EventStreamParser(10);
        assertThat(parser.feed(utf8("data: 1234\n\ndata: 1234\n\n"))).hasSize(2);
        assertThatThrownBy(() -> parser.feed(utf8("data: 1\ndata"))).isInstanceOf(ResponseTooLargeException.class);
    }

    private static String events(byte[] bytes, int step) throws Exception {
        EventStreamParser parser = new EventStreamParser(1000);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += step) {
            ByteBuffer piece = ByteBuffer.wrap(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + step)));
            for (EventStreamParser.Event event : parser.feed(piece)) {
                events.add(event.type() + "|" + event.data() + "|" + (step == 1 ? parser.lastId() : id(bytes, event)));
            }
        }
        return String.join(";", events);
    }

    /** The id when the event was read; in larger pieces a later one may have come since. */
    private static String id(byte[] bytes, EventStreamParser.Event event) throws Exception {
        EventStreamParser parser = new EventStreamParser(1000);
        for (byte each : bytes) {
            if (parser.feed(ByteBuffer.wrap(new byte[] {each})).contains(event)) {
                return parser.lastId();
            }
        }
        return "none";
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
