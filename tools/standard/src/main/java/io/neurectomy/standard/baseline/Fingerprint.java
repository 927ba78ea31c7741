package io.neurectomy.standard.baseline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a violation is recognised by after lines have moved: its message without digits, and the text of its line. The
 * Checkstyle filter of the build standard computes the same.
 */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /**
     * Computes the fingerprint.
     *
     * @param message the finding's message; its digits count lines, columns and sizes, so they are left out
     * @param line the text of the line it is about, empty for a whole file; white space at its ends is left out
     * @return 16 hexadecimal digits
     */
    public static String of(String message, String line) {
        String text = message.replaceAll("[0-9]+", "") + "\n" + line.strip();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
