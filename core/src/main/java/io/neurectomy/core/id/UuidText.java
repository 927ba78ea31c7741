package io.neurectomy.core.id;

import io.neurectomy.core.internal.QuotedText;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads the canonical text of a UUID: 36 characters, lower-case hexadecimal digits in groups of 8-4-4-4-12.
 *
 * <p>{@link UUID#fromString(String)} cannot be used for that, since it takes {@code 1-1-1-1-1} for a UUID. RFC 9562
 * section 4 would allow upper case too; it is refused because ids are compared as text elsewhere, as subjects of
 * messages, keys and in logs, where one id must have one text.
 */
public final class UuidText {

    private static final int LENGTH = 36;
    private static final String REMEDY = " Write 36 characters such as 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.";

    private UuidText() {}

    /**
     * Reads a UUID of any version and variant; the text says nothing about where it came from (RFC 9562 section 6.12).
     *
     * @param text what {@link UUID#toString()} writes, and nothing around it
     * @return the UUID whose {@code toString()} is the text again
     * @throws IllegalArgumentException if the text is anything else; the message says what and where
     */
    public static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw refusal(text, wrongLength(text));
        }
        long mostSignificant = 0;
        long leastSignificant = 0;
        for (int index = 0; index < LENGTH; index++) {
            char character = text.charAt(index);
            if (isHyphenAt(index)) {
                if (character != '-') {
                    throw refusal(text, wrongCharacter(index, character, "a hyphen belongs") + REMEDY);
                }
            } else if (index < LENGTH / 2) {
                mostSignificant = mostSignificant << 4 | digit(text, index);
            } else {
                leastSignificant = leastSignificant << 4 | digit(text, index);
            }
        }
        return new UUID(mostSignificant, leastSignificant);
    }

    private static boolean isHyphenAt(int index) {
        return index == 8 || index == 13 || index == 18 || index == 23;
    }

    private static int digit(String text, int index) {
        char character = text.charAt(index);
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'a' && character <= 'f') {
            return character - 'a' + 10;
        }
        if (character >= 'A' && character <= 'F') {
            throw refusal(
                    text,
                    wrongCharacter(index, character, "a lower-case digit belongs") + " Write "
                            + text.toLowerCase(Locale.ROOT) + ".");
        }
        throw refusal(text, wrongCharacter(index, character, "a hexadecimal digit belongs") + REMEDY);
    }

    private static String wrongCharacter(int index, char character, String expected) {
        return "position " + (index + 1) + " has " + QuotedText.of(character) + " where " + expected + ".";
    }

    private static String wrongLength(String text) {
        if (text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
            return "is a URN. Leave out \"urn:uuid:\".";
        }
        if (text.startsWith("{")) {
            return "is in braces. Leave them out.";
        }
        if (text.strip().length() == LENGTH) {
            return "has white space around it. Leave it out.";
        }
        return "has " + text.length() + " characters, not 36." + REMEDY;
    }

    private static IllegalArgumentException refusal(String text, String problem) {
        return new IllegalArgumentException("[uuid-text] " + QuotedText.of(text) + ": " + problem);
    }
}
