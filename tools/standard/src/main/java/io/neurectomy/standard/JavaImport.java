package io.neurectomy.standard;

/**
 * An import of a Java file.
 *
 * @param name what is imported, {@code *} at its end included
 * @param isStatic whether members are imported
 * @param line line, counted from 1
 */
public record JavaImport(String name, boolean isStatic, int line) {
    /**
     * Returns the package or type that the imported name stands in.
     *
     * @return the name without its last part
     */
    public String qualifier() {
        return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    }
}
