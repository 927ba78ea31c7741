package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCompatibilityMojoTest {
    private static final String NARROWER = Schemas.CUSTOMER.replace("40", "20");

    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    private Path schema = Path.of("");

    @BeforeEach
    void writeTwoVersions() throws IOException {
        Schemas.write(folder.resolve("released/customer.schema.json"), Schemas.CUSTOMER);
        schema = Schemas.write(folder.resolve("src/main/schemas/customer.schema.json"), Schemas.CUSTOMER);
    }

    @Test
    void acceptsWhatBreaksNobody() throws Exception {
        Files.writeString(schema, Schemas.CUSTOMER.replace("40", "60"));
        check("released").execute();
        assertThat(log.lines).containsExactly("INFO The schemas are backward compatible with released.");
    }

    @Test
    void namesTheBreakWithAProofAndFails() throws Exception {
        Files.writeString(schema, NARROWER);
        assertThatThrownBy(() -> check("released").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "[incompatible] 1 change of the schemas: not backward compatible with released.")
                .hasMessageEndingWith("mvn neurectomy:check-compatibility");
        assertThat(log.lines)
                .singleElement()
                .asString()
                .contains(
                        "customer.schema.json:5:",
                        "#/properties/name",
                        "breaks readers by the new schema",
                        "{\"name\":");
    }

    @Test
    void asksForTheDirectionThatIsWanted() throws Exception {
        Files.writeString(schema, NARROWER);
        CheckCompatibilityMojo forward = check("released");
        forward.mode = "forward";
        forward.execute();
        CheckCompatibilityMojo full = check("released");
        full.mode = "full";
        assertThatThrownBy(full::execute).hasMessageContaining("not full compatible");
        CheckCompatibilityMojo unknown = check("released");
        unknown.mode = "sideways";
        assertThatThrownBy(unknown::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[unknown-mode] <mode>: there is no mode 'sideways'.");
    }

    @Test
    void comparesDefinitionsOfAFileWhoseRootAssertsNothing() throws Exception {
        String definitions =
                "{\"$defs\": {\"Name\": {\"type\": \"string\", \"maxLength\": 40}, \"Age\": {\"type\": \"integer\"}}}";
        Schemas.write(folder.resolve("released/common.schema.json"), definitions);
        Schemas.write(
                folder.resolve("src/main/schemas/common.schema.json"),
                definitions.replace("40", "20").replace("Age", "Years"));
        assertThatThrownBy(() -> check("released").execute()).hasMessageStartingWith("[incompatible] 2 changes");
        assertThat(log.lines)
                .anyMatch(line -> line.contains("#/$defs/Name"))
                .anyMatch(line -> line.startsWith("ERROR [schema-removed] ") && line.contains("#/$defs/Age"));
    }

    @Test
    void reportsOnceWhatBreaksADefinitionAndTheRootThatUsesIt() throws Exception {
        String used = "{\"$ref\": \"#/$defs/Name\", \"$defs\": {\"Name\": {\"type\": \"string\", \"maxLength\": 40}}}";
        Schemas.write(folder.resolve("released/customer.schema.json"), used);
        Files.writeString(schema, used.replace("40", "20"));
        assertThatThrownBy(() -> check("released").execute()).hasMessageStartingWith("[incompatible] 1 change ");
    }

    @Test
    void reportsARemovedFileAndOnlyReportsWhenVerificationMustNotFail() throws Exception {
        Schemas.write(folder.resolve("released/order.schema.json"), Schemas.CUSTOMER);
        CheckCompatibilityMojo check = check("released");
        check.fail = false;
        check.execute();
        assertThat(log.lines)
                .singleElement()
                .asString()
                .startsWith("ERROR [schema-removed] ")
                .contains("order.schema.json");
    }

    @Test
    void comparesWithARevisionOfGit() throws Exception {
        git("init", "-q");
        git("-c", "user.name=a", "-c", "user.email=a@acme.com", "commit", "-q", "--allow-empty", "-m", "empty");
        git("add", "src");
        git("-c", "user.name=a", "-c", "user.email=a@acme.com", "commit", "-q", "-m", "schemas");
        Files.writeString(schema, NARROWER);
        assertThatThrownBy(() -> check("git:HEAD").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("not backward compatible with git:HEAD");
        log.lines.clear();
        check("git:HEAD~1").execute();
        assertThat(log.lines).containsExactly("INFO There are no schemas in git:HEAD~1 yet: nothing can be broken.");
        assertThatThrownBy(() -> check("git:absent").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[baseline] git:absent: git does not have it in ")
                .hasMessageEndingWith(
                        "Name a revision as git:main, a release as artifact:groupId:artifactId:version, or a folder.");
    }

    @Test
    void refusesWhatIsNoBaseline() {
        assertThatThrownBy(() -> check("git:--output=x").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[baseline] git:--output=x: '--output=x' is no revision.");
        assertThatThrownBy(() -> check("absent").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[baseline] absent: there is no such folder.");
    }

    @Test
    void refusesSchemasThatCannotBeCompared() throws Exception {
        Files.writeString(schema, "{\"type\": \"objekt\"}");
        assertThatThrownBy(() -> check("released").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[schema-error] " + schema);
        CheckCompatibilityMojo absent = check("released");
        absent.schemas = folder.resolve("absent").toFile();
        assertThatThrownBy(absent::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("there is no such folder. Correct <schemas>.");
    }

    @Test
    void saysNothingWhenSkipped() throws Exception {
        CheckCompatibilityMojo check = check("absent");
        check.skipVerification = true;
        check.execute();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void comparesWithTheJarOfARelease() throws Exception {
        Path jar = Schemas.jar(folder.resolve("customer-1.0.jar"), "com/acme/customer.schema.json", Schemas.CUSTOMER);
        check("artifact:com.acme:customer:1.0", jar).execute();
        Files.writeString(schema, NARROWER);
        assertThatThrownBy(() -> check("artifact:com.acme:customer:1.0", jar).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("not backward compatible with artifact:com.acme:customer:1.0");
    }

    @Test
    void findsSchemasOfAReleaseBelowTheSameFolder() throws Exception {
        Path jar = Schemas.jar(folder.resolve("customer-1.0.jar"), "com/acme/customer.schema.json", Schemas.CUSTOMER);
        Schemas.write(folder.resolve("src/main/schemas/com/acme/customer.schema.json"), NARROWER);
        assertThatThrownBy(() -> check("artifact:com.acme:customer:1.0", jar).execute())
                .hasMessageStartingWith("[incompatible] 1 change");
    }

    @Test
    void saysThatAReleaseIsNotThere() {
        assertThatThrownBy(() -> check("artifact:com.acme:customer:1.0").execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("no com.acme:customer:1.0");
    }

    private CheckCompatibilityMojo check(String baseline, Path... jars) {
        CheckCompatibilityMojo check = new CheckCompatibilityMojo((String coordinates) -> {
            if (jars.length == 0) {
                throw new MojoExecutionException("no " + coordinates);
            }
            return jars[0].toFile();
        });
        check.project = Schemas.module(folder);
        check.schemas = folder.resolve("src/main/schemas").toFile();
        check.baseline = baseline;
        check.setLog(log);
        return check;
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }
}
