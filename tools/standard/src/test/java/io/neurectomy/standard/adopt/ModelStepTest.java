package io.neurectomy.standard.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.module.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each trap that real repositories held is a test. */
class ModelStepTest {
    private static final String PARENT = """
              <parent>
                <groupId>io.neurectomy</groupId>
                <artifactId>neurectomy-build-parent</artifactId>
                <version>1</version>
                <relativePath/>
              </parent>
            """;

    private static final String FOREIGN = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>com.other</groupId>
                <artifactId>other-parent</artifactId>
                <version>7</version>
              </parent>
              <artifactId>b</artifactId>
            </project>
            """;

    private static final ModuleFacts PLAIN = facts(Optional.empty(), List.of(), Map.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void insertsTheParentAndNothingElse() throws Exception {
        String pom = "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <!-- kept -->\n  <groupId>a</groupId>\n"
                + "  <artifactId>b</artifactId>\n</project>\n";
        assertThat(adopted(pom, PLAIN))
                .isEqualTo(pom.replace("  <!-- kept -->\n", "  <!-- kept -->\n\n" + PARENT + "\n"));
    }

    @Test
    void keepsLineEndsAndByteOrderMark() throws Exception {
        String pom = "\uFEFF<?xml version=\"1.0\"?>\r\n<project>\r\n  <modelVersion>4.0.0</modelVersion>\r\n"
                + "  <artifactId>b</artifactId>\r\n</project>\r\n";
        assertThat(adopted(pom, PLAIN))
                .startsWith("\uFEFF<?xml")
                .contains("<relativePath/>\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void writesTheJavaReleaseThatWasInForce() throws Exception {
        String pom = project("""
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>3.11.0</version>
                        <configuration>
                          <source>1.8</source>
                          <target>1.8</target>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                """);
        assertThat(adopted(pom, facts(Optional.of("8"), List.of(), Map.of(), List.of())))
                .contains("<maven.compiler.release>8</maven.compiler.release>")
                .doesNotContain("<source>", "<target>", "3.11.0", "<configuration>");
    }

    @Test
    void appendsProcessorsThatWereOnTheClassPath() throws Exception {
        assertThat(adopted(
                        project(""),
                        facts(Optional.empty(), List.of("org.projectlombok:lombok:1.18.42"), Map.of(), List.of())))
                .contains(
                        "<annotationProcessorPaths combine.children=\"append\">",
                        "<artifactId>lombok</artifactId>",
                        "<version>1.18.42</version>");
    }

    @Test
    void mergesProcessorPathsThatAreThere() throws Exception {
        String pom = project("""
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                          <annotationProcessorPaths>
                            <path>
                              <artifactId>lombok</artifactId>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                """);
        assertThat(adopted(
                        pom, facts(Optional.empty(), List.of("org.projectlombok:lombok:1.18.42"), Map.of(), List.of())))
                .contains("combine.children=\"append\"")
                .doesNotContain("1.18.42");
    }

    @Test
    void keepsTheCoverageAgentWhereTestsHaveArgumentsOfTheirOwn() throws Exception {
        String pom = project("""
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <configuration>
                          <argLine>-Xmx1g</argLine>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                """);
        assertThat(adopted(pom, PLAIN)).contains("<argLine>@{argLine} -Xmx1g</argLine>");
    }

    @Test
    void removesWhatTheParentDoesAndPinsWhatItDoesNot() throws Exception {
        String pom = project("""
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.jacoco</groupId>
                        <artifactId>jacoco-maven-plugin</artifactId>
                        <version>0.8.7</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-release-plugin</artifactId>
                      </plugin>
                    </plugins>
                  </build>
                """);
        Map<String, String> versions = Map.of("org.apache.maven.plugins:maven-release-plugin", "2.5.3");
        assertThat(adopted(pom, facts(Optional.empty(), List.of(), versions, List.of())))
                .doesNotContain("jacoco")
                .contains("<artifactId>maven-release-plugin</artifactId>\n        <version>2.5.3</version>");
    }

    @Test
    void importsWhatAForeignParentManaged() throws Exception {
        assertThat(adopted(FOREIGN, PLAIN))
                .contains(
                        "<artifactId>neurectomy-build-parent</artifactId>",
                        "<groupId>com.other</groupId>\n  <artifactId>b</artifactId>\n  <version>7</version>",
                        "<scope>import</scope>")
                .containsOnlyOnce("other-parent");
    }

    @Test
    void keepsAParentThatCarriesBehaviour() {
        assertThatThrownBy(() -> adopted(FOREIGN, facts(Optional.empty(), List.of(), Map.of(), List.of("a:repackage"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("[foreign-parent] pom.xml: the parent com.other:other-parent brings behaviour")
                .hasMessageContaining("a:repackage");
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        adopted(project(""), facts(Optional.of("8"), List.of(), Map.of(), List.of()));
        assertThat(step(PLAIN).changes().changes()).isEmpty();
    }

    @Test
    void refusesAModuleWhoseModelIsNotKnown() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), project(""));
        Repository repository = Repository.read(folder, EffectiveModels.none());
        assertThatThrownBy(() -> ModelStep.of(folder, repository, Map.of(), "1"))
                .hasMessageStartingWith("[effective-model] pom.xml");
    }

    private static String project(String body) {
        return "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>a</groupId>\n  <artifactId>b</artifactId>\n"
                + body + "</project>\n";
    }

    private static ModuleFacts facts(
            Optional<String> release, List<String> processors, Map<String, String> plugins, List<String> foreign) {
        return new ModuleFacts(release, processors, plugins, List.of(), Map.of(), List.of(), foreign);
    }

    private String adopted(String pom, ModuleFacts facts) throws Exception {
        Files.writeString(folder.resolve("pom.xml"), pom);
        step(facts).changes().applyTo(folder);
        return Files.readString(folder.resolve("pom.xml"));
    }

    private ModelStep step(ModuleFacts facts) throws Exception {
        return ModelStep.of(folder, Repository.read(folder, EffectiveModels.none()), Map.of("", facts), "1");
    }
}
