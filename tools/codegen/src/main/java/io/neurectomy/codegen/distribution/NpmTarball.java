package io.neurectomy.codegen.distribution;

import java.util.SortedMap;
import java.util.TreeMap;

/** A package for npm: ES modules with their declarations and TypeScript sources. Its format is that of {@code npm pack}. */
public final class NpmTarball {

    private NpmTarball() {}

    /**
     * Makes the package.
     *
     * @param distribution its content; {@code index.js} and {@code index.d.ts} are what an import finds
     * @return the bytes of a {@code .tgz}
     */
    public static byte[] of(Distribution distribution) {
        SortedMap<String, String> files = new TreeMap<>();
        distribution.sources().forEach((path, text) -> files.put("package/" + path, text));
        files.put("package/package.json", manifest(distribution));
        files.put("package/README.md", distribution.readme());
        files.put("package/LICENSE", distribution.licence());
        return Tarball.of(files, distribution.timestamp());
    }

    private static String manifest(Distribution distribution) {
        String homepage = distribution.homepage().isEmpty()
                ? ""
                : "  \"homepage\": " + Distribution.literal(distribution.homepage()) + ",\n";
        return """
                {
                  "name": %s,
                  "version": %s,
                  "description": %s,
                %s  "license": %s,
                  "type": "module",
                  "sideEffects": false,
                  "exports": {
                    ".": {
                      "types": "./index.d.ts",
                      "default": "./index.js"
                    }
                  }
                }
                """.formatted(
                        Distribution.literal(distribution.name()),
                        Distribution.literal(distribution.version()),
                        Distribution.literal(distribution.description()),
                        homepage,
                        Distribution.literal("SEE LICENSE IN LICENSE"));
    }
}
