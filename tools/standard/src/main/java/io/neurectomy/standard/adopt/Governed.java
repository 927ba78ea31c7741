package io.neurectomy.standard.adopt;

import java.util.Set;

/** The plugins that the build parent configures, by artifactId. */
final class Governed {
    /** A second execution of these would do the same again, or break what ours does. */
    static final Set<String> REPLACED = Set.of(
            "jacoco-maven-plugin",
            "maven-checkstyle-plugin",
            "spotless-maven-plugin",
            "fmt-maven-plugin",
            "maven-enforcer-plugin",
            "maven-source-plugin",
            "cyclonedx-maven-plugin");

    /** Their version is the parent's: an older one may not know our configuration. */
    static final Set<String> VERSIONED = Set.of(
            "build-helper-maven-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-failsafe-plugin",
            "maven-dependency-plugin",
            "maven-clean-plugin",
            "maven-deploy-plugin",
            "maven-gpg-plugin",
            "maven-install-plugin",
            "maven-jar-plugin",
            "maven-javadoc-plugin",
            "maven-resources-plugin",
            "maven-site-plugin");

    private Governed() {}

    static boolean isReplaced(String key) {
        return REPLACED.contains(key.substring(key.indexOf(':') + 1));
    }

    static boolean isGoverned(String key) {
        return isReplaced(key) || VERSIONED.contains(key.substring(key.indexOf(':') + 1));
    }
}
