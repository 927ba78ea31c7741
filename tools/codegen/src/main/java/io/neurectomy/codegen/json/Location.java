package io.neurectomy.codegen.json;

/**
 * Where a value stands.
 *
 * @param file the file or resource as the user named it
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param pointer the JSON Pointer (RFC 6901) from the root of the file; empty for the root itself
 */
public record Location(String file, int line, int column, String pointer) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " #" + pointer;
    }
}
