package io.neurectomy.core.event.nats;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.neurectomy.core.context.RequestContext;
import io.neurectomy.core.error.ErrorCode;
import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.error.InvalidInputException;
import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.core.error.TimedOutException;
import io.neurectomy.core.error.UnavailableException;
import io.neurectomy.core.event.EventKind;
import io.neurectomy.types.ApiError;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends commands to aggregates and answers them, by request and reply on {@code neurectomy.agents.{agentId}.commands} and its
 * like. A command is no event: it may be refused, and nothing keeps it. Safe for use by several threads.
 */
public final class CommandChannel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RESULT = "result";
    private static final String ERROR = "error";

    private final Connection connection;
    private final EventKind<?> kind;

    /**
     * Makes a channel.
     *
     * @param connection the connection, which stays open
     * @param kind the kind of the aggregates
     */
    // jnats is optional: whoever calls this has it, and nobody else is asked for it.
    @SuppressWarnings("exports")
    public CommandChannel(Connection connection, EventKind<?> kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /** Carries out commands. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Carries out a command, in the request context of its sender.
         *
         * @param aggregateId the aggregate that it is for
         * @param command the command
         * @return the result
         * @throws NeurectomyException if it is refused, which the sender gets
         */
        JsonNode handle(String aggregateId, JsonNode command);
    }

    /** What answers commands until it is closed. */
    public interface Service extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Sends a command and waits for its result. The current {@link RequestContext} goes along.
     *
     * @param aggregateId the aggregate that it is for
     * @param command the command
     * @param timeout how long to wait
     * @return the result
     * @throws UnavailableException if nobody answers commands of this aggregate, so nothing happened
     * @throws TimedOutException if no answer came in time, so it is not known what happened
     * @throws NeurectomyException what the handler has thrown, by its category
     */
    public JsonNode request(String aggregateId, JsonNode command, Duration timeout) {
        Headers headers = new Headers();
        RequestContext.current().ifPresent(context -> context.toHeaders().forEach(headers::put));
        Future<Message> reply =
                connection.request(kind.commandSubject(aggregateId), headers, JSON.writeValueAsBytes(command));
        try {
            return result(reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new TimedOutException(
                    new ErrorCode("COMMAND_TIMED_OUT"),
                    kind + " " + aggregateId + ": no answer within " + timeout
                            + ", so it is not known whether the command was carried out. Look at the state before repeating it.",
                    ErrorContext.empty(),
                    e);
        } catch (InterruptedException e) {
            reply.cancel(true);
            throw Failures.of("command to " + aggregateId, e);
        } catch (ExecutionException | CancellationException e) {
            throw new UnavailableException(
                    new ErrorCode("NO_COMMAND_HANDLER"),
                    kind + " " + aggregateId + ": nobody answers its commands. Start the service that does.",
                    ErrorContext.empty(),
                    e);
        }
    }

    private static JsonNode result(Message reply) {
        if (reply.isStatusMessage()) {
            throw new UnavailableException(
                    new ErrorCode("NO_COMMAND_HANDLER"),
                    reply.getSubject() + ": nobody answers its commands. Start the service that does.",
                    ErrorContext.empty(),
                    null);
        }
        JsonNode answer = JSON.readTree(reply.getData());
        if (answer.has(ERROR)) {
            throw NeurectomyException.from(JSON.treeToValue(answer.get(ERROR), ApiError.class));
        }
        return answer.path(RESULT);
    }

    /**
     * Answers the commands of all aggregates of the kind. Services of one queue share the work.
     *
     * @param queue the name of the queue
     * @param handler carries them out
     * @return what runs until it is closed
     */
    public Service serve(String queue, Handler handler) {
        Dispatcher dispatcher = connection.createDispatcher(
                message -> connection.publish(message.getReplyTo(), JSON.writeValueAsBytes(answer(message, handler))));
        dispatcher.subscribe("neurectomy." + kind.name() + ".*.commands", queue);
        return () -> connection.closeDispatcher(dispatcher);
    }

    @SuppressWarnings("IllegalCatch") // Whatever a handler throws, its sender gets an answer.
    private static ObjectNode answer(Message message, Handler handler) {
        ObjectNode answer = JSON.createObjectNode();
        try {
            String aggregateId = message.getSubject().split("\\.", -1)[2];
            JsonNode command = JSON.readTree(message.getData());
            @Nullable Headers headers = message.getHeaders();
            RequestContext context =
                    RequestContext.fromHeaders(name -> headers == null ? null : headers.getFirst(name));
            answer.set(RESULT, context.call(() -> handler.handle(aggregateId, command)));
        } catch (NeurectomyException e) {
            answer.set(ERROR, JSON.valueToTree(e.toApiError()));
        } catch (JacksonException e) {
            answer.set(
                    ERROR,
                    JSON.valueToTree(new InvalidInputException(
                                    new ErrorCode("INVALID_COMMAND"),
                                    message.getSubject() + ": is no JSON. Send a JSON document.",
                                    ErrorContext.empty(),
                                    e)
                            .toApiError()));
        } catch (Exception e) {
            answer.set(ERROR, JSON.valueToTree(NeurectomyException.of(e).toApiError()));
        }
        return answer;
    }
}
