package io.neurectomy.standard;

/** Thrown when a text is not a POM. */
public final class UnreadablePomException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, without a period at its end
     * @param line line where it was noticed, counted from 1; 0 if it has none
     */
    public UnreadablePomException(String message, int line) {
        super(message);
        this.line = line;
    }

    /**
     * Returns where the text stopped being a POM.
     *
     * @return the line, counted from 1; 0 if it has none
     */
    public int line() {
        return line;
    }

    /**
     * Returns what is wrong.
     *
     * @return one sentence without a period
     */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
