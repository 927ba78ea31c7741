package io.neurectomy.test.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events as they are sent: those of the past that are asked for, then each as it happens, until the time that is asked for. */
final class EventBody implements Response.Body {
    private static final Set<String> FILTERS = Set.of("container", "event", "image", "label", "type");
    private static final Set<String> OTHER_FILTERS =
            Set.of("config", "daemon", "network", "node", "plugin", "scope", "secret", "service", "volume");

    private final EventLog events;
    private final Filters filters;
    private final Instant since;
    private final @Nullable Instant until;
    /** What is new begins here; counted when the client asks, before it sees the headers. */
    private final int first;

    EventBody(EventLog events, Request request) {
        this.events = events;
        filters = new Filters(request.text("filters")).allow("GET /events", FILTERS, OTHER_FILTERS);
        boolean past =
                !request.text("since").isEmpty() || !request.text("until").isEmpty();
        since = request.time("since", Instant.MIN);
        until = request.text("until").isEmpty() ? null : request.time("until", Instant.MAX);
        first = past ? 0 : events.size();
    }

    @Override
    public void write(OutputStream out) throws IOException, InterruptedException {
        int next = first;
        while (true) {
            List<EngineEvent> more = events.from(next, until);
            for (EngineEvent event : more) {
                if (until != null && event.time().isAfter(until)) {
                    return;
                }
                if (!event.time().isBefore(since) && matches(event)) {
                    out.write((json(event) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            out.flush();
            if (more.isEmpty()) {
                return;
            }
            next += more.size();
        }
    }

    private boolean matches(EngineEvent event) {
        Map<String, String> attributes = event.attributes();
        String name = attributes.getOrDefault("name", "");
        boolean isContainer = event.type().equals("container");
        String image = isContainer ? attributes.getOrDefault("image", "") : event.id();
        return filters.any("type", event.type()::equals)
                && filters.any("event", event.action()::equals)
                && filters.any("container", one -> isContainer && (one.equals(event.id()) || one.equals(name)))
                && filters.any("image", one -> ImageName.parse(one).equals(ImageName.parse(image)))
                && filters.labels(attributes);
    }

    private static ObjectNode json(EngineEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", event.action());
        json.put("id", event.id());
        if (event.type().equals("container")) {
            json.put("from", event.attributes().getOrDefault("image", ""));
        }
        json.put("Type", event.type());
        json.put("Action", event.action());
        ObjectNode actor = json.putObject("Actor").put("ID", event.id());
        ObjectNode attributes = actor.putObject("Attributes");
        event.attributes().forEach(attributes::put);
        json.put("scope", "local");
        json.put("time", event.time().getEpochSecond());
        json.put("timeNano", ChronoUnit.NANOS.between(Instant.EPOCH, event.time()));
        return json;
    }
}
