package io.neurectomy.test.docker;

import io.neurectomy.test.docker.Response.Json;
import io.neurectomy.test.docker.Response.Streamed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the Engine API has below {@code /images}. */
final class ImageEndpoints {
    private static final Set<String> OTHER_FILTERS = Set.of("before", "dangling", "label", "since", "until");

    private final Engine engine;

    ImageEndpoints(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/images/json", Set.of("all", "filters", "digests"), this::list),
                new Route("GET", "/images/(.+)/json", Set.of(), this::inspect),
                new Route("POST", "/images/create", Set.of("fromImage", "tag", "platform"), this::pull));
    }

    private Response list(Request request) {
        Filters filters =
                new Filters(request.text("filters")).allow("GET /images/json", Set.of("reference"), OTHER_FILTERS);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (FakeImage image : engine.images()) {
            if (filters.any("reference", pattern -> matches(pattern, image.name()))) {
                json.add(names(image)
                        .put("Created", image.created().getEpochSecond())
                        .put("ParentId", "")
                        .put("Containers", -1)
                        .put("SharedSize", -1)
                        .putNull("Labels"));
            }
        }
        return new Json(json);
    }

    /** A pattern with stars, of the repository alone or with the tag. */
    private static boolean matches(String pattern, ImageName name) {
        String expression = "\\Q" + pattern.replace("*", "\\E[^/]*\\Q").replace("?", "\\E[^/]\\Q") + "\\E";
        return name.repository().matches(expression) || name.toString().matches(expression);
    }

    private Response inspect(Request request) {
        FakeImage image = engine.image(request.subject());
        ObjectNode json = names(image);
        json.put("Created", ContainerJson.time(image.created()));
        json.put("Architecture", "amd64");
        json.put("Os", "linux");
        json.putObject("Config").putArray("Cmd").add("/bin/sh");
        json.putObject("RootFS").put("Type", "layers").putArray("Layers");
        return new Json(json);
    }

    private static ObjectNode names(FakeImage image) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("Id", image.id());
        json.putArray("RepoTags").add(image.name().toString());
        json.putArray("RepoDigests").add(image.name().repository() + "@" + image.digest());
        json.put("Size", 0);
        return json;
    }

    private Response pull(Request request) {
        String from = request.text("fromImage");
        if (from.isEmpty()) {
            throw new NotFakedException("POST /images/create without fromImage");
        }
        String tag = request.text("tag");
        ImageName name = ImageName.parse(tag.isEmpty() ? from : from + ":" + tag);
        FakeImage image = engine.inRegistry(name);
        boolean isNew = !image.isPulled();
        image.pulled();
        engine.events().add("image", "pull", name.toString(), Map.of("name", name.repository()));
        return new Streamed("application/json", out -> {
            String path = name.repository().contains("/") ? name.repository() : "library/" + name.repository();
            progress(out, "Pulling from " + path, name.tag());
            progress(out, "Digest: " + image.digest(), "");
            progress(out, "Status: " + (isNew ? "Downloaded newer image for " : "Image is up to date for ") + name, "");
        });
    }

    private static void progress(OutputStream out, String status, String id) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", status);
        if (!id.isEmpty()) {
            json.put("id", id);
        }
        out.write((json + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
