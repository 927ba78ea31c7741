package io.neurectomy.test.docker;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An endpoint that is faked. */
final class Route {
    private final String method;
    private final Pattern path;
    private final Set<String> parameters;
    private final Handler handler;

    /**
     * Describes an endpoint.
     *
     * @param method such as {@code GET}
     * @param path a regular expression; its one group, if it has one, is the container or image
     * @param parameters those of the query that are answered or rightly ignored
     * @param handler makes the answer
     */
    Route(String method, String path, Set<String> parameters, Handler handler) {
        this.method = method;
        this.path = Pattern.compile(path);
        this.parameters = parameters;
        this.handler = handler;
    }

    /** Returns the container or image that the path names, empty where it names none; nothing if it is another endpoint. */
    Optional<String> subject(String askedMethod, String askedPath) {
        Matcher matcher = path.matcher(askedPath);
        if (!method.equals(askedMethod) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
    }

    /**
     * Answers.
     *
     * @throws EngineException where Docker would refuse
     * @throws NotFakedException if the client sets a parameter that is not faked
     */
    Response answer(Request request) {
        for (Map.Entry<String, String> parameter : request.query().entrySet()) {
            if (!parameters.contains(parameter.getKey()) && request.flag(parameter.getKey())) {
                throw new NotFakedException(method + " " + path + " with the parameter " + parameter.getKey());
            }
        }
        return handler.answer(request);
    }

    /** Makes an answer. */
    interface Handler {
        Response answer(Request request);
    }
}
