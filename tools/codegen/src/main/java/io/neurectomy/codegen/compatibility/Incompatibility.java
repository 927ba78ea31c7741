package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import java.util.Optional;

/**
 * One thing that a change of a schema breaks, or may break.
 *
 * @param rule the id of the rule
 * @param direction {@link Mode#BACKWARD} if readers by the new schema are concerned, {@link Mode#FORWARD} if those by the old
 * @param old where the old schema stands
 * @param oldText what it says there
 * @param now where the new schema stands, with the keyword if it is the one that refuses
 * @param newText what it says there
 * @param document a document that the one side may write and the other refuses, which proves the break; empty if neither a
 *     proof was found that there is none nor such a document
 * @param remedy what to do instead, as a sentence
 */
public record Incompatibility(
        String rule,
        Mode direction,
        Location old,
        String oldText,
        Location now,
        String newText,
        Optional<Json> document,
        String remedy) {

    private static final int LONGEST_DOCUMENT = 2_000;

    /**
     * Returns whether a document proves it.
     *
     * @return false if it could not be decided
     */
    public boolean isProved() {
        return document.isPresent();
    }

    /**
     * Returns whom it breaks.
     *
     * @return as part of a sentence
     */
    public String breaks() {
        return direction == Mode.BACKWARD
                ? "readers by the new schema, of documents written by the old one"
                : "readers by the old schema, of documents written by the new one";
    }

    @Override
    public String toString() {
        String what = "was " + oldText + ", is " + newText + "; ";
        if (document.isEmpty()) {
            return "[undecided] " + now + ": " + rule + ": " + what + "may break " + breaks()
                    + ": neither a proof nor a document against it was found. " + remedy;
        }
        String text = document.get().text();
        String shown = text.length() <= LONGEST_DOCUMENT ? text : text.substring(0, LONGEST_DOCUMENT) + "\u2026";
        return "[" + rule + "] " + now + ": " + what + "breaks " + breaks() + ", such as " + shown + ". " + remedy;
    }
}
