package io.neurectomy.codegen.distribution;

import java.util.SortedMap;
import java.util.TreeMap;

/** A package for Cargo. Its format is that of {@code cargo package}. */
public final class Crate {

    private Crate() {}

    /**
     * Makes the package.
     *
     * @param distribution its content; {@code lib.rs} is the root of the library
     * @return the bytes of a {@code .crate}
     */
    public static byte[] of(Distribution distribution) {
        String folder = distribution.name() + "-" + distribution.version() + "/";
        SortedMap<String, String> files = new TreeMap<>();
        distribution.sources().forEach((path, text) -> files.put(folder + "src/" + path, text));
        files.put(folder + "Cargo.toml", manifest(distribution));
        files.put(folder + "README.md", distribution.readme());
        files.put(folder + "LICENSE", distribution.licence());
        return Tarball.of(files, distribution.timestamp());
    }

    private static String manifest(Distribution distribution) {
        boolean patterns = distribution.sources().values().stream().anyMatch(text -> text.contains("regex::"));
        String homepage = distribution.homepage().isEmpty()
                ? ""
                : "homepage = " + Distribution.literal(distribution.homepage()) + "\n";
        return """
                [package]
                name = %s
                version = %s
                edition = "2021"
                description = %s
                %slicense-file = "LICENSE"
                readme = "README.md"

                [dependencies]
                %sserde = { version = "1", features = ["derive"] }
                # Without arbitrary_precision an integer beyond 64 bits and the last digit of some numbers are lost.
                serde_json = { version = "1", features = ["arbitrary_precision"] }
                """.formatted(
                        Distribution.literal(distribution.name()),
                        Distribution.literal(distribution.version()),
                        Distribution.literal(distribution.description()),
                        homepage,
                        patterns ? "regex = \"1\"\n" : "");
    }
}
