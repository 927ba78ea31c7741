package io.neurectomy.core.internal;

/** Quotes text from outside so that a message about it stays on one line and cannot be forged by it. */
public final class QuotedText {

    private static final int LONGEST = 64;

    private QuotedText() {}

    /**
     * Quotes a text. Everything but printable ASCII is escaped, and what follows the first 64 characters is replaced by
     * its length.
     *
     * @param text any text, of any length
     * @return the text between double quotes, in printable ASCII
     */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(LONGEST + 2).append('"');
        text.chars().limit(LONGEST).forEach(character -> append(quoted, (char) character));
        quoted.append('"');
        if (text.length() > LONGEST) {
            quoted.append(" and ").append(text.length() - LONGEST).append(" characters more");
        }
        return quoted.toString();
    }

    /**
     * Quotes one character as {@link #of(String)} quotes a text.
     *
     * @param character any character, a lone surrogate included
     * @return the character between single quotes, in printable ASCII
     */
    public static String of(char character) {
        StringBuilder quoted = new StringBuilder("'");
        append(quoted, character);
        return quoted.append('\'').toString();
    }

    private static void append(StringBuilder quoted, char character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').append(character);
        } else if (character >= ' ' && character <= '~') {
            quoted.append(character);
        } else {
            quoted.append(String.format("\\u%04x", (int) character));
        }
    }
}
