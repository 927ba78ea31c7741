package io.neurectomy.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaReaderTest {

    private static final String URI_OF_TEXT = "mem:/root.json";

    @TempDir
    private Path folder;

    @Test
    void readsASchemaBelowAPointerOrAnAnchor() throws IOException {
        Path file = write("a.json", "{\"$defs\": {\"Agent name\": {\"$anchor\": \"x\", \"type\": \"string\"}}}");

        assertThat(root(SchemaReader.read(file, "/$defs/Agent name")).assertions())
                .hasSize(1);
        assertThat(root(SchemaReader.read(file, "x")).key()).isEqualTo("Agent name");
    }

    @Test
    void readsEverythingThatFilesDefine() throws IOException {
        Path both = write(
                "both.schema.json",
                "{\"type\": \"object\", \"$defs\": {\"A\": {\"type\": \"string\"}, \"B\": {\"$ref\": \"only.json#/$defs/C\"}}}");
        Path only = write("only.json", "{\"$defs\": {\"C\": {\"type\": \"integer\"}}}");

        SchemaReader.Resolved read = SchemaReader.below(List.of(folder)).readDefinitions(List.of(both, only));

        assertThat(read.findings()).isEmpty();
        assertThat(read.graph().definitions())
                .extracting(id -> read.graph().schema(id).key())
                .containsExactly("both", "A", "B", "C");
        assertThat(read.graph().root()).isEqualTo(read.graph().definitions().get(0));
    }

    @Test
    void saysThatAFileCannotBeRead() {
        for (SchemaReader.Resolved read : List.of(
                SchemaReader.read(folder.resolve("missing.json")),
                SchemaReader.below(List.of()).readDefinitions(List.of(folder.resolve("missing.json"))))) {
            assertThat(read.isUsable()).isFalse();
            assertThat(read.findings()).extracting(Finding::rule).containsExactly("unreadable-schema");
            assertThat(read.graph().schemas()).hasSize(1);
        }
    }

    @Test
    void findsAnIdInAnyFileBelowTheGivenFolders() throws IOException {
        write("deep/down/x.json", "{\"$id\": \"https://example.com/x\", \"type\": \"string\"}");
        write("deep/broken.json", "{");
        Path file = write("main/a.json", "{\"$ref\": \"https://example.com/x\"}");

        assertThat(SchemaReader.below(List.of(folder)).readFile(file, "").findings())
                .isEmpty();
    }

    @Test
    void readsNoFileOutsideOfTheGivenFolders() throws IOException {
        write("outside.json", "{}");
        Path file = write("in/a.json", "{\"$ref\": \"../outside.json\"}");

        assertThat(SchemaReader.read(file).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("outside of the given folders"));
        assertThat(SchemaReader.below(List.of(folder)).readFile(file, "").findings())
                .isEmpty();
    }

    @Test
    void readsNoFileThroughALinkThatLeadsOut() throws IOException {
        Path outside = write("outside.json", "{}");
        Path file = write("in/a.json", "{\"$ref\": \"link.json\"}");
        Files.createSymbolicLink(folder.resolve("in/link.json"), outside);

        assertThat(SchemaReader.read(file).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("symbolic link"));
    }

    @Test
    void readsFromAnArchive() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(
                URI.create("jar:" + folder.resolve("schemas.jar").toUri()), Map.of("create", "true"))) {
            Path in = Files.createDirectory(archive.getPath("/schemas"));
            Files.writeString(in.resolve("item.json"), "{\"type\": \"string\"}");
            Path file = Files.writeString(in.resolve("a b.json"), "{\"$ref\": \"item.json\"}");
            Path outside = write("a.json", "{\"$ref\": \"item.json\"}");

            SchemaReader reader = SchemaReader.below(List.of(in));
            assertThat(reader.readFile(file, "").findings()).isEmpty();
            assertThat(reader.readFile(outside, "").findings()).hasSize(1);
        }
    }

    @Test
    void readsTextsByTheirUri() {
        SchemaReader.Resolved read = SchemaReader.below(List.of())
                .with(URI_OF_TEXT, "{\"$ref\": \"other.json#/$defs/x\"}")
                .with("mem:/other.json", "{\"$defs\": {\"x\": {\"type\": \"null\"}}}")
                .readText(URI_OF_TEXT);

        assertThat(read.findings()).isEmpty();
        assertThat(new Evaluator(read.graph()).isValid(read.graph().root(), new Json.Null()))
                .isTrue();
    }

    @Test
    void namesSchemasByWhereTheyStand() {
        SchemaGraph graph = read("""
                {"$ref": "#/$defs/Agent", "$defs": {"Agent": {
                  "properties": {"tags": {"items": {"type": "string"}}, "map": {"additionalProperties": {"type": "null"}}},
                  "propertyNames": {"maxLength": 9},
                  "anyOf": [{"$anchor": "first", "minProperties": 1}, {"$id": "http://x/second.schema.json", "maxProperties": 9}]}}}
                """).graph();

        assertThat(graph.schemas())
                .extracting(schema -> schema.location().pointer() + " " + schema.key() + " " + schema.definition())
                .containsExactlyInAnyOrder(
                        " root true",
                        "/$defs/Agent Agent true",
                        "/$defs/Agent/properties/tags tags false",
                        "/$defs/Agent/properties/tags/items item false",
                        "/$defs/Agent/properties/map map false",
                        "/$defs/Agent/properties/map/additionalProperties value false",
                        "/$defs/Agent/propertyNames name false",
                        "/$defs/Agent/anyOf/0 first true",
                        "/$defs/Agent/anyOf/1 second true");
    }

    @Test
    void keepsAnnotationsAlsoBesideAReferenceThatHidesItsSiblings() {
        SchemaGraph graph = read("""
                {"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/x", "title": "T",
                 "description": "D", "$comment": "C", "format": "date", "default": [1], "examples": [2],
                 "deprecated": true, "readOnly": true, "writeOnly": false, "x-order": 7, "definitions": {"x": {}}}
                """).graph();

        Schema.Annotations annotations = graph.schema(graph.root()).annotations();
        assertThat(annotations.title()).contains("T");
        assertThat(annotations.description()).contains("D");
        assertThat(annotations.comment()).contains("C");
        assertThat(annotations.format()).contains("date");
        assertThat(annotations.defaultValue().orElseThrow().text()).isEqualTo("[1]");
        assertThat(annotations.examples()).extracting(Json::text).containsExactly("2");
        assertThat(annotations.deprecated()).isTrue();
        assertThat(annotations.readOnly()).isTrue();
        assertThat(annotations.writeOnly()).isFalse();
        assertThat(annotations.extensions()).containsOnlyKeys("x-order");
    }

    @Test
    void putsAssertionsInOneOrderWhateverTheText() {
        assertThat(root(read("{\"not\": {\"type\": \"null\"}, \"required\": [], \"type\": \"object\"}"))
                        .assertions())
                .extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("Types", "Required", "Not");
    }

    @Test
    void doesNotSplitADefinitionThatNoDynamicReferenceTellsApart() {
        SchemaGraph graph = read("""
                {"$id": "mem:/r", "properties": {"a": {"$ref": "one"}, "b": {"$ref": "two"}, "c": {"$ref": "#/$defs/plain"}},
                 "$defs": {"plain": {"properties": {"p": {"type": "string"}}},
                   "one": {"$id": "one", "$dynamicAnchor": "n", "allOf": [{"$ref": "r#/$defs/plain"}, {"$ref": "list"}]},
                   "two": {"$id": "two", "$dynamicAnchor": "n", "allOf": [{"$ref": "r#/$defs/plain"}, {"$ref": "list"}]},
                   "list": {"$id": "list", "items": {"$dynamicRef": "#n"}, "$defs": {"n": {"$dynamicAnchor": "n"}}}}}
                """).graph();

        assertThat(graph.schemas())
                .filteredOn(schema -> schema.key().equals("plain"))
                .hasSize(1);
        assertThat(graph.schemas())
                .filteredOn(schema -> schema.key().equals("list"))
                .hasSize(2);
        for (int i = 0; i < graph.schemas().size(); i++) {
            assertThat(graph.schemas().get(i).id()).isEqualTo(new SchemaId(i));
        }
    }

    @Test
    void followsAChainOfReferencesLongerThanAnyStack() {
        int length = 20_000;
        StringBuilder text = new StringBuilder("{\"$ref\": \"#/$defs/0\", \"$defs\": {");
        for (int i = 0; i < length; i++) {
            text.append("\"")
                    .append(i)
                    .append("\": {\"$ref\": \"#/$defs/")
                    .append(i + 1)
                    .append("\"},");
        }
        text.append("\"").append(length).append("\": {\"type\": \"string\"}}}");

        SchemaReader.Resolved read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text.toString()));

        assertThat(read.findings()).isEmpty();
        assertThat(read.graph().schemas()).hasSize(length + 2);
        assertThat(new Evaluator(read.graph()).validate(read.graph().root(), new Json.Null()))
                .extracting(Violation::message)
                .containsExactly("is not of type string");
    }

    @Test
    void refusesWhatIsNestedDeeperThanTheStack() {
        int length = 20_000;
        StringBuilder text = new StringBuilder("{\"$ref\": \"#/$defs/0\", \"$defs\": {");
        for (int i = 0; i < length; i++) {
            text.append("\"")
                    .append(i)
                    .append("\": {\"type\": \"null\", \"$ref\": \"#/$defs/")
                    .append(i + 1)
                    .append("\"},");
        }
        text.append("\"").append(length).append("\": {}}}");

        SchemaReader.Resolved read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text.toString()));

        assertThat(new Evaluator(read.graph()).validate(read.graph().root(), new Json.Null()))
                .extracting(Violation::message)
                .containsExactly("is nested too deeply");
    }

    @Test
    void decidesDocumentsAsDeepAsTheReaderAllows() {
        SchemaReader.Resolved read = read("{\"items\": {\"$ref\": \"#\"}, \"type\": \"array\"}");
        int depth = JsonReader.MAX_DEPTH;
        Evaluator evaluator = new Evaluator(read.graph());

        assertThat(evaluator.isValid(read.graph().root(), value("[".repeat(depth) + "]".repeat(depth))))
                .isTrue();
        assertThat(evaluator.isValid(read.graph().root(), value("[".repeat(depth) + "1" + "]".repeat(depth))))
                .isFalse();
    }

    @Test
    void readsTheSameNumbersFromTheSameText() {
        String text = "{\"properties\": {\"b\": {\"type\": [\"string\", \"null\"]}, \"a\": {\"enum\": [2, 1]}}}";

        assertThat(read(text)).isEqualTo(read(text));
    }

    @Test
    void saysWhatIsWrongAndWhereInBoth() {
        SchemaGraph graph =
                read("{\"properties\": {\"a/b\": {\"items\": {\"type\": [\"string\", \"null\"]}}}, \"required\": [\"c\"]}")
                        .graph();
        Json value = value("{\"a/b\": [\"x\", 1]}");

        assertThat(new Evaluator(graph).validate(graph.root(), value))
                .containsExactly(
                        new Violation("/a~1b/1", "/properties/a~1b/items/type", "is not of type string or null"),
                        new Violation("", "/required", "lacks the member \"c\""));
    }

    private static Json value(String text) {
        return JsonReader.read("", text).document().orElseThrow().root();
    }

    private static SchemaReader.Resolved read(String text) {
        return SchemaReader.below(List.of()).with(URI_OF_TEXT, text).readText(URI_OF_TEXT);
    }

    private static Schema root(SchemaReader.Resolved read) {
        return read.graph().schema(read.graph().root());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
