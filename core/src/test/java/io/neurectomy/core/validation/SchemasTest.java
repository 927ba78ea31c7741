package io.neurectomy.core.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neurectomy.core.error.NeurectomyException;
import io.neurectomy.types.AgentConfig;
import io.neurectomy.types.AgentMetadata;
import io.neurectomy.types.AgentTier;
import io.neurectomy.types.EventMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class SchemasTest {

    private static final Schemas SCHEMAS = Schemas.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("../schemas/src/main/resources/io/neurectomy/schemas");

    static List<Arguments> documents() throws IOException {
        try (InputStream file = Objects.requireNonNull(SchemasTest.class.getResourceAsStream("documents.txt"))) {
            String cases = new String(file.readAllBytes(), UTF_8);
            return Stream.of(cases.split("\n\n+"))
                    .filter(text -> !text.startsWith("#"))
                    .map(text -> {
                        List<String> lines = text.lines().toList();
                        String[] head = lines.get(0).split(" ", 2);
                        return Arguments.of(head[0], head[1], lines.subList(1, lines.size()));
                    })
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void findsAllErrorsOfADocument(String schema, String json, List<String> errors) {
        assertThat(SCHEMAS.validate(schema, json))
                .extracting(ValidationError::toString)
                .isEqualTo(errors);
    }

    @Test
    void knowsEveryDefinitionOfTheModule() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".schema.json"))
                    .toList()) {
                names.addAll(JSON.readTree(Files.readString(file)).get("$defs").propertyNames());
            }
        }

        assertThat(SCHEMAS.names()).containsExactlyElementsOf(names);
    }

    @Test
    void takesTheExamplesOfTheSchemasForValid() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".schema.json"))
                    .toList()) {
                for (Map.Entry<String, JsonNode> definition :
                        JSON.readTree(Files.readString(file)).get("$defs").properties()) {
                    for (JsonNode example : definition.getValue().path("examples")) {
                        assertThat(SCHEMAS.validate(definition.getKey(), example))
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void saysOnWhichLineOfATextAnErrorIs() {
        assertThat(SCHEMAS.validate("Position3D", "{\n  \"x\": 1,\n  \"y\": 2,\n  \"z\": \"3\"\n}"))
                .containsExactly(new ValidationError("/z", 4, "type", "type number", "\"3\""));
        assertThat(SCHEMAS.validate("Position3D", "{\n  \"x\": 1,\n]"))
                .extracting(ValidationError::keyword, ValidationError::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("json", 3));
    }

    @Test
    void refusesADocumentWithAllItsErrors() {
        assertThatThrownBy(() -> SCHEMAS.check("PageInfo", "{\"page\":0,\n\"pageSize\":101}"))
                .isInstanceOfSatisfying(InvalidDocumentException.class, e -> {
                    assertThat(e)
                            .hasMessage("[invalid-document] PageInfo: the document breaks the schema. Correct these 2:"
                                    + "\n  line 1, /page: expected at least 1, not 0"
                                    + "\n  line 2, /pageSize: expected at most 100, not 101");
                    assertThat(e.errors()).hasSize(2);
                    assertThat(e.context().get("errors").orElseThrow().get(1))
                            .hasToString("{\"pointer\":\"/pageSize\",\"line\":2,\"keyword\":\"maximum\","
                                    + "\"expected\":\"at most 100\",\"actual\":\"101\"}");
                    assertThat(e.status()).isEqualTo(400);
                });
        SCHEMAS.check("PageInfo", "{}");
        SCHEMAS.check("PageInfo", JSON.createObjectNode());
    }

    @Test
    void validatesValuesOfTheSharedTypes() {
        AgentConfig config = AgentConfig.builder()
                .name("Test Agent")
                .codename("TEST")
                .tier(AgentTier.FOUNDATIONAL)
                .description("A test agent")
                .philosophy("Testing is important")
                .capabilities(List.of("test"))
                .metadata(AgentMetadata.builder()
                        .additionalProperties(Map.of("owner", JsonNodeFactory.instance.stringNode("platform")))
                        .build())
                .build();

        assertThat(SCHEMAS.validate(config)).isEmpty();
    }

    @Test
    void seesInAValueWhatItsConstructorDoesNot() {
        EventMetadata nil = new EventMetadata("00000000-0000-0000-0000-000000000000", null, null, Map.of());

        assertThat(SCHEMAS.validate(nil))
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/correlationId"));
    }

    @Test
    void validatesInSeveralThreadsAtOnce() {
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(page -> SCHEMAS.validate("PageInfo", "{\"page\":" + page % 2 + "}"))
                        .filter(List::isEmpty))
                .hasSize(1_000);
    }

    @Test
    void refusesARecordOfAnotherPackage() {
        assertThatThrownBy(() -> SCHEMAS.validate(new Agent("a")))
                .isInstanceOf(SchemaNotFoundException.class)
                .hasMessageStartingWith("[schema-not-found] \"io.neurectomy.core.validation.SchemasTest$Agent\"");
    }

    private record Agent(String id) {}

    @Test
    void namesSchemasThatAreNearTheOneThatIsMissing() {
        assertThatThrownBy(() -> SCHEMAS.validate("agent-confg", "{}"))
                .isInstanceOfSatisfying(
                        SchemaNotFoundException.class,
                        e -> assertThat(e.context().get("near").orElseThrow()).hasToString("[\"AgentConfig\"]"))
                .hasMessage("[schema-not-found] \"agent-confg\": there is no such schema. Did you mean AgentConfig?");
        assertThatThrownBy(() -> SCHEMAS.validate("x".repeat(100_000), "{}"))
                .isInstanceOf(SchemaNotFoundException.class)
                .hasMessageEndingWith("99936 characters more: there is no such schema. Schemas.names() lists them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "nul", "[", "\"\\ud800", "// {}", "{'a':1}", "NaN", "\uFEFF{}x"})
    void takesATextThatIsNoJsonForOneError(String text) {
        assertThat(SCHEMAS.validate("PageInfo", text))
                .singleElement()
                .satisfies(error -> assertThat(error.keyword()).isEqualTo("json"));
    }

    @Test
    void endsWithADocumentOfAnyDepthAndLength() {
        String deep = "{\"a\":".repeat(100_000);
        String number = "{\"page\":" + "9".repeat(100_000) + "}";
        String wide = "[" + "{},".repeat(100_000) + "{}]";

        assertThat(SCHEMAS.validate("AgentMetadata", deep)).hasSize(1);
        assertThat(SCHEMAS.validate("PageInfo", number)).hasSize(1);
        assertThat(SCHEMAS.validate("PageInfo", wide)).hasSize(1);
    }

    @Test
    void neverConnectsToAHost() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String remote = "http://localhost:" + server.getLocalPort() + "/remote.json";
            server.setSoTimeout(100);

            assertThatThrownBy(() -> of("{\"$defs\":{\"Thing\":{\"$ref\":\"" + remote + "\"}}}"))
                    .isInstanceOf(UnusableSchemaException.class)
                    .hasMessage(
                            "[unusable-schema] " + remote + ": a schema refers to it, it is not among the schemas, and"
                                    + " nothing is fetched. Refer to definitions of the schemas only.");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$defs\":{\"Thing\":{\"$ref\":\"file:///etc/passwd\"}}}",
                "{\"$defs\":{\"Thing\":{\"$ref\":\"classpath:io/neurectomy/schemas/common.schema.json\"}}}",
                "{\"$defs\":{\"Thing\":{\"$ref\":\"other.json\"}}}",
                "{\"$defs\":{\"Thing\":{\"properties\":{\"a\":{\"items\":{\"$ref\":\"jar:file:/a!/b\"}}}}}}",
                "{\"$defs\":{\"Thing\":{\"$ref\":\"#/$defs/Other\"}}}",
                "{\"$defs\":{\"Thing\":{\"pattern\":\"(\"}}}",
                "{\"$defs\":{\"Thing\":{\"$ref\":\"http://a b\"}}}",
                "{\"$defs\":",
            })
    void refusesASchemaThatIsNotWholeByItself(String schema) {
        assertThatThrownBy(() -> of(schema))
                .isInstanceOf(UnusableSchemaException.class)
                .isInstanceOf(NeurectomyException.class)
                .hasMessageStartingWith("[unusable-schema] ");
    }

    private static Schemas of(String schema) {
        return new Schemas(new HashMap<>(Map.of("https://example.org/thing.schema.json", schema)));
    }

    @Test
    void wordsEveryKeywordAndLeavesNoneOut() {
        Schemas schemas = of("""
                {"$defs":{"Thing":{
                  "type":["object","array"], "maxProperties":0,
                  "properties":{
                    "a":{"exclusiveMinimum":1}, "b":{"exclusiveMaximum":1}, "c":{"maxLength":1}, "d":{"maxItems":0},
                    "e":{"oneOf":[true,true]}, "f":{"multipleOf":2}, "g":{"anyOf":[{"type":"string"},{"minimum":5}]}
                  }}}}
                """);
        List<String> errors = new ArrayList<>();
        schemas.validate("Thing", "{\"a\":1,\"b\":1,\"c\":\"ab\",\"d\":[1],\"e\":1,\"f\":1,\"g\":1}")
                .forEach(error -> errors.add(error.pointer() + " " + error.expected()));
        schemas.validate("Thing", "1").forEach(error -> errors.add(error.pointer() + " " + error.expected()));

        assertThat(errors)
                .containsExactlyInAnyOrder(
                        " maxProperties 0",
                        "/a more than 1",
                        "/b less than 1",
                        "/c at most 1 characters",
                        "/d at most 0 items",
                        "/e exactly one variant of the union",
                        "/f multipleOf 2",
                        "/g type string",
                        "/g at least 5",
                        " one of \"object\", \"array\"");
    }
}
