package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyGeneratedMojoTest {
    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    private Path schema = Path.of("");
    private Path customer = Path.of("");

    @BeforeEach
    void generate() throws Exception {
        schema = Schemas.write(folder.resolve("src/main/schemas/customer.schema.json"), Schemas.CUSTOMER);
        GenerateMojo generate = new GenerateMojo();
        generate.project = Schemas.module(folder);
        generate.packageName = "com.acme";
        generate.output = folder.resolve("out").toFile();
        generate.setLog(new RecordingLog());
        generate.execute();
        customer = folder.resolve("out/com/acme/Customer.java");
    }

    @Test
    void isContentWithWhatWasJustGenerated() throws Exception {
        verify().execute();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void showsTheDifferenceAndTheCommandThatWritesItAnew() throws Exception {
        Files.writeString(customer, Files.readString(customer).replace("name", "fullName"));
        VerifyGeneratedMojo verify = verify();
        verify.execution = new MojoExecution(new Plugin(), "verify-generated", "drift");
        assertThatThrownBy(verify::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[generated-drift] 1 file is not what the schemas say.")
                .hasMessageEndingWith("mvn neurectomy:generate@drift");
        assertThat(log.lines)
                .contains("ERROR --- " + customer, "ERROR +++ " + customer + " as generated now")
                .anyMatch(line -> line.startsWith("ERROR -") && line.contains("String fullName"))
                .anyMatch(line -> line.startsWith("ERROR +") && line.contains("String name"));
    }

    @Test
    void namesWhatIsMissingAndWhatIsNoLongerGenerated() throws Exception {
        Files.move(schema, schema.resolveSibling("client.schema.json"));
        assertThatThrownBy(() -> verify().execute()).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines)
                .contains("ERROR [generated-drift] " + customer
                        + ": is no longer generated. To delete it: mvn neurectomy:generate")
                .contains("ERROR [generated-drift] " + customer.resolveSibling("Client.java")
                        + ": is missing. To write it: mvn neurectomy:generate");
    }

    @Test
    void saysSoIfOnlyLineEndsDiffer() throws Exception {
        Files.writeString(customer, Files.readString(customer).replace("\n", "\r\n"));
        assertThatThrownBy(() -> verify().execute()).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines)
                .containsExactly(
                        "ERROR [generated-drift] " + customer + ": only its line ends differ. Write them as \\n.");
    }

    @Test
    void onlyReportsWhenVerificationMustNotFail() throws Exception {
        Files.delete(customer);
        VerifyGeneratedMojo verify = verify();
        verify.fail = false;
        verify.execute();
        assertThat(log.lines).hasSize(1);
    }

    @Test
    void saysNothingWhenSkipped() throws Exception {
        Files.delete(customer);
        VerifyGeneratedMojo verify = verify();
        verify.skipVerification = true;
        verify.execute();
        assertThat(log.lines).isEmpty();
    }

    @Test
    void saysWhatIsWrongIfTheOutputCannotBeRead() throws Exception {
        Files.delete(customer);
        VerifyGeneratedMojo verify = verify();
        Schemas.write(folder.resolve("bad/.neurectomy-codegen/java-com.acme.txt"), "../../escape\n");
        verify.output = folder.resolve("bad").toFile();
        assertThatThrownBy(verify::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[readable-output] ");
    }

    private VerifyGeneratedMojo verify() {
        VerifyGeneratedMojo verify = new VerifyGeneratedMojo();
        verify.project = Schemas.module(folder);
        verify.packageName = "com.acme";
        verify.output = folder.resolve("out").toFile();
        verify.setLog(log);
        return verify;
    }
}
