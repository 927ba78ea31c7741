package io.neurectomy.core.error;

import io.neurectomy.core.internal.QuotedText;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What went wrong, as a word that programs compare. A code never changes its meaning once it is released.
 *
 * @param value the code as {@code ApiError} has it, such as {@code VERSION_CONFLICT}: upper-case words joined by
 *     underscores, at most 64 characters
 */
public record ErrorCode(String value) implements Serializable {

    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /**
     * Checks the form.
     *
     * @param value the code
     * @throws IllegalArgumentException if it has another form
     */
    public ErrorCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("[error-code] " + QuotedText.of(value)
                    + ": is no code. Write upper-case words joined by underscores, at most 64 characters.");
        }
    }

    static boolean hasForm(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    /**
     * Returns the code as messages begin with it.
     *
     * @return the code in lower case with hyphens, such as {@code version-conflict}
     */
    public String ruleId() {
        return value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the code as it is written everywhere.
     *
     * @return the value
     */
    @Override
    public String toString() {
        return value;
    }
}
