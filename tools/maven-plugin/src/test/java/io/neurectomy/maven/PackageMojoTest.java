package io.neurectomy.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PackageMojoTest {
    private final RecordingLog log = new RecordingLog();
    private final List<String> attached = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void writeGeneratedCode() throws Exception {
        Schemas.write(folder.resolve("generated/rust/types.rs"), "pub struct Customer;\n");
        Schemas.write(folder.resolve("generated/python/types.py"), "class Customer: ...\n");
        Schemas.write(folder.resolve("generated/typescript/types.ts"), "export const one = 1;\n");
        for (String format : List.of("crate", "wheel", "npm")) {
            Schemas.write(folder.resolve("packages/" + format + ".md"), "# Types\n");
        }
        Schemas.write(folder.resolve("LICENSE"), "None.\n");
    }

    @Test
    void attachesACrateAndAWheelAndWarnsThatThereIsNoCompilerForNpm() throws Exception {
        pack().execute();
        assertThat(attached)
                .containsExactly(
                        "crate crate shop-1.0.0-SNAPSHOT-crate.crate", "whl wheel shop-1.0.0-SNAPSHOT-wheel.whl");
        assertThat(folder.resolve("target/shop-1.0.0-SNAPSHOT-crate.crate")).isNotEmptyFile();
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("WARNING [npm-package] there is no TypeScript compiler"));
    }

    @Test
    void packagesTheLanguagesThatWereGenerated() throws Exception {
        Files.delete(folder.resolve("generated/rust/types.rs"));
        Files.delete(folder.resolve("generated/rust"));
        Files.delete(folder.resolve("generated/typescript/types.ts"));
        pack().execute();
        assertThat(attached).containsExactly("whl wheel shop-1.0.0-SNAPSHOT-wheel.whl");
        assertThat(log.lines).noneMatch(line -> line.startsWith("WARNING"));
    }

    @Test
    void endsContinuousIntegrationWithoutACompiler() {
        PackageMojo pack = pack();
        pack.ci = "true";
        assertThatThrownBy(pack::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Run: npm ci --prefix " + folder);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void compilesTypeScriptForNpm() throws Exception {
        PackageMojo pack = pack();
        pack.typescriptCompiler = script("for f in *.ts; do echo x > ${f%.ts}.js; echo x > ${f%.ts}.d.ts; done");
        pack.execute();
        assertThat(attached).contains("tgz npm shop-1.0.0-SNAPSHOT-npm.tgz");
        assertThat(folder.resolve("target/npm/index.ts")).hasContent("export const one = 1;\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void showsWhatTheCompilerRefuses() throws Exception {
        PackageMojo pack = pack();
        pack.typescriptCompiler = script("echo index.ts: wrong; exit 2");
        assertThatThrownBy(pack::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("refuses the generated code:\nindex.ts: wrong");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        PackageMojo ungenerated = pack();
        ungenerated.generatedDirectory = folder.resolve("absent").toFile();
        assertThatThrownBy(ungenerated::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith("Run generate first: mvn generate-sources");
        Files.delete(folder.resolve("packages/wheel.md"));
        assertThatThrownBy(() -> pack().execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "[package] " + folder.resolve("packages/wheel.md") + ": there is no such file.");
        PackageMojo unlicensed = pack();
        unlicensed.licenceFile = null;
        assertThatThrownBy(unlicensed::execute).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void takesTheTimesThatMavenTakesAndRefusesOthers() throws Exception {
        byte[] first = crateAt("2026-01-31T00:00:00Z");
        assertThat(crateAt("2026-01-31T02:00:00+02:00")).isEqualTo(first);
        assertThat(crateAt("1769817600")).isEqualTo(first);
        assertThatThrownBy(() -> crateAt("yesterday"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[package] <timestamp>: 'yesterday' is no time.");
    }

    @Test
    void refusesANameThatIsNoneInEveryFormat() {
        PackageMojo pack = pack();
        pack.name = "Shop Types";
        assertThatThrownBy(pack::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("[package] 'Shop Types' is no name of a package.");
    }

    @Test
    void doesNothingWhenSkipped() throws Exception {
        PackageMojo pack = pack();
        pack.skip = true;
        pack.execute();
        assertThat(attached).isEmpty();
    }

    private byte[] crateAt(String timestamp) throws Exception {
        PackageMojo pack = pack();
        pack.timestamp = timestamp;
        pack.execute();
        return Files.readAllBytes(folder.resolve("target/shop-1.0.0-SNAPSHOT-crate.crate"));
    }

    private File script(String text) throws Exception {
        File script = Schemas.write(folder.resolve("tsc"), "#!/bin/sh\n" + text + "\n")
                .toFile();
        assertThat(script.setExecutable(true)).isTrue();
        return script;
    }

    private PackageMojo pack() {
        PackageMojo pack = new PackageMojo(Schemas.module(folder), new Attaching());
        pack.generatedDirectory = folder.resolve("generated").toFile();
        pack.readmes = folder.resolve("packages").toFile();
        pack.licenceFile = folder.resolve("LICENSE").toFile();
        pack.licence = "LicenseRef-Proprietary";
        pack.name = "shop-types";
        pack.timestamp = "2026-01-31T00:00:00Z";
        pack.typescriptCompiler = folder.resolve("absent/tsc").toFile();
        pack.setLog(log);
        return pack;
    }

    /** Notes what is attached. */
    private final class Attaching implements MavenProjectHelper {
        @Override
        public void attachArtifact(MavenProject project, File file, String classifier) {
            attachArtifact(project, "jar", classifier, file);
        }

        @Override
        public void attachArtifact(MavenProject project, String type, File file) {
            attachArtifact(project, type, "", file);
        }

        @Override
        public void attachArtifact(MavenProject project, String type, String classifier, File file) {
            attached.add(type + " " + classifier + " " + file.getName());
        }

        @Override
        public void addResource(MavenProject project, String directory, List<String> in, List<String> out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addTestResource(MavenProject project, String directory, List<String> in, List<String> out) {
            throw new UnsupportedOperationException();
        }
    }
}
