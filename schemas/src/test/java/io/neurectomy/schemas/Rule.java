package io.neurectomy.schemas;

import java.util.Locale;

/** What the schemas are held to. */
enum Rule {
    META_SCHEMA("Correct the keyword; https://json-schema.org/draft/2020-12/schema says what it may be."),
    SCHEMA_ID("Write the base https://neurectomy.io/schemas/ and the name of the file."),
    REFERENCE("Refer to another file by its name and #/$defs/Type."),
    KNOWN_KEYWORD("Correct its spelling; an annotation of our own begins with x-."),
    DOCUMENTED_ANNOTATION("Describe it in the table of annotations in README.md, or remove it."),
    DESCRIPTION("Write one."),
    EXAMPLES("Write at least one."),
    VALID_EXAMPLE("Correct the example or the schema."),
    OPENNESS("Write additionalProperties: false, unless the object is meant to be open."),
    SDL_VALID("Correct the SDL."),
    SDL_DESCRIPTION("Write the description that the JSON Schema has; where there is none, write one."),
    SDL_TYPE("Declare it in both, or in neither."),
    SDL_FIELD("Declare it in both, or in neither."),
    SDL_FIELD_TYPE("Change the one that is wrong."),
    SDL_ENUM("Give both the same values: human-centric here is HUMAN_CENTRIC there."),
    SDL_UNION("Give both the same members."),
    SDL_DEFAULT("Give both the same default."),
    SDL_DIRECTIVE("Write @deprecated for deprecated and x-deprecated-reason, @since for x-since.");

    private final String remedy;

    Rule(String remedy) {
        this.remedy = remedy;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String finding(String where, String problem) {
        return "[" + id() + "] " + where + ": " + problem + ". " + remedy;
    }
}
