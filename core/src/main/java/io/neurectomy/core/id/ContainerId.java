package io.neurectomy.core.id;

import io.neurectomy.core.internal.QuotedText;

/**
 * The id of a container, as its engine gave it: not a UUID, but any text of 1 to 64 characters.
 *
 * @param value the text, counted in code points as JSON Schema counts
 */
public record ContainerId(String value) {

    private static final int LONGEST = 64;

    /**
     * Checks the length.
     *
     * @param value the text
     * @throws IllegalArgumentException if the text is empty or longer than 64 characters
     */
    public ContainerId {
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("[container-id] " + QuotedText.of(value) + ": has " + length
                    + " characters, not 1 to 64. Pass the id that the container engine shows.");
        }
    }

    /**
     * Returns the id as it is written everywhere.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return value;
    }
}
