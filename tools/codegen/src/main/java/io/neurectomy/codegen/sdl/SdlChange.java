package io.neurectomy.codegen.sdl;

import io.neurectomy.codegen.json.Location;

/**
 * One thing that is otherwise in a new version of a GraphQL schema, and whom it concerns.
 *
 * @param rule the id of the rule, in lower case with hyphens
 * @param severity whether it breaks clients that were written for the old version
 * @param location where the new schema says it; where something was removed, the type that it was in
 * @param coordinate what is concerned, as a schema coordinate such as {@code Query.agent(id:)}
 * @param oldText what the old schema says there
 * @param newText what the new schema says there
 * @param concerns whom it breaks or may break, or why it breaks nobody, as part of a sentence
 * @param remedy what to do instead, as a sentence; empty if there is nothing to do
 */
public record SdlChange(
        String rule,
        Severity severity,
        Location location,
        String coordinate,
        String oldText,
        String newText,
        String concerns,
        String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** An operation that was valid is refused, or a client gets what it could not get before. */
        BREAKING,
        /** Each operation stays valid, but a client may meet what it does not expect. */
        DANGEROUS,
        /** No client notices. */
        SAFE
    }

    @Override
    public String toString() {
        String effect = switch (severity) {
            case BREAKING -> "breaks ";
            case DANGEROUS -> "may break ";
            case SAFE -> "breaks nobody: ";
        };
        return "[" + rule + "] " + location.file() + ":" + location.line() + ":" + location.column() + " " + coordinate
                + ": was " + oldText + ", is " + newText + "; " + effect + concerns + "."
                + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
