package io.neurectomy.standard.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.standard.Audit;
import io.neurectomy.standard.EffectiveModels;
import io.neurectomy.standard.Repository;
import io.neurectomy.standard.Rules;
import io.neurectomy.standard.edit.FileChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewModuleTest {
    private static final String POM = """
            <project>
              <!-- kept -->
              <parent>
                <groupId>io.neurectomy</groupId>
                <artifactId>neurectomy-build-parent</artifactId>
                <version>0.1.0-SNAPSHOT</version>
                <relativePath/>
              </parent>
              <groupId>com.acme</groupId>
              <artifactId>acme</artifactId>
              <version>1.0.0-SNAPSHOT</version>
              <packaging>pom</packaging>
              <modules>
                <module>archive</module>
                <module>orders</module>
              </modules>
            </project>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeARepositoryWithTwoModules() throws IOException {
        write("pom.xml", POM);
        for (String name : List.of("archive", "orders")) {
            write(name + "/pom.xml", """
                    <project>
                      <parent>
                        <groupId>com.acme</groupId>
                        <artifactId>acme</artifactId>
                        <version>1.0.0-SNAPSHOT</version>
                      </parent>
                      <artifactId>acme-%s</artifactId>
                    </project>
                    """.formatted(name));
        }
        write("README.md", """
                # acme

                | module | what |
                |---|---|
                | [archive](archive/README.md) | old orders |
                | [orders](orders/README.md) | orders |

                ## License
                """);
    }

    @Test
    void writesALibraryThatTheAuditFindsNothingIn() throws Exception {
        List<String> before = findings();
        add("billing", ModuleKind.LIBRARY);
        assertThat(findings()).isEqualTo(before);
        assertThat(files("billing"))
                .containsExactly(
                        "README.md",
                        "pom.xml",
                        "src/main/java/com/acme/billing/BillingId.java",
                        "src/main/java/com/acme/billing/package-info.java",
                        "src/main/java/module-info.java",
                        "src/test/java/com/acme/billing/BillingIdTest.java");
        assertThat(Files.readString(folder.resolve("billing/pom.xml")))
                .contains("<artifactId>acme-billing</artifactId>", "  <parent>\n    <groupId>com.acme</groupId>\n")
                .doesNotContain("@");
    }

    @Test
    void writesAnApplicationThatTheAuditFindsNothingIn() throws Exception {
        List<String> before = findings();
        add("web-shop", ModuleKind.APPLICATION);
        assertThat(findings()).isEqualTo(before);
        assertThat(files("web-shop"))
                .contains("src/main/java/com/acme/webshop/WebShopApplication.java")
                .doesNotContain("src/main/java/module-info.java");
    }

    @Test
    void listsTheModuleInOrderAndTouchesNothingElse() throws Exception {
        add("billing", ModuleKind.LIBRARY);
        assertThat(Files.readString(folder.resolve("pom.xml")))
                .isEqualTo(POM.replace(
                        "    <module>orders</module>\n",
                        "    <module>billing</module>\n    <module>orders</module>\n"));
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains("| [orders](orders/README.md) | orders |\n"
                        + "| [billing](billing/README.md) | The ids of billing |\n\n## License");
    }

    @Test
    void keepsTheLineEndsAndTheByteOrderMarkOfThePom() throws Exception {
        write("pom.xml", "\uFEFF" + POM.replace("\n", "\r\n"));
        add("billing", ModuleKind.LIBRARY);
        assertThat(Files.readString(folder.resolve("pom.xml")))
                .isEqualTo("\uFEFF"
                        + POM.replace(
                                        "    <module>orders</module>\n",
                                        "    <module>billing</module>\n    <module>orders</module>\n")
                                .replace("\n", "\r\n"));
    }

    @Test
    void inheritsTheRootsParentWhereNoModuleInheritsTheRoot() throws Exception {
        for (String name : List.of("archive", "orders")) {
            write(name + "/pom.xml", """
                    <project>
                      <parent>
                        <groupId>io.neurectomy</groupId>
                        <artifactId>neurectomy-build-parent</artifactId>
                        <version>0.1.0-SNAPSHOT</version>
                        <relativePath/>
                      </parent>
                      <artifactId>%s</artifactId>
                    </project>
                    """.formatted(name));
        }
        add("billing", ModuleKind.LIBRARY);
        assertThat(Files.readString(folder.resolve("billing/pom.xml")))
                .contains("<artifactId>neurectomy-build-parent</artifactId>", "    <relativePath/>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Billing", "../out", "a/b", "-a", "a--b", "con", "lpt1", "target", "9a", "a b", "ä"})
    void refusesNamesThatCannotWork(String name) {
        assertRefused(name, Optional.empty(), "[module-name] -Dname:");
    }

    @ParameterizedTest
    @CsvSource({"com.acme.Billing,Billing", "com.acme.new,new", "com..acme,''", "com.acme.util,util", "1.a,1"})
    void refusesPackagesThatCannotWork(String javaPackage, String culprit) {
        assertRefused("billing", Optional.of(javaPackage), "'" + culprit + "'");
    }

    @Test
    void asksForAPackageWhereTheNameIsAKeyword() {
        assertRefused("import", Optional.empty(), "[package-name]");
    }

    @Test
    void refusesAFolderThatIsThere() throws IOException {
        Files.createDirectory(folder.resolve("billing"));
        assertRefused("billing", Optional.empty(), "[module-folder] billing: is there already");
    }

    @Test
    void refusesAPackageThatAnotherModuleHas() throws IOException {
        write("orders/src/main/java/com/acme/billing/Order.java", "package com.acme.billing;\n");
        assertRefused("billing", Optional.empty(), "[split-package]");
    }

    @Test
    void refusesARepositoryWithoutOurParentAndSaysHowToAdopt() throws IOException {
        write("pom.xml", POM.replaceAll("(?s)<parent>.*</parent>", ""));
        assertRefused("billing", Optional.empty(), "neurectomy-maven-plugin:adopt");
    }

    @Test
    void refusesARootThatHasCode() throws IOException {
        write("pom.xml", POM.replace("<packaging>pom</packaging>", ""));
        assertRefused("billing", Optional.empty(), "[root-packaging]");
    }

    @Test
    void refusesARootThatCannotBeRead() throws IOException {
        write("pom.xml", "<project>");
        assertRefused("billing", Optional.empty(), "[root-pom]");
    }

    @Test
    void knowsTwoKinds() throws RefusedException {
        assertThat(ModuleKind.of("library")).isEqualTo(ModuleKind.LIBRARY);
        assertThatThrownBy(() -> ModuleKind.of("service")).hasMessageContaining("Use library or application.");
    }

    private void assertRefused(String name, Optional<String> javaPackage, String reason) {
        List<String> before = files("");
        assertThatThrownBy(() -> wanted(name, ModuleKind.LIBRARY, javaPackage))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
        assertThat(files("")).isEqualTo(before);
    }

    private FileChanges wanted(String name, ModuleKind kind, Optional<String> javaPackage) throws Exception {
        return new NewModule(name, kind, javaPackage).in(folder, Repository.read(folder, EffectiveModels.none()));
    }

    private void add(String name, ModuleKind kind) throws Exception {
        wanted(name, kind, Optional.empty()).applyTo(folder);
    }

    private List<String> findings() {
        return Audit.of(Repository.read(folder, EffectiveModels.none()), Rules.all()).findings().stream()
                // Without lines: a row in the README's table moves those below it.
                .map(f -> f.rule() + " " + f.place().file() + " " + f.message())
                .toList();
    }

    private List<String> files(String below) {
        Path start = folder.resolve(below);
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }
}
