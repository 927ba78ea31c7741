package io.neurectomy.core.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem document of RFC 9457, the form of an error in an answer over HTTP. NEURECTOMY's services add two members:
 * {@code code}, the {@link ErrorCode}, and {@code context}, an object.
 *
 * @param type a URI that names the kind of problem; it is an identifier and never fetched
 * @param title the kind of problem for people; empty if unknown
 * @param status the status of HTTP, 100 to 599
 * @param detail this problem for people; empty if unknown
 * @param instance a URI reference that names this occurrence, or {@code null}
 * @param extensions all other members in their order; empty for none
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        Map<String, JsonNode> extensions) {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://neurectomy.io/problems/";
    private static final String NO_TYPE = "about:blank";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Copies the extensions.
     *
     * @param type a URI that names the kind of problem
     * @param title the kind of problem for people
     * @param status the status of HTTP
     * @param detail this problem for people
     * @param instance a URI reference that names this occurrence, or {@code null}
     * @param extensions all other members
     * @throws IllegalArgumentException if the status is not 100 to 599
     */
    public ProblemDocument {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException(
                    "[problem-status] " + status + ": is no status of HTTP. Pass one from 100 to 599.");
        }
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    static ProblemDocument of(NeurectomyException error) {
        Map<String, JsonNode> extensions = new LinkedHashMap<>();
        extensions.put("code", JsonNodeFactory.instance.stringNode(error.code().value()));
        if (!error.context().isEmpty()) {
            ObjectNode context = JsonNodeFactory.instance.objectNode();
            error.context().values().forEach(context::set);
            extensions.put("context", context);
        }
        return new ProblemDocument(
                TYPES + error.code().ruleId(), error.title(), error.status(), error.detail(), null, extensions);
    }

    /**
     * Reads a document. As RFC 9457 section 3.1 asks, a member of the wrong type counts as absent.
     *
     * @param json the body of an answer
     * @param status the status of the answer, which counts when the document has none
     * @return the document, or nothing if the body is no JSON object
     * @throws IllegalArgumentException if the status of the answer is not 100 to 599
     */
    public static Optional<ProblemDocument> parse(String json, int status) {
        @Nullable JsonNode document;
        try {
            document = JSON.readTree(json);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (document == null || !document.isObject()) {
            return Optional.empty();
        }
        Map<String, JsonNode> extensions = new LinkedHashMap<>();
        document.properties().forEach(member -> extensions.put(member.getKey(), member.getValue()));
        JsonNode own = document.path("status");
        boolean usable = own.isInt() && own.intValue() >= 100 && own.intValue() <= 599;
        extensions.remove("status");
        return Optional.of(new ProblemDocument(
                Objects.requireNonNullElse(text(extensions, "type"), NO_TYPE),
                Objects.requireNonNullElse(text(extensions, "title"), ""),
                usable ? own.intValue() : status,
                Objects.requireNonNullElse(text(extensions, "detail"), ""),
                text(extensions, "instance"),
                extensions));
    }

    private static @Nullable String text(Map<String, JsonNode> members, String name) {
        @Nullable JsonNode value = members.remove(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /**
     * Names this occurrence.
     *
     * @param reference a URI reference, such as {@code urn:uuid:} and the correlation id
     * @return the document with it
     */
    public ProblemDocument withInstance(String reference) {
        return new ProblemDocument(type, title, status, detail, reference, extensions);
    }

    /**
     * Returns the code.
     *
     * @return the extension {@code code} as it was sent, or nothing if there is no text of that name
     */
    public Optional<String> code() {
        @Nullable JsonNode code = extensions.get("code");
        return code != null && code.isString() ? Optional.of(code.stringValue()) : Optional.empty();
    }

    ErrorContext context() {
        @Nullable JsonNode context = extensions.get("context");
        if (context == null || !context.isObject()) {
            return ErrorContext.empty();
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        context.properties().forEach(member -> values.put(member.getKey(), member.getValue()));
        return ErrorContext.copyOf(values);
    }

    /**
     * Writes the document.
     *
     * @return JSON of the media type {@value #MEDIA_TYPE}
     */
    public String toJson() {
        ObjectNode document = JSON.createObjectNode();
        document.put("type", type);
        if (!title.isEmpty()) {
            document.put("title", title);
        }
        document.put("status", status);
        if (!detail.isEmpty()) {
            document.put("detail", detail);
        }
        if (instance != null) {
            document.put("instance", instance);
        }
        extensions.forEach(document::set);
        return JSON.writeValueAsString(document);
    }
}
