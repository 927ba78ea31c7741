package io.neurectomy.codegen.sdl;

/**
 * A word of SDL.
 *
 * @param kind what it is
 * @param text its text; of a string its value
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
record Token(Kind kind, String text, int line, int column) {

    /** What a word can be. */
    enum Kind {
        NAME,
        PUNCTUATOR,
        INT,
        FLOAT,
        STRING,
        END
    }

    boolean is(String punctuator) {
        return kind == Kind.PUNCTUATOR && text.equals(punctuator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** Returns the token as a message shows it: short and without control characters. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "a string";
            default -> "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
        };
    }
}
