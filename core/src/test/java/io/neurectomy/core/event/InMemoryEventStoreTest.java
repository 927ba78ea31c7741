package io.neurectomy.core.event;

import io.neurectomy.types.AgentEvent;

class InMemoryEventStoreTest extends EventStoreContract {
    private EventStore<AgentEvent> last = empty();

    @Override
    protected EventStore<AgentEvent> open(boolean fresh) {
        if (fresh) {
            last = empty();
        }
        return last;
    }

    private static EventStore<AgentEvent> empty() {
        return new InMemoryEventStore<>(EventCodec.of(EventKind.AGENTS));
    }
}
