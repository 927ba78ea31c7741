package io.neurectomy.standard;

import java.util.List;

/** What is known of the parent POM that a conforming repository inherits from. */
public final class BuildParent {
    /** The parent's {@code groupId:artifactId}. */
    public static final String KEY = "io.neurectomy:neurectomy-build-parent";

    /** The properties by which a user of the parent may change it; there are no others. */
    public static final List<String> USER_PROPERTIES = List.of(
            "application",
            "coverage.branch",
            "coverage.instruction",
            "coverage.line",
            "coverage.method",
            "maven.compiler.release",
            "verification.fail",
            "verification.skip");

    private BuildParent() {}

    /**
     * Tells whether a POM is the parent itself or inherits from it.
     *
     * @param pom the POM
     * @param lineage the POMs it inherits from
     * @return true if the parent's settings are in force in this POM
     */
    public static boolean governs(Pom pom, Lineage lineage) {
        return pom.coordinates().key().equals(KEY) || lineage.reaches(KEY);
    }
}
