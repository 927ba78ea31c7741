package io.neurectomy.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceTest {
    @TempDir
    Path folder;

    @Test
    void tellsPackageImportsAndTypes() throws IOException {
        JavaSource source = read("""
                package a.b;

                import java.util.List;
                import static java.util.Map.*;

                /** Outer. */
                public interface Outer {
                    enum Kind { ONE, TWO; static final Kind FIRST = ONE; int weight; }
                    @Marked(name = "n", all = {"x", "y"}) record Pair(int left, int right) {}
                    class Hidden { void none() {} protected void shown() {} }
                    private void own() {}
                    @interface Mark {}
                }
                """);
        assertThat(source.packageName()).isEqualTo("a.b");
        assertThat(source.imports())
                .containsExactly(
                        new JavaImport("java.util.List", false, 3), new JavaImport("java.util.Map.*", true, 4));
        assertThat(source.imports()).extracting(JavaImport::qualifier).containsExactly("java.util", "java.util.Map");
        assertThat(source.types())
                .extracting(JavaType::name)
                .containsExactly("Outer", "Outer.Kind", "Outer.Pair", "Outer.Hidden", "Outer.Mark");
        assertThat(source.types())
                .extracting(JavaType::kind)
                .containsExactly(
                        JavaType.Kind.INTERFACE,
                        JavaType.Kind.ENUM,
                        JavaType.Kind.RECORD,
                        JavaType.Kind.CLASS,
                        JavaType.Kind.ANNOTATION);
        assertThat(source.types()).allMatch(JavaType::visible);
        assertThat(source.types().get(0).javadoc()).isEqualTo("Outer.");
        assertThat(source.types().get(0).isTopLevel()).isTrue();
        assertThat(source.types().get(1).members()).containsExactly("ONE", "TWO", "weight");
        assertThat(source.types().get(2).members()).containsExactly("left", "right");
        assertThat(source.types().get(2).annotation("Marked").orElseThrow().values())
                .isEqualTo(Map.of("name", List.of("n"), "all", List.of("x", "y")));
        assertThat(source.types().get(3).methods()).extracting(JavaMethod::name).containsExactly("shown");
        assertThat(source.problem()).isEmpty();
    }

    @Test
    void tellsWhatAModuleExports() throws IOException {
        JavaSource source = read("module a.b { requires java.xml; exports a.b; exports a.c to d, e; }");
        assertThat(source.module()).contains(new JavaModule("a.b", Map.of("a.b", List.of(), "a.c", List.of("d", "e"))));
    }

    @Test
    void losesOnlyTheFileThatNoParserTakes() throws IOException {
        write("B.java", "class B { int b = " + "(".repeat(200_000) + "; }");
        assertThat(read("class A {}").types()).hasSize(1);
        assertThat(main()).extracting(JavaSource::path).contains("src/main/java/B.java");
        assertThat(main().get(1).problem()).isPresent();
    }

    @Test
    void takesAnythingForAFileThatDoesNotParse() throws IOException {
        for (String text : List.of("", "}", "class", "\u0001\u0002", "package ;;", "enum E { A( }", "/* open")) {
            JavaSource source = read(text);
            assertThat(source.types()).allMatch(t -> source.problem().isEmpty());
        }
    }

    @Test
    void readsManyFilesInSeveralGoes() throws IOException {
        for (int i = 0; i < 20; i++) {
            write("B%02d.java".formatted(i), "class B%02d {}\n//".formatted(i) + "x".repeat(400_000));
        }
        assertThat(main()).hasSize(20).allMatch(s -> s.types().size() == 1);
        assertThat(main()).extracting(JavaSource::path).isSorted();
    }

    private JavaSource read(String text) throws IOException {
        write("A.java", text);
        return main().get(0);
    }

    private List<JavaSource> main() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<project><artifactId>sample</artifactId></project>");
        return Repository.read(folder, EffectiveModels.none()).modules().get(0).mainJava();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("src/main/java").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
