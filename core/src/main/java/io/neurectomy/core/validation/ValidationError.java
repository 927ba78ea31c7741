package io.neurectomy.core.validation;

import java.io.Serializable;

/**
 * One way in which a document breaks its schema.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the whole document
 * @param line the line of the text, from 1, or 0 if the document was no text
 * @param keyword the keyword of the schema, such as {@code required}; {@code json} if the text is no JSON
 * @param expected what the schema asks for there
 * @param actual what stands there, cut if it is long
 */
public record ValidationError(String pointer, int line, String keyword, String expected, String actual)
        implements Serializable {

    /**
     * Returns the error on one line, for people.
     *
     * @return {@code line 3, /codename: expected …, not …}
     */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "the document" : pointer;
        return (line > 0 ? "line " + line + ", " : "") + place + ": expected " + expected + ", not " + actual;
    }
}
