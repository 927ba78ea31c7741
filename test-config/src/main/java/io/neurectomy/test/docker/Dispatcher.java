package io.neurectomy.test.docker;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes requests to the endpoint that they are for, and keeps those that there is none for. */
final class Dispatcher implements HttpHandler {
    private static final Pattern VERSIONED = Pattern.compile("/v(\\d{1,4})\\.(\\d{1,4})(/.*)");
    private static final int NO_BODY = -1;

    private final List<Route> routes;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Dispatcher(Engine engine) {
        routes = Stream.of(
                        new SystemEndpoints(engine).routes(),
                        new ContainerEndpoints(engine).routes(),
                        new ImageEndpoints(engine).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What clients asked for in vain, a sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response;
            try {
                response = answer(exchange);
            } catch (EngineException e) {
                response = error(e.status(), String.valueOf(e.getMessage()));
            } catch (NotFakedException e) {
                response = problem(
                        501,
                        "[docker-not-faked] " + e.getMessage()
                                + ": FakeDocker does not answer this. Use a real engine for this test, or another request.");
            } catch (RuntimeException e) {
                response = problem(
                        500,
                        "[docker-fake] %s %s: the fake failed with %s. This is an error in FakeDocker."
                                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), e));
            }
            send(exchange, response);
        } catch (InterruptedException e) {
            // The engine ends, and with it the connection.
            Thread.currentThread().interrupt();
        }
    }

    private Response problem(int status, String message) {
        problems.add(message);
        return error(status, message);
    }

    private static Response error(int status, String message) {
        return new Response.Json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        int minor = SystemEndpoints.NEWEST_MINOR;
        Matcher versioned = VERSIONED.matcher(path);
        if (versioned.matches()) {
            minor = minor(versioned.group(1), versioned.group(2));
            path = versioned.group(3);
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        Map<String, String> parameters = query.isEmpty() ? Map.of() : Request.parameters(query);
        String contentType = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (Route route : routes) {
            Optional<String> subject = route.subject(method, path);
            if (subject.isPresent()) {
                return route.answer(new Request(method, minor, subject.get(), parameters, contentType, body));
            }
        }
        throw new NotFakedException(method + " " + path);
    }

    private static int minor(String major, String minor) {
        int number = Integer.parseInt(minor);
        int whole = Integer.parseInt(major);
        String version = major + "." + minor;
        if (whole > 1 || (whole == 1 && number > SystemEndpoints.NEWEST_MINOR)) {
            throw EngineException.badRequest("client version %s is too new. Maximum supported API version is 1.%d"
                    .formatted(version, SystemEndpoints.NEWEST_MINOR));
        }
        if (whole < 1 || number < SystemEndpoints.OLDEST_MINOR) {
            throw EngineException.badRequest(("client version %s is too old. Minimum supported API version is 1.%d, "
                            + "please upgrade your client to a newer version")
                    .formatted(version, SystemEndpoints.OLDEST_MINOR));
        }
        return number;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Api-Version", "1." + SystemEndpoints.NEWEST_MINOR);
        headers.set("Docker-Experimental", "false");
        headers.set("Ostype", "linux");
        headers.set("Server", "Docker/" + SystemEndpoints.ENGINE_VERSION + " (linux)");
        if (response instanceof Response.Empty empty) {
            exchange.sendResponseHeaders(empty.status(), NO_BODY);
        } else if (response instanceof Response.Text text) {
            headers.set("Cache-Control", "no-cache, no-store, must-revalidate");
            headers.set("Pragma", "no-cache");
            headers.set("Swarm", "inactive");
            send(exchange, 200, "text/plain; charset=utf-8", text.text());
        } else if (response instanceof Response.Json json) {
            send(exchange, json.status(), "application/json", json.body() + "\n");
        } else if (response instanceof Response.Streamed streamed) {
            headers.set("Content-Type", streamed.contentType());
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            // Clients go on when they have the headers, which would otherwise wait for the first piece.
            out.flush();
            streamed.body().write(out);
            out.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean hasBody = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? bytes.length : NO_BODY);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
