package io.neurectomy.standard;

/**
 * Names an artifact as a POM writes it; each part may still hold an expression such as {@code ${revision}}.
 *
 * @param groupId group, empty if the POM gives none
 * @param artifactId artifact, empty if the POM gives none
 * @param version version, empty if the POM gives none
 */
public record Coordinates(String groupId, String artifactId, String version) {
    /**
     * Returns the part of the coordinates that does not change with time.
     *
     * @return {@code groupId:artifactId}
     */
    public String key() {
        return groupId + ":" + artifactId;
    }

    /**
     * Returns the coordinates as Maven prints them.
     *
     * @return {@code groupId:artifactId:version}, or without the version where it is empty
     */
    @Override
    public String toString() {
        return version.isEmpty() ? key() : key() + ":" + version;
    }
}
