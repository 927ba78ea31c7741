package io.neurectomy.codegen.distribution;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What goes into a package, whatever its format. The same content gives the same bytes.
 *
 * @param name the name in lower case, words separated by hyphens, such as {@code neurectomy-types}
 * @param version the Maven version, such as {@code 1.2.0} or {@code 1.2.0-SNAPSHOT}
 * @param description one line
 * @param homepage the URL of the project; empty if it has none
 * @param licenceName as SPDX has it, or {@code LicenseRef-Proprietary}
 * @param licence the text of the licence
 * @param readme the README in Markdown
 * @param timestamp the time that every entry has
 * @param sources the text of each source file by its path, relative, with {@code /}
 */
public record Distribution(
        String name,
        String version,
        String description,
        String homepage,
        String licenceName,
        String licence,
        String readme,
        Instant timestamp,
        SortedMap<String, String> sources) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+\\.\\d+)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if name or version can't be one in every format; the message is a sentence
     */
    public Distribution {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a package. Use lower-case letters, digits and single hyphens.");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "'" + version + "' is no version that npm and Cargo take. Use three numbers, such as 1.2.0.");
        }
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /**
     * Returns the name as Python and Rust import it.
     *
     * @return such as {@code neurectomy_types}
     */
    public String importName() {
        return name.replace('-', '_');
    }

    /**
     * Returns the version as PEP 440 writes it; what stands behind the numbers becomes a development release, because
     * Python sorts no other word before the release.
     *
     * @return such as {@code 1.2.0.dev0}
     */
    public String pythonVersion() {
        int end = version.indexOf('-');
        return end < 0 ? version : version.substring(0, end) + ".dev0";
    }

    /** Returns a text as a literal that JSON and TOML both read. */
    static String literal(String text) {
        return new io.neurectomy.codegen.json.Json.Str(text).text();
    }
}
