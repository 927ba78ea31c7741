package __package__;

/**
 * The name of a thing, unique within its kind.
 *
 * @param value the text, not blank
 */
public record Identifier(String value) {

    /** Checks the text. */
    public Identifier {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value must not be blank");
        }
    }
}
