package io.neurectomy.core.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import io.neurectomy.core.internal.QuotedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of NEURECTOMY's shared types, which are those of the jar {@code neurectomy-schemas}. A schema is named as its
 * type: {@code AgentConfig}. Immutable and safe for use by several threads.
 *
 * <p>Nothing is ever fetched: a schema that refers to anything outside is unusable, and that is found out before the
 * first document is read.
 */
public final class Schemas {

    private static final String BASE = "https://neurectomy.io/schemas/";
    private static final String TYPES = "io.neurectomy.types";
    private static final String DEFINITIONS = "$defs";
    /** A jar can't be listed where class loaders only find. A test compares this with the module. */
    private static final List<String> DOCUMENTS = List.of("agent", "common", "container", "event", "workflow");

    private static final JsonMapper JSON = JsonMapper.builder()
            // Bounds hold exactly, and of two members of a name none may win.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final NodeReader READER =
            NodeReader.builder().jsonMapper(JSON).locationAware().build();

    private final Map<String, Schema> schemas;

    /** Reads documents by their {@code $id}. */
    Schemas(Map<String, String> documents) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.nodeReader(READER)
                        .resourceLoaders(loaders -> loaders.values(list -> {
                            // The library's own find files on the class path and would, if told to, connect to hosts.
                            list.clear();
                            list.add(iri -> {
                                @Nullable String text = documents.get(iri.toString());
                                return text == null ? null : () -> new ByteArrayInputStream(text.getBytes(UTF_8));
                            });
                        })));
        Map<String, Schema> found = new TreeMap<>();
        documents.forEach((id, text) -> {
            JsonNode document = read(id, text);
            refuseReferencesOutside(URI.create(id), document, documents.keySet());
            for (String name : document.path(DEFINITIONS).propertyNames()) {
                found.put(name, load(registry, id + "#/" + DEFINITIONS + "/" + name));
            }
        });
        schemas = Collections.unmodifiableMap(found);
    }

    private static JsonNode read(String id, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnusableSchemaException(id, "is no JSON: " + e.getOriginalMessage() + ". Correct the schema.", e);
        }
    }

    /** The library only logs what it can't load, and looks in places of its own first. */
    private static void refuseReferencesOutside(URI base, JsonNode node, Set<String> documents) {
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            String target = reference.stringValue();
            if (!documents.contains(document(base, target))) {
                throw new UnusableSchemaException(
                        target,
                        "a schema refers to it, it is not among the schemas, and nothing is fetched. Refer to definitions"
                                + " of the schemas only.",
                        null);
            }
        }
        node.valueStream().forEach(child -> refuseReferencesOutside(base, child, documents));
    }

    private static String document(URI base, String reference) {
        try {
            String resolved = base.resolve(reference).toString();
            int fragment = resolved.indexOf('#');
            return fragment < 0 ? resolved : resolved.substring(0, fragment);
        } catch (IllegalArgumentException e) {
            throw new UnusableSchemaException(QuotedText.of(reference), "is no URI reference. Correct the schema.", e);
        }
    }

    private static Schema load(SchemaRegistry registry, String location) {
        try {
            Schema schema = registry.getSchema(SchemaLocation.of(location));
            // Otherwise references are followed when a document first comes to them.
            schema.initializeValidators();
            return schema;
        } catch (SchemaException e) {
            throw new UnusableSchemaException(location, e.getMessage() + ". Correct the schema.", e);
        }
    }

    /**
     * Returns the schemas of the jar. They are read when this is first called.
     *
     * @return the same schemas each time
     */
    public static Schemas shared() {
        return Shared.SCHEMAS;
    }

    /**
     * Lists the schemas.
     *
     * @return the names in alphabetical order
     */
    public Set<String> names() {
        return schemas.keySet();
    }

    /**
     * Validates a text.
     *
     * @param name the name of the schema, such as {@code AgentConfig}
     * @param json any text
     * @return all errors with their lines; empty if the document is valid. For a text that is no JSON, one error with the
     *     keyword {@code json}
     * @throws SchemaNotFoundException if there is no such schema
     */
    public List<ValidationError> validate(String name, String json) {
        Schema schema = schema(name);
        try {
            JsonNode document = READER.readTree(json, InputFormat.JSON);
            return document == null || document.isMissingNode()
                    ? List.of(new ValidationError("", 1, "json", "JSON", "nothing"))
                    : SchemaErrors.of(schema.validate(document), true);
        } catch (JacksonException e) {
            return List.of(new ValidationError(
                    "",
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "json",
                    "JSON",
                    "this: " + SchemaErrors.oneLine(e.getOriginalMessage())));
        }
    }

    /**
     * Validates a tree.
     *
     * @param name the name of the schema, such as {@code AgentConfig}
     * @param document any JSON value
     * @return all errors, without lines; empty if the document is valid
     * @throws SchemaNotFoundException if there is no such schema
     */
    public List<ValidationError> validate(String name, JsonNode document) {
        return SchemaErrors.of(schema(name).validate(document), false);
    }

    /**
     * Validates a value of a shared type. Its constructor checked most already, but not all: it takes the Nil UUID.
     *
     * @param value a record of the package {@code io.neurectomy.types}
     * @return all errors, without lines; empty if the value is valid
     * @throws SchemaNotFoundException if it is another record
     */
    public List<ValidationError> validate(Record value) {
        boolean shared = value.getClass().getPackageName().equals(TYPES);
        return validate(
                shared ? value.getClass().getSimpleName() : value.getClass().getName(), JSON.valueToTree(value));
    }

    /**
     * Makes sure that a text is valid.
     *
     * @param name the name of the schema, such as {@code AgentConfig}
     * @param json any text
     * @throws InvalidDocumentException if it is not, with all errors
     * @throws SchemaNotFoundException if there is no such schema
     */
    public void check(String name, String json) {
        check(name, validate(name, json));
    }

    /**
     * Makes sure that a tree is valid.
     *
     * @param name the name of the schema, such as {@code AgentConfig}
     * @param document any JSON value
     * @throws InvalidDocumentException if it is not, with all errors
     * @throws SchemaNotFoundException if there is no such schema
     */
    public void check(String name, JsonNode document) {
        check(name, validate(name, document));
    }

    private static void check(String name, List<ValidationError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidDocumentException(name, errors);
        }
    }

    private Schema schema(String name) {
        @Nullable Schema schema = schemas.get(name);
        if (schema == null) {
            throw SchemaNotFoundException.of(name, schemas.keySet());
        }
        return schema;
    }

    /** Loads on first use, once. */
    private static final class Shared {

        private static final Schemas SCHEMAS = new Schemas(documents());

        private static Map<String, String> documents() {
            Map<String, String> documents = new LinkedHashMap<>();
            for (String name : DOCUMENTS) {
                String file = name + ".schema.json";
                // Not Class.getResourceAsStream, which looks into this module only.
                try (InputStream text =
                        Schemas.class.getClassLoader().getResourceAsStream("io/neurectomy/schemas/" + file)) {
                    if (text == null) {
                        throw new UnusableSchemaException(
                                file, "is not on the class path. Add io.neurectomy:neurectomy-schemas.", null);
                    }
                    documents.put(BASE + file, new String(text.readAllBytes(), UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException("[unusable-schema] " + file + ": can't be read. Repair the jar.", e);
                }
            }
            return documents;
        }
    }
}
