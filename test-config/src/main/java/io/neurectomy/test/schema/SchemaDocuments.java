package io.neurectomy.test.schema;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON documents from a JSON Schema of draft 07, 2019-09 or 2020-12.
 *
 * <p>References lead to schemas beside the given one and to those passed to {@code with}; nothing is fetched from a
 * network. {@code format} is not asserted, but strings are made to satisfy the formats of the specification. Instances
 * are immutable; the streams are independent of each other and not safe to share between threads.
 */
public final class SchemaDocuments {

    private final List<SchemaSource> sources;
    private final String pointer;
    private final long seed;
    private @Nullable SchemaSet loaded;

    private SchemaDocuments(List<SchemaSource> sources, String pointer, long seed) {
        this.sources = sources;
        this.pointer = pointer;
        this.seed = seed;
    }

    /**
     * Takes the text of a schema.
     *
     * @param schema a JSON Schema
     * @return the documents of the schema, with the seed 0
     */
    public static SchemaDocuments of(String schema) {
        return new SchemaDocuments(List.of(SchemaSource.ofText(schema, 0)), "", 0);
    }

    /**
     * Takes a schema from a file.
     *
     * @param file a JSON Schema, whose relative references are files too
     * @return the documents of the schema, with the seed 0
     * @throws UnusableSchemaException if there is no such file
     */
    public static SchemaDocuments of(Path file) {
        return new SchemaDocuments(List.of(source(file)), "", 0);
    }

    /**
     * Takes a schema from a resource of the class path or module path.
     *
     * @param resource a JSON Schema in a file or jar, whose relative references are resources beside it
     * @return the documents of the schema, with the seed 0
     */
    public static SchemaDocuments of(URL resource) {
        return new SchemaDocuments(List.of(SchemaSource.of(resource)), "", 0);
    }

    /**
     * Adds a schema that references lead to by its {@code $id}.
     *
     * @param schema the text of a JSON Schema
     * @return documents that know it
     */
    public SchemaDocuments with(String schema) {
        return with(SchemaSource.ofText(schema, sources.size()));
    }

    /**
     * Adds a schema that references lead to by its {@code $id}.
     *
     * @param file a JSON Schema
     * @return documents that know it
     * @throws UnusableSchemaException if there is no such file
     */
    public SchemaDocuments with(Path file) {
        return with(source(file));
    }

    /**
     * Takes a part of the schema, such as a definition, in place of the whole.
     *
     * @param part a JSON Pointer into the given schema, such as {@code /$defs/agent}; empty for the whole
     * @return the documents of that part
     * @throws UnusableSchemaException if it is not a JSON Pointer
     */
    public SchemaDocuments at(String part) {
        if (!part.isEmpty() && !part.startsWith("/")) {
            throw new UnusableSchemaException(
                    "[schema-reference] %s: not a JSON Pointer. Write it as in /$defs/agent.".formatted(part));
        }
        return new SchemaDocuments(sources, part, seed);
    }

    /**
     * Sets the seed.
     *
     * @param number decides which documents are made: the same number, the same documents
     * @return documents with this seed
     */
    public SchemaDocuments seed(long number) {
        return new SchemaDocuments(sources, pointer, number);
    }

    /**
     * Returns valid documents without end: edge cases first, then random ones. A schema with few valid documents has
     * them again and again.
     *
     * @return documents that the validator accepts
     * @throws UnusableSchemaException if the schema can't be used; the stream throws it if nothing valid is found
     */
    public Stream<String> valid() {
        return stream(new ValidDocuments(schemas(), seed));
    }

    /**
     * Returns invalid documents without end, each one change away from a valid one: first every kind of change at every
     * place of the schema that was met, then random ones.
     *
     * @return documents that the validator refuses
     * @throws UnusableSchemaException if the schema can't be used; the stream throws it if nothing invalid is found
     */
    public Stream<InvalidDocument> invalid() {
        return stream(new InvalidDocuments(schemas(), seed));
    }

    /**
     * Asks the validator.
     *
     * @param json any JSON document
     * @return whether the schema allows it
     * @throws UnusableSchemaException if the schema can't be used
     */
    public boolean isValid(String json) {
        SchemaSet set = schemas();
        return set.valid(Json.read(json));
    }

    /**
     * Looks for a smaller valid document that still has a property: optional members are removed, arrays and strings
     * shortened, numbers brought nearer to 0, simpler variants taken.
     *
     * @param json a valid document that has the property
     * @param property what has to hold; it is asked at most a few thousand times
     * @return the smallest document that was found, at worst the given one
     * @throws UnusableSchemaException if the schema can't be used
     */
    public String shrink(String json, Predicate<String> property) {
        return new Shrinker(schemas()).smallest(json, property);
    }

    private SchemaDocuments with(SchemaSource further) {
        List<SchemaSource> more = new ArrayList<>(sources);
        more.add(further);
        return new SchemaDocuments(List.copyOf(more), pointer, seed);
    }

    private synchronized SchemaSet schemas() {
        SchemaSet found = loaded;
        if (found == null) {
            try {
                found = new SchemaSet(sources, pointer);
            } catch (NoClassDefFoundError e) {
                throw new UnusableSchemaException(
                        "[schema-validator] %s is missing. Add com.networknt:json-schema-validator 3 to the tests' dependencies; in a named module run with --add-modules com.networknt.schema."
                                .formatted(e.getMessage()));
            }
            loaded = found;
        }
        return found;
    }

    private static SchemaSource source(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableSchemaException("[schema-not-found] %s: no such file. Correct the path.".formatted(file));
        }
        try {
            return SchemaSource.of(file.toAbsolutePath().normalize().toUri().toURL());
        } catch (MalformedURLException e) {
            throw new UnusableSchemaException(
                    "[schema-not-found] %s: %s. Correct the path.".formatted(file, e.getMessage()));
        }
    }

    private static <T> Stream<T> stream(Iterator<T> endless) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(endless, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
