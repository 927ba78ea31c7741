package io.neurectomy.test.schema;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A schema and where it was found.
 *
 * @param where the name for messages
 * @param text the schema
 * @param uri what relative references are relative to; it has the same shape for files and for entries of a jar, whose
 *     own URLs can't be resolved against
 * @param prefix what stands before the path of {@code uri} in a URL that can be opened; null for text
 */
record SchemaSource(
        String where, String text, String uri, @Nullable String prefix) {

    private static final String LOCAL = "schema://local";

    static SchemaSource ofText(String text, int number) {
        return new SchemaSource(
                number == 0 ? "the schema" : "further schema " + number, text, LOCAL + "/text-" + number, null);
    }

    static SchemaSource of(URL url) {
        String form = url.toExternalForm();
        int entry = form.startsWith("jar:") ? form.indexOf("!/") + 1 : "file:".length();
        if (!form.startsWith("jar:") && !form.startsWith("file:")) {
            throw new UnusableSchemaException(
                    "[schema-not-found] %s: only files and entries of jars are read. Save the schema beside the test."
                            .formatted(url));
        }
        String prefix = form.substring(0, entry);
        String path = form.substring(entry).replaceFirst("^/+", "/");
        return new SchemaSource(url.toString(), read(url), LOCAL + path, prefix);
    }

    /** Returns what stands at another local URI, or null if there is nothing. */
    @Nullable
    SchemaSource sibling(String other) {
        if (prefix == null || !other.startsWith(LOCAL + "/")) {
            return null;
        }
        try {
            return of(URI.create(prefix + other.substring(LOCAL.length())).toURL());
        } catch (IllegalArgumentException | IOException | UnusableSchemaException e) {
            return null;
        }
    }

    private static String read(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableSchemaException("[schema-not-found] %s: can't be read. Correct the path.".formatted(url));
        }
    }
}
