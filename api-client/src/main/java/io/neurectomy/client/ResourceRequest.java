package io.neurectomy.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to a resource of the REST API.
 *
 * @param method the method of HTTP, in upper case
 * @param path the path below the version, such as {@code /agents}, with its query if it has one
 * @param body what Jackson writes as JSON, or {@code null} for none
 * @param type what to read the answer as
 * @param <B> the type of the body
 * @param <T> the type of the answer
 */
public record ResourceRequest<B, T>(
        String method, String path, @Nullable B body, Class<T> type) {

    /**
     * Checks the path.
     *
     * @param method the method of HTTP
     * @param path the path below the version
     * @param body what Jackson writes as JSON, or {@code null}
     * @param type what to read the answer as
     * @throws IllegalArgumentException if the path does not begin with one slash
     */
    public ResourceRequest {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException(
                    "[path] " + path + ": begins with no slash or with two. Begin with one.");
        }
    }

    /**
     * Reads a resource.
     *
     * @param path the path below the version
     * @param type what to read it as
     * @return the request
     * @param <T> the type of the resource
     */
    public static <T> ResourceRequest<JsonNode, T> get(String path, Class<T> type) {
        return new ResourceRequest<>("GET", path, null, type);
    }

    /**
     * Creates a resource, or does what else POST means there. Carries an idempotency key.
     *
     * @param path the path below the version
     * @param body what Jackson writes as JSON
     * @param type what to read the answer as
     * @return the request
     * @param <B> the type of the body
     * @param <T> the type of the answer
     */
    public static <B, T> ResourceRequest<B, T> post(String path, B body, Class<T> type) {
        return new ResourceRequest<>("POST", path, body, type);
    }

    /**
     * Replaces a resource.
     *
     * @param path the path below the version
     * @param body what Jackson writes as JSON
     * @param type what to read the answer as
     * @return the request
     * @param <B> the type of the body
     * @param <T> the type of the answer
     */
    public static <B, T> ResourceRequest<B, T> put(String path, B body, Class<T> type) {
        return new ResourceRequest<>("PUT", path, body, type);
    }

    /**
     * Changes a part of a resource. Carries an idempotency key.
     *
     * @param path the path below the version
     * @param body what Jackson writes as JSON
     * @param type what to read the answer as
     * @return the request
     * @param <B> the type of the body
     * @param <T> the type of the answer
     */
    public static <B, T> ResourceRequest<B, T> patch(String path, B body, Class<T> type) {
        return new ResourceRequest<>("PATCH", path, body, type);
    }

    /**
     * Removes a resource.
     *
     * @param path the path below the version
     * @return the request; its answer is missing where the server has nothing to say
     */
    public static ResourceRequest<JsonNode, JsonNode> delete(String path) {
        return new ResourceRequest<>("DELETE", path, null, JsonNode.class);
    }

    /** Whether repeating it could do it twice, unless a key says that it is the same (RFC 9110, section 9.2.2). */
    boolean needsIdempotencyKey() {
        return method.equals("POST") || method.equals("PATCH");
    }
}
