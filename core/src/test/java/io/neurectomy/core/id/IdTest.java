package io.neurectomy.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {

    private static final String TEXT = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    static Stream<Function<String, Id<?>>> parsers() {
        return Stream.of(AgentId::parse, WorkflowId::parse, EventId::parse, CorrelationId::parse, CausationId::parse);
    }

    static Stream<Supplier<Id<?>>> generators() {
        return Stream.of(AgentId::generate, WorkflowId::generate, EventId::generate, CorrelationId::generate);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void writesWhatItRead(Function<String, Id<?>> parser) {
        assertThat(parser.apply(TEXT)).hasToString(TEXT);
        assertThat(parser.apply(TEXT).value()).isEqualTo(UUID.fromString(TEXT));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void refusesTextThatIsNoUuid(Function<String, Id<?>> parser) {
        assertThatThrownBy(() -> parser.apply("neurectomy.agents.*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[uuid-text] \"neurectomy.agents.*\": has 19 characters, not 36.");
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void refusesTheNilUuid(Function<String, Id<?>> parser) {
        assertThatThrownBy(() -> parser.apply("00000000-0000-0000-0000-000000000000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[reserved-uuid] 00000000-0000-0000-0000-000000000000: is the Nil UUID of RFC 9562, which"
                        + " names nothing. Pass the id of something, or no id at all.");
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void refusesTheMaxUuid(Function<String, Id<?>> parser) {
        assertThatThrownBy(() -> parser.apply("ffffffff-ffff-ffff-ffff-ffffffffffff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[reserved-uuid] ffffffff-ffff-ffff-ffff-ffffffffffff: is the Max UUID ");
    }

    @ParameterizedTest
    @MethodSource("generators")
    void generatesVersion7(Supplier<Id<?>> generator) {
        assertThat(generator.get().value().version()).isEqualTo(7);
    }

    @Test
    void generatesInAscendingOrder() {
        List<EventId> ids = Stream.generate(EventId::generate).limit(1000).toList();

        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void ordersAcrossTheSignBitWhereUuidItselfDoesNot() {
        UUID lastPositive = UUID.fromString("7fffffff-ffff-7fff-bfff-ffffffffffff");
        UUID firstNegative = UUID.fromString("80000000-0000-7000-8000-000000000000");

        assertThat(lastPositive).isGreaterThan(firstNegative);
        assertThat(new EventId(lastPositive)).isLessThan(new EventId(firstNegative));
    }

    @Test
    void ordersLowBitsAcrossTheSignBit() {
        EventId smaller = new EventId(new UUID(1, Long.MAX_VALUE));
        EventId greater = new EventId(new UUID(1, Long.MIN_VALUE));

        assertThat(smaller).isLessThan(greater);
    }

    @Test
    void ordersAsItsTextDoes() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<AgentId> ids = IntStream.range(0, 10_000)
                .mapToObj(i -> new AgentId(new UUID(random.nextLong(), random.nextLong())))
                .toList();

        assertThat(ids.stream().sorted().map(AgentId::toString))
                .as("seed %d", seed)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void comparesAsEqualWhatIsEqual() {
        assertThat(AgentId.parse(TEXT))
                .isEqualByComparingTo(AgentId.parse(TEXT))
                .isEqualTo(AgentId.parse(TEXT));
        assertThat(Map.of(AgentId.parse(TEXT), "agent")).containsKey(AgentId.parse(TEXT));
    }

    @Test
    void isNotEqualToTheSameUuidOfAnotherKind() {
        assertThat((Object) AgentId.parse(TEXT)).isNotEqualTo(WorkflowId.parse(TEXT));
    }

    @Test
    void namesAnEventAsTheCause() {
        EventId event = EventId.generate();

        assertThat(CausationId.of(event).value()).isEqualTo(event.value());
    }
}
