package io.neurectomy.checkstyle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checkstyle's part of a repository's baseline. This jar depends on nothing, so it reads the file on its own; the reader
 * of the audit, which can say more of a bad file, is {@code io.neurectomy.standard.baseline.Baseline}.
 *
 * @param folder the repository's
 * @param counts how many findings of a kind there may be
 */
record BaselineCounts(Path folder, Map<String, Integer> counts) {
    static final String FILE = ".neurectomy/baseline.txt";

    private static final Pattern LINE =
            Pattern.compile("([a-z]+) ([a-z0-9-]+) (\\S|\\S.*\\S) ([1-9][0-9]{0,8}) ([0-9a-f]{16})");
    private static final int BYTES = 8;

    static BaselineCounts read(Path folder) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(folder.resolve(FILE)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw invalid(i, "is not gate, rule, file, count, fingerprint. Restore or remove the line.");
            }
            if (parts.group(1).equals("checkstyle")) {
                String key = parts.group(2) + " " + parts.group(3) + " " + parts.group(5);
                if (counts.put(key, Integer.valueOf(parts.group(4))) != null) {
                    throw invalid(i, "the same entry is there twice. Keep one, with its first count.");
                }
            }
        }
        return new BaselineCounts(folder, counts);
    }

    private static IllegalArgumentException invalid(int index, String what) {
        return new IllegalArgumentException("[baseline] " + FILE + ":" + (index + 1) + ": " + what);
    }

    Path file() {
        return folder.resolve(FILE);
    }

    int of(String key) {
        return counts.getOrDefault(key, 0);
    }

    /** The message without digits, which count lines and sizes, and the text of the line: both survive a move. */
    String key(String rule, Path source, String message, String line) {
        String text = message.replaceAll("[0-9]+", "") + "\n" + line.strip();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String path = folder.relativize(source).toString().replace('\\', '/');
            return rule + " " + path + " " + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
