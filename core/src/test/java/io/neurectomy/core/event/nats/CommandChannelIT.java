package io.neurectomy.core.event.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.error.ConflictException;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InternalException;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.event.AgentEvents;
import io.neurectomy.core.event.EventKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CommandChannelIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final JsonNode START = JsonNodeFactory.instance.objectNode().put("command", "start");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2.10", "2.15"})
    void carriesCommandsAndTheirResultsRefusalsAndContext(String version) throws Exception {
        try (NatsServer server = NatsServer.start(version, folder)) {
            Connection connection = server.connect();
            CommandChannel channel = new CommandChannel(connection, EventKind.AGENTS);
            String agent = AgentEvents.newAgent();
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> channel.request(agent, START, SOON))
                    .withMessageContaining("nobody answers its commands");
            try (CommandChannel.Service service = channel.serve("agents", CommandChannelIT::handle)) {
                assertThat(service).isNotNull();
                JsonNode result = RequestContext.start("u-1").call(() -> channel.request(agent, START, SOON));
                assertThat(result.path("agent").asString()).isEqualTo(agent);
                assertThat(result.path("user").asString()).isEqualTo("u-1");
                assertThatExceptionOfType(ConflictException.class)
                        .isThrownBy(() -> channel.request(agent, command("refuse"), SOON))
                        .withMessageContaining("agent is busy");
                assertThatExceptionOfType(InternalException.class)
                        .isThrownBy(() -> channel.request(agent, command("break"), SOON));
                assertThatExceptionOfType(TimedOutException.class)
                        .isThrownBy(() -> channel.request(agent, command("sleep"), Duration.ofMillis(100)));
                assertThat(new String(
                                connection
                                        .request(
                                                EventKind.AGENTS.commandSubject(agent),
                                                "{".getBytes(StandardCharsets.UTF_8),
                                                SOON)
                                        .getData(),
                                StandardCharsets.UTF_8))
                        .contains("INVALID_COMMAND");
            }
        }
    }

    private static JsonNode command(String name) {
        return JsonNodeFactory.instance.objectNode().put("command", name);
    }

    private static JsonNode handle(String aggregateId, JsonNode command) {
        switch (command.path("command").asString()) {
            case "refuse" ->
                throw new ConflictException(
                        new ErrorCode("AGENT_BUSY"), "agent is busy. Wait.", ErrorContext.empty(), null);
            case "break" -> throw new IllegalStateException("a mistake");
            case "sleep" -> {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {
                // answered below
            }
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("agent", aggregateId)
                .put(
                        "user",
                        RequestContext.current().map(RequestContext::userId).orElse(""));
    }
}
