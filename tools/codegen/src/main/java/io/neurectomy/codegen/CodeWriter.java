package io.neurectomy.codegen;

/** Text with indentation, for the languages that have no library for it. Not thread-safe. */
public final class CodeWriter {

    private final StringBuilder text = new StringBuilder();
    private final String unit;
    private int depth;

    /**
     * Creates an empty text.
     *
     * @param unit one step of indentation
     */
    public CodeWriter(String unit) {
        this.unit = unit;
    }

    /**
     * Adds a line, or several that are separated by {@code \n}, each indented; an empty line stays empty.
     *
     * @param lines the text without a line end
     * @return this
     */
    public CodeWriter line(String lines) {
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                text.append(unit.repeat(depth)).append(line);
            }
            text.append('\n');
        }
        return this;
    }

    /**
     * Adds an empty line, unless the text is empty or ends with one.
     *
     * @return this
     */
    public CodeWriter blank() {
        if (text.length() > 0 && !(text.length() >= 2 && text.charAt(text.length() - 2) == '\n')) {
            text.append('\n');
        }
        return this;
    }

    /**
     * Adds an opening line, what the body adds one step deeper, and a closing line.
     *
     * @param open the opening line
     * @param close the closing line; none if empty
     * @param body adds to this writer
     * @return this
     */
    public CodeWriter block(String open, String close, Runnable body) {
        line(open);
        depth++;
        body.run();
        depth--;
        return close.isEmpty() ? this : line(close);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
