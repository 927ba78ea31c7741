package io.neurectomy.codegen.sdl;

/** A text that is no SDL at a place; caught by the parser, which goes on at the next definition. */
@SuppressWarnings("serial") // Never leaves the parser.
final class SdlException extends Exception {

    private final int line;
    private final int column;

    SdlException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    SdlException(String message, Token at) {
        this(message, at.line(), at.column());
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
