package io.neurectomy.codegen.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package for pip: a pure wheel as PEP 427 and the core metadata 2.4 have it, with {@code py.typed} for type checkers. */
public final class Wheel {

    private Wheel() {}

    /**
     * Makes the package.
     *
     * @param distribution its content; {@code __init__.py} is what an import finds
     * @return the bytes of a {@code .whl}
     */
    public static byte[] of(Distribution distribution) {
        String info = distribution.importName() + "-" + distribution.pythonVersion() + ".dist-info/";
        SortedMap<String, String> files = new TreeMap<>();
        distribution.sources().forEach((path, text) -> files.put(distribution.importName() + "/" + path, text));
        files.put(distribution.importName() + "/py.typed", "");
        files.put(info + "METADATA", metadata(distribution));
        files.put(
                info + "WHEEL",
                "Wheel-Version: 1.0\nGenerator: neurectomy\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(info + "licenses/LICENSE", distribution.licence());
        StringBuilder record = new StringBuilder();
        files.forEach((path, text) ->
                record.append(path).append(',').append(digest(text)).append('\n'));
        record.append(info).append("RECORD,,\n");
        files.put(info + "RECORD", record.toString());
        return zip(files, distribution);
    }

    private static String metadata(Distribution distribution) {
        String homepage =
                distribution.homepage().isEmpty() ? "" : "Project-URL: Homepage, " + distribution.homepage() + "\n";
        return """
                Metadata-Version: 2.4
                Name: %s
                Version: %s
                Summary: %s
                %sLicense-Expression: %s
                License-File: LICENSE
                Requires-Python: >=3.10
                Requires-Dist: pydantic>=2,<3
                Description-Content-Type: text/markdown

                %s""".formatted(
                        distribution.name(),
                        distribution.pythonVersion(),
                        distribution.description().replaceAll("\\s+", " "),
                        homepage,
                        distribution.licenceName(),
                        distribution.readme());
    }

    private static String digest(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "," + bytes.length;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static byte[] zip(SortedMap<String, String> files, Distribution distribution) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // the time zone of the machine is no part of a local time
                entry.setTimeLocal(LocalDateTime.ofInstant(distribution.timestamp(), ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }
}
