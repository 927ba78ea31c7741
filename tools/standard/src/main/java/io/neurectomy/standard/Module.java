package io.neurectomy.standard;

import java.util.List;
import java.util.Optional;

/**
 * A module of the reactor with its files.
 *
 * @param path folder relative to the repository's; empty for the repository's own
 * @param pom its POM as it is written
 * @param effective what Maven makes of the POM
 * @param mainSources its main sources, sorted by path
 * @param testSources its test sources, those of integration tests included, sorted by path
 * @param readme its {@code README.md}
 * @param otherReadme name of a README in another format, if there is no {@code README.md}
 * @param mainJava what its main sources in Java say
 * @param testJava what its test sources in Java say
 */
public record Module(
        String path,
        Pom pom,
        Effective effective,
        List<SourceFile> mainSources,
        List<SourceFile> testSources,
        Optional<SourceFile> readme,
        Optional<String> otherReadme,
        List<JavaSource> mainJava,
        List<JavaSource> testJava) {
    /**
     * Copies the lists.
     *
     * @param path folder
     * @param pom POM as it is written
     * @param effective what Maven makes of the POM
     * @param mainSources main sources
     * @param testSources test sources
     * @param readme README in Markdown
     * @param otherReadme name of a README in another format
     * @param mainJava what its main sources in Java say
     * @param testJava what its test sources in Java say
     */
    public Module {
        mainSources = List.copyOf(mainSources);
        testSources = List.copyOf(testSources);
        mainJava = List.copyOf(mainJava);
        testJava = List.copyOf(testJava);
    }

    /**
     * Tells whether the module only lists other modules or shares a POM, and so has no artifact with code.
     *
     * @return true for the packaging {@code pom}
     */
    public boolean isPomOnly() {
        return pom.packaging().equals("pom");
    }

    /**
     * Adds what the sources say.
     *
     * @param main what its main sources in Java say
     * @param test what its test sources in Java say
     * @return the module with these facts
     */
    public Module withJava(List<JavaSource> main, List<JavaSource> test) {
        return new Module(path, pom, effective, mainSources, testSources, readme, otherReadme, main, test);
    }

    /**
     * Returns a file in the module's folder.
     *
     * @param name name relative to the module's folder
     * @return path relative to the repository's folder
     */
    public String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
