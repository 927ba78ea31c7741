package io.neurectomy.standard.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text files whose encoding nobody vouches for. */
final class TextReader {
    /** No POM, README or source is larger; what is larger is not read. */
    static final long SIZE_LIMIT = 10L * 1024 * 1024;

    private static final Pattern XML_ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private TextReader() {}

    /**
     * Reads source code or prose: UTF-8 if it is, else Latin-1, which maps every byte.
     *
     * @throws UnreadableFileException if the file is too large, binary or can't be opened
     */
    static String lenient(Path file) throws UnreadableFileException {
        byte[] bytes = bytes(file);
        for (byte b : bytes) {
            if (b == 0) {
                throw new UnreadableFileException("is not text: it holds a zero byte", 0);
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return normal(text);
    }

    /**
     * Reads XML: by its byte order mark, else by the encoding it declares, else UTF-8.
     *
     * @throws UnreadableFileException if the file is too large, can't be opened, or its bytes are not of that encoding
     */
    static String xml(Path file) throws UnreadableFileException {
        byte[] bytes = bytes(file);
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
            return normal(new String(bytes, StandardCharsets.UTF_16));
        }
        Matcher declared = XML_ENCODING.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
        Charset charset = StandardCharsets.UTF_8;
        if (declared.find()) {
            try {
                charset = Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new UnreadableFileException("declares the unknown encoding " + declared.group(1), 1);
            }
        }
        return normal(strict(bytes, charset));
    }

    private static String strict(byte[] bytes, Charset charset) throws UnreadableFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new UnreadableFileException(
                    String.format("is not %s as it claims: byte 0x%02X", charset, bytes[in.position()]), line);
        }
        return out.flip().toString();
    }

    private static byte[] bytes(Path file) throws UnreadableFileException {
        try {
            long size = Files.size(file);
            if (size > SIZE_LIMIT) {
                throw new UnreadableFileException("has " + size / (1024 * 1024) + " MB; nothing over 10 MB is read", 0);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableFileException("can't be opened", 0);
        }
    }

    private static String normal(String text) {
        String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A file that is there and yields no text; its message is one sentence without a period. */
    static final class UnreadableFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        UnreadableFileException(String message, int line) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }
}
