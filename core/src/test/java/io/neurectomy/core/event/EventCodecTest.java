package io.neurectomy.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.id.AgentId;
import io.neurectomy.types.AgentEvent;
import io.neurectomy.types.AgentStartedEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class EventCodecTest {

    private final String agent = AgentId.generate().toString();
    private final EventCodec<AgentEvent> codec = EventCodec.of(EventKind.AGENTS);
    private final AgentEvent event = AgentEvents.started(agent, "first");
    private final String json = new String(codec.encode(event), UTF_8);

    private StoredEvent stored(String type, long version, String text) {
        return new StoredEvent(
                agent, new Revision(1, 1), Instant.EPOCH, event.id(), type, version, text.getBytes(UTF_8));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(codec.read(stored("AGENT_STARTED", 1, json)).orElseThrow().event())
                .isEqualTo(event);
    }

    @Test
    void failsOnAnUnknownTypeUnlessTold() {
        StoredEvent unknown = stored("AGENT_PAINTED", 1, "{\"type\":\"AGENT_PAINTED\"}");

        assertThatThrownBy(() -> codec.read(unknown))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageStartingWith("[unknown-event-type] NEURECTOMY_AGENT_EVENTS, sequence 1: has the type"
                        + " \"AGENT_PAINTED\" in version 1");
        assertThat(EventCodec.builder(EventKind.AGENTS)
                        .unknownEvents(UnknownEventPolicy.SKIP)
                        .build()
                        .read(unknown))
                .isEmpty();
        RecordedEvent<AgentEvent> raw = EventCodec.builder(EventKind.AGENTS)
                .unknownEvents(UnknownEventPolicy.RAW)
                .build()
                .read(unknown)
                .orElseThrow();
        assertThat(raw.json().path("type").asString()).isEqualTo("AGENT_PAINTED");
        assertThatThrownBy(raw::event).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void failsOnANewerVersion() {
        assertThatThrownBy(() -> codec.read(stored("AGENT_STARTED", 2, json)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageStartingWith("[newer-event-version]")
                .hasMessageEndingWith("Update the program.");
    }

    @Test
    void failsOnBrokenJsonWhateverThePolicy() {
        EventCodec<AgentEvent> skipping = EventCodec.builder(EventKind.AGENTS)
                .unknownEvents(UnknownEventPolicy.SKIP)
                .build();
        for (String broken : List.of("", "{", "[]", "null", "{\"type\":\"AGENT_STARTED\"}")) {
            assertThatThrownBy(() -> skipping.read(stored("AGENT_STARTED", 1, broken)))
                    .as(broken)
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageStartingWith("[broken-event]");
        }
    }

    @Test
    void chainsUpcastersAlongTypesAndVersions() {
        String old = json.replace("AGENT_STARTED", "AGENT_LAUNCHED")
                .replace("\"schemaVersion\":1", "\"schemaVersion\":-1")
                .replace("currentTask", "job");
        EventCodec<AgentEvent> upcasting = EventCodec.builder(EventKind.AGENTS)
                .upcaster("AGENT_LAUNCHED", -1, json -> json.put("type", "AGENT_BEGUN"))
                .upcaster("AGENT_BEGUN", 0, json -> {
                    json.put("type", "AGENT_STARTED");
                    json.withObject("payload")
                            .set("currentTask", json.withObject("payload").remove("job"));
                    return json;
                })
                .build();

        RecordedEvent<AgentEvent> read =
                upcasting.read(stored("AGENT_LAUNCHED", -1, old)).orElseThrow();

        assertThat(read.event()).isEqualTo(event).isInstanceOf(AgentStartedEvent.class);
        assertThat(read.type()).isEqualTo("AGENT_LAUNCHED");
        assertThatThrownBy(() -> EventCodec.builder(EventKind.AGENTS)
                        .upcaster("A", 1, json -> json)
                        .upcaster("A", 1, json -> json))
                .hasMessageContaining("has two upcasters");
    }

    @Test
    void refusesWhatAValidatorRefuses() {
        EventCodec<AgentEvent> strict = EventCodec.builder(EventKind.AGENTS)
                .validator((type, version, json) -> List.of("/payload: is dull", "/id: is long"))
                .build();

        assertThatThrownBy(() -> strict.encode(event))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("/payload: is dull; /id: is long");
    }

    @Test
    void refusesToWriteAnotherVersion() {
        AgentEvent newer =
                ((AgentStartedEvent) event).toBuilder().schemaVersion(2).build();

        assertThatThrownBy(() -> codec.encode(newer))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining("/schemaVersion: is 2, but this program writes 1");
    }

    @Test
    void checksEventsByTheSchemasOfTheirTypes() {
        EventCodec<AgentEvent> codec = EventCodec.builder(EventKind.AGENTS)
                .validator(EventValidator.bySchemas())
                .build();
        assertThat(codec.encode(AgentEvents.created(AgentEvents.newAgent()))).isNotEmpty();
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.encode(AgentEvents.created("00000000-0000-0000-0000-000000000000")))
                .withMessageContaining("/agentId");
        for (EventKind<?> kind : List.of(EventKind.AGENTS, EventKind.WORKFLOWS, EventKind.CONTAINERS)) {
            for (String type : kind.types()) {
                assertThat(EventValidator.bySchemas().violations(type, 1, JsonNodeFactory.instance.objectNode()))
                        .as(type)
                        .isNotEmpty();
            }
        }
    }
}
