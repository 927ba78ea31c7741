package io.neurectomy.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTest {

    @Test
    void keepsPrintableAscii() {
        assertThat(QuotedText.of(" a-Z~")).isEqualTo("\" a-Z~\"");
    }

    @Test
    void escapesWhatWouldEndTheQuote() {
        assertThat(QuotedText.of("\"\\")).isEqualTo("\"\\\"\\\\\"");
    }

    @Test
    void escapesWhatWouldForgeALineOrTurnItAround() {
        assertThat(QuotedText.of("\r\n\u001b\u202e")).isEqualTo("\"\\u000d\\u000a\\u001b\\u202e\"");
    }

    @Test
    void replacesTheEndOfALongTextByItsLength() {
        assertThat(QuotedText.of("x".repeat(64))).isEqualTo('"' + "x".repeat(64) + '"');
        assertThat(QuotedText.of("x".repeat(1_000_000)))
                .isEqualTo('"' + "x".repeat(64) + "\" and 999936 characters more");
    }
}
