package io.neurectomy.codegen;

import io.neurectomy.codegen.json.Location;

/**
 * What is wrong with a schema, or what a target language can't decide.
 *
 * @param rule the id of the rule, in lower case with hyphens
 * @param severity whether code can be generated all the same
 * @param location where
 * @param message what is wrong, and what to do, as sentences
 */
public record Finding(String rule, Severity severity, Location location, String message) {

    /** How bad it is. */
    public enum Severity {
        /** No code is generated. */
        ERROR,
        /** Code is generated, and it does less than the schema says; an error with {@code --strict}. */
        WARNING
    }

    @Override
    public String toString() {
        return "[" + rule + "] " + location + ": " + message;
    }
}
