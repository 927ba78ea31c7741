package io.neurectomy.codegen.pattern;

/** A text that is no regular expression of ECMA-262, even by the lenient rules of its annex B. */
public final class InvalidPatternException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int index;

    InvalidPatternException(String message, int index) {
        super(message);
        this.index = index;
    }

    /**
     * Returns where it goes wrong.
     *
     * @return an index in UTF-16 units from 0
     */
    public int index() {
        return index;
    }
}
