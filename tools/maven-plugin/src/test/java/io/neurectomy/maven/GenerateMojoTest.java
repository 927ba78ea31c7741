package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {
    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    private Path schema = Path.of("");

    @BeforeEach
    void writeASchema() throws Exception {
        schema = Schemas.write(folder.resolve("src/main/schemas/customer.schema.json"), Schemas.CUSTOMER);
    }

    @Test
    void writesJavaAndAddsItToWhatIsCompiled() throws Exception {
        GenerateMojo generate = generate();
        generate.execute();
        assertThat(folder.resolve("out/com/acme/Customer.java")).content().contains("record Customer(");
        assertThat(generate.project.getCompileSourceRoots())
                .containsExactly(folder.resolve("out").toString());
    }

    @Test
    void writesNothingAgainWhileNothingChanges() throws Exception {
        generate().execute();
        log.lines.clear();
        GenerateMojo again = generate();
        again.execute();
        assertThat(log.lines).isEmpty();
        assertThat(again.project.getCompileSourceRoots()).hasSize(1);
    }

    @Test
    void writesAgainWhatSomebodyDeletedOrEdited() throws Exception {
        generate().execute();
        Path customer = folder.resolve("out/com/acme/Customer.java");
        String generated = Files.readString(customer);
        Files.delete(customer);
        generate().execute();
        assertThat(customer).hasContent(generated);
        Files.writeString(customer, "edited");
        generate().execute();
        assertThat(customer).hasContent(generated);
    }

    @Test
    void noticesAChangeOfAFileThatIsReferredToInAFolderBelow() throws Exception {
        Path name = Schemas.write(folder.resolve("src/main/schemas/parts/name.json"), "{\"type\": \"string\"}");
        Files.writeString(
                schema,
                Schemas.CUSTOMER.replace(
                        "{\"type\": \"string\", \"maxLength\": 40}", "{\"$ref\": \"parts/name.json\"}"));
        generate().execute();
        String before = Files.readString(folder.resolve("out/com/acme/Customer.java"));
        Files.writeString(name, "{\"type\": \"boolean\"}");
        generate().execute();
        assertThat(folder.resolve("out/com/acme/Customer.java"))
                .content()
                .isNotEqualTo(before)
                .contains("oolean name");
    }

    @Test
    void generatesFromDefinitionsThatReferToEachOtherThousandsDeep() throws Exception {
        StringBuilder chain = new StringBuilder("{\"type\": \"object\", \"$ref\": \"#/$defs/T0\", \"$defs\": {");
        int last = 3_000;
        for (int i = 0; i < last; i++) {
            chain.append("\"T%d\": {\"properties\": {\"next\": {\"$ref\": \"#/$defs/T%d\"}}},".formatted(i, i + 1));
        }
        Files.writeString(schema, chain.append("\"T3000\": {\"type\": \"string\"}}}"));
        GenerateMojo generate = generate();
        generate.languages = List.of("typescript");
        generate.execute();
        assertThat(folder.resolve("out")).isNotEmptyDirectory();
    }

    @Test
    void writesSeveralLanguagesIntoAFolderEach() throws Exception {
        GenerateMojo generate = generate();
        generate.languages = List.of("java", " typescript");
        generate.execute();
        assertThat(folder.resolve("out/java/com/acme/Customer.java")).isRegularFile();
        assertThat(folder.resolve("out/typescript")).isDirectoryContaining("glob:**.ts");
        assertThat(generate.project.getCompileSourceRoots())
                .containsExactly(folder.resolve("out/java").toString());
    }

    @Test
    void takesSchemasFromADependencyThatIsAJarOrAFolderOfClasses() throws Exception {
        Path jar = Schemas.jar(folder.resolve("acme.jar"), "com/acme/order.schema.json", Schemas.CUSTOMER);
        GenerateMojo fromJar = generate();
        fromJar.dependency = "com.acme:schemas";
        fromJar.project.setArtifacts(Set.of(artifact(jar)));
        fromJar.execute();
        assertThat(folder.resolve("out/com/acme/Order.java")).isRegularFile();

        Schemas.write(folder.resolve("classes/com/acme/invoice.schema.json"), Schemas.CUSTOMER);
        GenerateMojo fromClasses = generate();
        fromClasses.dependency = "com.acme:schemas";
        fromClasses.schemas = List.of("com/acme");
        fromClasses.project.setArtifacts(Set.of(artifact(folder.resolve("classes"))));
        fromClasses.execute();
        assertThat(folder.resolve("out/com/acme/Invoice.java")).isRegularFile();
        assertThat(folder.resolve("out/com/acme/Order.java")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithADependency() throws Exception {
        GenerateMojo generate = generate();
        generate.dependency = "com.acme:schemas";
        assertThatThrownBy(generate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[schema-dependency] com.acme:schemas: is no dependency of this module.");
        generate.project.setArtifacts(Set.of(artifact(folder.resolve("absent.jar"))));
        assertThatThrownBy(generate::execute).hasMessageContaining("has no classes yet.");
        Path broken = Schemas.write(folder.resolve("broken.jar"), "no jar");
        generate.project.setArtifacts(Set.of(artifact(broken)));
        assertThatThrownBy(generate::execute).hasMessageContaining("is no readable jar.");
        Path empty = Schemas.jar(folder.resolve("empty.jar"), "readme.txt", "none");
        generate.project.setArtifacts(Set.of(artifact(empty)));
        assertThatThrownBy(generate::execute).hasMessageContaining("there is no *.schema.json in it.");
    }

    @Test
    void saysWhatIsWrongWithTheConfiguration() throws Exception {
        GenerateMojo absent = generate();
        absent.schemas = List.of("absent");
        assertThatThrownBy(absent::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("there is no such file or folder. Correct <schemas>.");
        GenerateMojo language = generate();
        language.languages = List.of("cobol");
        assertThatThrownBy(language::execute)
                .hasMessageStartingWith("[unknown-language] <languages>: there is no language 'cobol'. Use java, ");
        GenerateMojo name = generate();
        name.packageName = "Com.Acme";
        assertThatThrownBy(name::execute).hasMessageStartingWith("[configuration] 'Com.Acme' is no package.");
        GenerateMojo output = generate();
        output.output = Schemas.write(folder.resolve("file"), "").toFile();
        assertThatThrownBy(output::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[writable-output] ");
    }

    @Test
    void failsOnASchemaThatIsNoneAndWritesNothing() throws Exception {
        Files.writeString(schema, "{\"type\": \"objekt\"}");
        assertThatThrownBy(() -> generate().execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("nothing was written")
                .hasMessageEndingWith("mvn neurectomy:generate");
        assertThat(log.lines).anyMatch(line -> line.startsWith("ERROR [") && line.contains("customer.schema.json:1:"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void warnsOfWhatTheLanguageCannotDecideAndFailsOfItWhenStrict() throws Exception {
        Files.writeString(schema, Schemas.CUSTOMER.replace("\"maxLength\": 40", "\"pattern\": \"^[a-z]+$\""));
        GenerateMojo lenient = generate();
        lenient.languages = List.of("graphql");
        lenient.execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("WARNING ["));
        GenerateMojo strict = generate();
        strict.languages = List.of("graphql");
        strict.strict = true;
        assertThatThrownBy(strict::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void doesNothingWhenSkipped() throws Exception {
        GenerateMojo generate = generate();
        generate.skip = true;
        generate.execute();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private GenerateMojo generate() {
        GenerateMojo generate = new GenerateMojo();
        MavenProject project = Schemas.module(folder);
        generate.project = project;
        generate.packageName = "com.acme";
        generate.output = folder.resolve("out").toFile();
        generate.setLog(log);
        return generate;
    }

    private static Artifact artifact(Path file) {
        DefaultArtifact artifact = new DefaultArtifact(
                "com.acme", "schemas", "1.0.0", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }
}
