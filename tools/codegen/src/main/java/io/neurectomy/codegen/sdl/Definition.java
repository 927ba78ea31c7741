package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition of a type, or an extension of one.
 *
 * @param kind what is defined
 * @param extension whether it adds to a definition
 * @param name the type's name
 * @param location where the name stands
 * @param description its description
 * @param directives what it is marked with
 * @param others the interfaces of a type, the members of a union
 * @param members the fields of a type, the values of an enum
 */
record Definition(
        Kind kind,
        boolean extension,
        String name,
        Location location,
        Optional<String> description,
        List<Directive> directives,
        List<Reference.Named> others,
        List<Member> members) {

    /** What can be defined, by its keyword. */
    enum Kind {
        SCALAR,
        TYPE,
        INTERFACE,
        UNION,
        ENUM,
        INPUT
    }

    /**
     * A field, an argument or a value of an enum.
     *
     * @param name its name
     * @param location where it stands
     * @param description its description
     * @param type of a field
     * @param defaultValue of an argument or a field of an input
     * @param directives what it is marked with
     * @param arguments of a field of a type
     */
    record Member(
            String name,
            Location location,
            Optional<String> description,
            Optional<Reference> type,
            Optional<Json> defaultValue,
            List<Directive> directives,
            List<Member> arguments) {}

    /**
     * A mark.
     *
     * @param name without {@code @}
     * @param arguments by name
     */
    record Directive(String name, Map<String, Json> arguments) {}

    /** The type of a field. */
    sealed interface Reference {

        /**
         * A type by name.
         *
         * @param name the name
         * @param location where it stands
         */
        record Named(String name, Location location) implements Reference {}

        /**
         * A list.
         *
         * @param item the type of its items
         */
        record ListOf(Reference item) implements Reference {}

        /**
         * A type without {@code null}.
         *
         * @param type the type that would have it
         */
        record NonNull(Reference type) implements Reference {}
    }
}
