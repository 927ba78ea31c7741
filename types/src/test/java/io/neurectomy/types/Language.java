package io.neurectomy.types;

import java.util.List;

/** Reads documents as types and writes them again. */
interface Language {

    /** Says whether it has a type of this name that is read by itself. */
    boolean reads(String type);

    /** Reads each document and writes it again. */
    List<Answer> roundTrip(List<Document> documents);

    /**
     * A document.
     *
     * @param type the name of its type
     * @param json its text, in one line
     */
    record Document(String type, String json) {}
}
