package io.neurectomy.standard.report;

/** A document that is not a report of an audit; its message is one sentence without a period at its end. */
public final class UnreadableReportException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message, Throwable cause) {
        super(message.lines().findFirst().orElse("it is empty").replaceAll("\\.$", ""), cause);
    }
}
