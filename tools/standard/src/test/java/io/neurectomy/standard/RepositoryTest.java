package io.neurectomy.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be kept as a case in files: links, large files, what a reader must not do. */
class RepositoryTest {
    private static final String POM = "<project>\n  <artifactId>sample</artifactId>\n%s</project>\n";

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    @BeforeEach
    void writePom() throws IOException {
        write(folder, "pom.xml", POM.formatted(""));
    }

    @Test
    void hasNoModuleWhereThereIsNoPom() {
        assertThat(Repository.read(outside, EffectiveModels.none()).modules()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> Repository.read(folder.resolve("nowhere"), EffectiveModels.none()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void readsNoFileOfFiftyMegabytes() throws IOException {
        grow(folder.resolve("src/main/java/Large.java"));
        grow(folder.resolve("README.md"));
        Repository repository = Repository.read(folder, EffectiveModels.none());
        assertThat(repository.modules().get(0).mainSources())
                .containsExactly(new SourceFile("src/main/java/Large.java", ""));
        assertThat(Audit.of(repository, Rules.all()).findings())
                .map(Finding::toString)
                .contains("[readable-file] src/main/java/Large.java: has 50 MB; nothing over 10 MB is read."
                        + " Replace it by a text file; no rule has looked into it.");
    }

    @Test
    void readsNoPomOfFiftyMegabytes() throws IOException {
        grow(folder.resolve("pom.xml"));
        Repository repository = Repository.read(folder, EffectiveModels.none());
        assertThat(repository.modules()).isEmpty();
        assertThat(repository.problems())
                .containsExactly(
                        new Problem(Problem.Kind.POM, Place.of("pom.xml"), "has 50 MB; nothing over 10 MB is read"));
    }

    @Test
    void followsNoLinkOutOfTheRepository() throws IOException {
        write(outside, "pom.xml", POM.formatted(""));
        write(outside, "Secret.java", "class Secret {}");
        write(outside, "README.md", "# secret");
        write(folder, "pom.xml", POM.formatted("  <modules>\n    <module>linked</module>\n  </modules>\n"));
        write(folder, "src/main/java/Own.java", "class Own {}");
        link(folder.resolve("linked"), outside);
        link(folder.resolve("src/main/java/Secret.java"), outside.resolve("Secret.java"));
        link(folder.resolve("README.md"), outside.resolve("README.md"));

        Repository repository = Repository.read(folder, EffectiveModels.none());

        assertThat(repository.modules()).hasSize(1);
        assertThat(repository.modules().get(0).mainSources())
                .extracting(SourceFile::name)
                .containsExactly("Own.java");
        assertThat(repository.modules().get(0).readme()).isEmpty();
        assertThat(repository.problems())
                .extracting(p -> p.place() + " " + p.message())
                .containsExactlyInAnyOrder(
                        "pom.xml:4 leads by a link to linked/pom.xml, which lies outside the repository",
                        "src/main/java/Secret.java is a link out of the repository",
                        "README.md is a link out of the repository");
    }

    @Test
    void reportsALinkToNothing() throws IOException {
        link(folder.resolve("src/main/java/Lost.java"), folder.resolve("nowhere"));
        assertThat(Repository.read(folder, EffectiveModels.none())
                        .modules()
                        .get(0)
                        .mainSources())
                .isEmpty();
    }

    @Test
    void neverReadsWhatABuildWrote() throws IOException {
        write(folder, "src/main/java/A.java", "class A {}");
        write(folder, "src/it/sample/target/B.java", "class B {}");
        write(folder, "src/it/sample/src/C.java", "class C {}");
        Module module =
                Repository.read(folder, EffectiveModels.none()).modules().get(0);
        assertThat(module.testSources()).extracting(SourceFile::path).containsExactly("src/it/sample/src/C.java");
    }

    @Test
    void readsAParentThatNoModuleListNames() throws IOException {
        write(folder, "pom.xml", child("build/parent"));
        write(folder, "build/parent/pom.xml", "<project><groupId>g</groupId><artifactId>parent</artifactId></project>");
        Repository repository = Repository.read(folder, EffectiveModels.none());
        assertThat(repository.lineage(repository.modules().get(0)).ancestors())
                .extracting(Pom::file)
                .containsExactly("build/parent/pom.xml");
        assertThat(repository.modules()).hasSize(1);
    }

    @Test
    void takesNoStrangerAboveTheRepositoryForTheParent() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        write(inner, "pom.xml", child("../pom.xml"));
        Repository repository = Repository.read(inner, EffectiveModels.none());
        Lineage lineage = repository.lineage(repository.modules().get(0));
        assertThat(lineage.missing()).contains(new Coordinates("g", "parent", "1"));
        assertThat(lineage.ancestors()).isEmpty();
    }

    @Test
    void readsAPomThatIsDeeperThanAnyRealOneAsAProblem() throws IOException {
        write(folder, "pom.xml", POM.formatted("<a>".repeat(100_000)));
        assertThat(Repository.read(folder, EffectiveModels.none()).problems())
                .extracting(Problem::message)
                .containsExactly("is nested deeper than 80 elements");
    }

    @Test
    void givesTheSameAuditTwice() throws IOException {
        write(
                folder,
                "pom.xml",
                POM.formatted("  <modules>\n    <module>x</module>\n    <module>y</module>\n  </modules>\n"));
        List<Audit> audits = List.of(audit(), audit());
        assertThat(audits.get(0)).isEqualTo(audits.get(1));
        assertThat(audits.get(0).findings()).isSorted().hasSizeGreaterThan(2);
    }

    private Audit audit() {
        return Audit.of(Repository.read(folder, EffectiveModels.none()), Rules.all());
    }

    private static String child(String relativePath) {
        return "<project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><relativePath>"
                + relativePath + "</relativePath></parent><artifactId>sample</artifactId></project>";
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private static void grow(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L * 1024 * 1024);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(link.getParent()));
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            assumeTrue(false, "this file system has no links");
        }
    }
}
