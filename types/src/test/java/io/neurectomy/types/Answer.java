package io.neurectomy.types;

/**
 * What a language says to a document.
 *
 * @param accepted whether it read the document
 * @param text the document as written again, or the reason of the refusal
 */
record Answer(boolean accepted, String text) {

    private static final String OK = "OK ";
    private static final String REFUSED = "REFUSED ";

    static Answer parse(String line) {
        String answer = line.substring(line.indexOf('\t') + 1);
        if (answer.startsWith(OK)) {
            return new Answer(true, answer.substring(OK.length()));
        }
        if (answer.startsWith(REFUSED)) {
            return new Answer(false, answer.substring(REFUSED.length()));
        }
        throw new IllegalArgumentException(line + ": is neither OK nor REFUSED");
    }
}
