package io.neurectomy.client;

/** A bearer token (RFC 6750). Its text is in no message and not in {@link #toString}. */
public final class Token {
    private final String value;

    /**
     * Takes the text of a token.
     *
     * @param value visible ASCII characters, as a header's value must be
     * @throws IllegalArgumentException if it is empty or has other characters; the message does not show them
     */
    public Token(String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "[token] the token: is empty or has a blank, a line end or a character beyond ASCII. Pass it without them.");
        }
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "Token[not shown]";
    }
}
