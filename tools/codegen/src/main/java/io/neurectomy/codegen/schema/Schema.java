package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One schema: everything it asserts and everything it says.
 *
 * @param id its name in the graph
 * @param location where it stands
 * @param key the last step to it in words a name can be made of: the key below {@code $defs} or its older name, the
 *     property's name, {@code item}; for a file its name without {@code .schema.json}; empty where there is none
 * @param definition whether it stands below {@code $defs} or its older name, is a file's root or has an anchor: it
 *     was given a name on purpose
 * @param assertions in a fixed order; a value is valid if all hold; empty for {@code true} and {@code {}}
 * @param annotations what it says without asserting it
 */
public record Schema(
        SchemaId id,
        Location location,
        String key,
        boolean definition,
        List<Assertion> assertions,
        Annotations annotations) {

    /** Copies the list. */
    public Schema {
        assertions = List.copyOf(assertions);
    }

    /**
     * The annotations of a schema.
     *
     * @param title its title
     * @param description its description
     * @param comment its {@code $comment}
     * @param format its format, which asserts nothing
     * @param defaultValue its default
     * @param examples its examples
     * @param deprecated whether it is deprecated
     * @param readOnly whether it is read-only
     * @param writeOnly whether it is write-only
     * @param extensions its members that begin with {@code x-}
     */
    public record Annotations(
            Optional<String> title,
            Optional<String> description,
            Optional<String> comment,
            Optional<String> format,
            Optional<Json> defaultValue,
            List<Json> examples,
            boolean deprecated,
            boolean readOnly,
            boolean writeOnly,
            Map<String, Json> extensions) {

        /** Says nothing. */
        public static final Annotations NONE = new Annotations(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                false,
                Map.of());
    }
}
