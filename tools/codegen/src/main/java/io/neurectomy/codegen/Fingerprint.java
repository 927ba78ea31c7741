package io.neurectomy.codegen;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether anything that a generation depends on has changed since the last one. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * Returns a text that differs if a file or an option does.
     *
     * @param options what else the result depends on, in a fixed order
     * @param files the files, in a fixed order; one that is missing counts as such
     * @return hexadecimal digits
     * @throws IOException if a file can't be read
     * @throws IllegalStateException if this Java platform lacks SHA-256, which every one must have
     */
    public static String of(List<String> options, List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, Generator.version());
            add(digest, String.valueOf(newest(Generator.class)));
            for (String option : options) {
                add(digest, option);
            }
            for (Path file : files) {
                add(digest, file.toString());
                if (Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    add(digest, String.valueOf(content.length));
                    digest.update(content);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns when the generator itself was built: a snapshot keeps its version while it changes, and whoever works on it would
     * look at what an older one wrote.
     */
    static long newest(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return 0;
        }
        long newest = 0;
        try (Stream<Path> files =
                Files.walk(Path.of(URI.create(source.getLocation().toString())))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return newest;
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // With its length before it, so that "a","bc" is not "ab","c".
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
