package io.neurectomy.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.id.AgentId;
import io.neurectomy.types.AgentEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEventStoreTest extends EventStoreContract {

    @Override
    protected EventStore<AgentEvent> open() {
        return new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));
    }

    @Test
    void appendsToSeveralAggregatesAllOrNone() {
        EventStore<AgentEvent> store = open();
        String first = AgentId.generate().toString();
        String second = AgentId.generate().toString();
        store.append(Expected.none(), AgentEvents.created(second));

        assertThatThrownBy(() -> store.append(List.of(
                        new Append<>(Expected.none(), List.of(AgentEvents.created(first))),
                        new Append<>(Expected.none(), List.of(AgentEvents.created(second))))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(store.read(first)).isEmpty();

        List<Append<AgentEvent>> both = List.of(
                new Append<>(Expected.none(), List.of(AgentEvents.created(first), AgentEvents.started(first, "one"))),
                new Append<>(Expected.exists(), List.of(AgentEvents.started(second, "two"))));
        assertThat(store.append(both)).extracting(AppendResult::deduplicated).containsOnly(false);
        assertThat(store.append(both)).extracting(AppendResult::deduplicated).containsOnly(true);
        assertThat(store.read(first)).hasSize(2);
        assertThat(store.read(second)).hasSize(2);
    }

    @Test
    void refusesWorkOnceItIsClosed() {
        EventStore<AgentEvent> store = open();
        store.close();

        assertThatThrownBy(() -> store.read(AgentId.generate().toString()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("[event-store-closed]");
        assertThat(store.appendAsync(
                        Expected.none(), AgentEvents.created(AgentId.generate().toString())))
                .isCompletedExceptionally();
    }

    @Test
    void refusesAppendsThatMakeNoSense() {
        EventStore<AgentEvent> store = open();
        String agent = AgentId.generate().toString();
        AgentEvent event = AgentEvents.created(agent);

        assertThatThrownBy(() -> store.append(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(Expected.none(), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(Expected.none(), List.of(event, event)))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> store.append(Expected.none(), List.of(event, AgentEvents.created("other"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
