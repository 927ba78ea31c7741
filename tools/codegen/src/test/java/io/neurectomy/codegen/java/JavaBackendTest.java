package io.neurectomy.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.neurectomy.codegen.Backend;
import io.neurectomy.codegen.GoldenFiles;
import io.neurectomy.codegen.Output;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import io.neurectomy.codegen.model.ModelBuilder;
import io.neurectomy.codegen.schema.SchemaReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaBackendTest {

    @TempDir
    Path folder;

    static Stream<GoldenFiles.Case> cases() {
        return GoldenFiles.cases("java");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(GoldenFiles.Case golden) throws IOException {
        golden.check(emit(golden.schema(), 3).files());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheOldWordsForTheOldJackson(GoldenFiles.Case golden) throws IOException {
        assertThat(emit(golden.schema(), 2).files().values())
                .isNotEmpty()
                .noneMatch(source -> source.contains("tools.jackson") || source.contains("nextName("));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsEveryValidDocument(GoldenFiles.Case golden) throws Exception {
        Class<?> root = compile(emit(golden.schema(), 3).files());
        for (String document : Files.readAllLines(golden.folder().resolve("valid.jsonl"))) {
            assertThat(json(roundTrip(document, root))).as(document).isEqualTo(json(document));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesEveryInvalidDocument(GoldenFiles.Case golden) throws Exception {
        Class<?> root = compile(emit(golden.schema(), 3).files());
        for (String document : Files.readAllLines(golden.folder().resolve("invalid.jsonl"))) {
            assertThatThrownBy(() -> roundTrip(document, root)).as(document).hasMessageMatching("(?s)(/.*)?: .*");
        }
    }

    @Test
    void writesAClassWhereARecordCannotHaveSoManyComponents() throws Exception {
        StringBuilder properties = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            properties.append(i == 0 ? "" : ",").append("\"p").append(i).append("\": {\"type\": \"string\"}");
        }
        Path schema = Files.writeString(
                folder.resolve("wide.json"),
                "{\"type\": \"object\", \"properties\": {" + properties + "}, \"required\": [\"p7\"]}");
        SortedMap<String, String> files = emit(schema, 3).files();
        assertThat(files.get("Root.java")).contains("public final class Root");
        Class<?> root = compile(files);
        assertThat(json(roundTrip("{\"p299\": \"b\", \"p7\": \"a\"}", root)))
                .isEqualTo(json("{\"p299\": \"b\", \"p7\": \"a\"}"));
        assertThatThrownBy(() -> roundTrip("{}", root)).hasMessageStartingWith(": the member 'p7' is missing");
    }

    private static Output emit(Path schema, int jackson) {
        SchemaReader.Resolved read = SchemaReader.read(schema);
        return new JavaBackend().emit(ModelBuilder.build(read.graph(), "Root"), new Backend.Options("gen", jackson));
    }

    private static Json json(String text) {
        return JsonReader.read("document", text).document().orElseThrow().root();
    }

    /** Compiles as strictly as javac can, and loads the root. */
    private Class<?> compile(SortedMap<String, String> files) throws IOException, ClassNotFoundException {
        jackson();
        List<Path> sources = new ArrayList<>();
        for (var file : files.entrySet()) {
            sources.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                // Surefire splits them: what the module requires, JSpecify too, stands on the module path.
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                "-Xlint:all",
                "-Xdoclint:all/protected,-missing",
                "-Werror",
                "-proc:none",
                "--release",
                "17");
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())
                .loadClass("gen.Root");
    }

    private static Class<?> jackson() {
        try {
            return Class.forName("tools.jackson.databind.json.JsonMapper");
        } catch (ClassNotFoundException missing) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(
                        "generated Java can't be run: Jackson 3 is not on the class path", missing);
            }
            return abort("generated Java was not run: Jackson 3 is not on the class path");
        }
    }

    /** Reads and writes a document with Jackson's mapper as it comes. */
    private static String roundTrip(String document, Class<?> root) throws Exception {
        Object builder = jackson().getMethod("builder").invoke(null);
        Object mapper = builder.getClass().getMethod("build").invoke(builder);
        try {
            Object value = mapper.getClass()
                    .getMethod("readValue", String.class, Class.class)
                    .invoke(mapper, document, root);
            return (String) mapper.getClass()
                    .getMethod("writeValueAsString", Object.class)
                    .invoke(mapper, value);
        } catch (InvocationTargetException refusal) {
            throw (Exception) refusal.getCause();
        }
    }
}
