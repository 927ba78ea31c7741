package io.neurectomy.test.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SchemaDocumentsTest {

    private static final URL AGENT = Objects.requireNonNull(SchemaDocumentsTest.class.getResource("agent.schema.json"));

    @Test
    void beginsWithTheSimplestDocument() {
        assertThat(SchemaDocuments.of(AGENT).valid().findFirst())
                .hasValueSatisfying(document ->
                        assertThat(document).matches("\\{\"id\":\"[a-z][a-z0-9-]{2}\",\"state\":\"idle\"}"));
    }

    @Test
    void makesTheSameDocumentsOfTheSameSeed() {
        SchemaDocuments agents = SchemaDocuments.of(AGENT);

        List<String> first = agents.seed(7).valid().limit(400).toList();

        assertThat(SchemaDocuments.of(AGENT).seed(7).valid().limit(400)).isEqualTo(first);
        assertThat(agents.seed(8).valid().limit(400)).isNotEqualTo(first);
        assertThat(agents.seed(7).invalid().limit(200))
                .isEqualTo(agents.seed(7).invalid().limit(200).toList());
    }

    @Test
    void meetsEveryMemberVariantAndBoundEarly() {
        List<JsonNode> documents =
                SchemaDocuments.of(AGENT).valid().limit(200).map(Json::read).toList();

        assertThat(values(documents, "state")).containsExactlyInAnyOrder("\"idle\"", "\"running\"", "\"failed\"");
        assertThat(values(documents, "priority")).contains("1", "10", "1.0");
        assertThat(values(documents, "load")).contains("0.25");
        assertThat(values(documents, "parent")).contains("null", "\"\"");
        assertThat(values(documents, "name")).anyMatch(name -> name.contains("🙂"));
        assertThat(documents.stream().flatMap(document -> document.path("tools").valueStream()))
                .extracting(tool -> tool.path("kind").asString())
                .contains("shell", "http", "group");
        assertThat(documents.stream().flatMap(document -> document.propertyNames().stream()))
                .contains("tags", "children", "limits", "pair", "roles", "label", "user", "password", "error");
        assertThat(documents).map(document -> document.path("tags").size()).contains(1, 3);
    }

    @Test
    void makesEachOptionalMemberAlone() {
        Set<Set<String>> members = SchemaDocuments.of(
                        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"boolean\"},\"b\":{\"type\":\"boolean\"}}}")
                .valid()
                .limit(60)
                .map(document -> Set.copyOf(Json.read(document).propertyNames()))
                .collect(Collectors.toSet());

        assertThat(members).contains(Set.of(), Set.of("a"), Set.of("b"));
        assertThat(members).anyMatch(names -> names.containsAll(Set.of("a", "b")));
    }

    @Test
    void makesHardNumbersAndStrings() {
        assertThat(SchemaDocuments.of("{\"type\":\"integer\"}").valid().limit(40))
                .contains("0", "-0.0", "1.0", "9007199254740993", "18446744073709551616");
        assertThat(SchemaDocuments.of("{\"type\":\"string\",\"minLength\":2,\"maxLength\":5}")
                        .valid()
                        .limit(40)
                        .map(text -> Json.read(text).stringValue()))
                .allMatch(text -> text.codePointCount(0, text.length()) >= 2)
                .contains("aa", "bbbbb", "🙂🙂🙂🙂🙂");
    }

    @Test
    void knowsEveryKindOfChange() {
        SchemaDocuments agents = SchemaDocuments.of(AGENT);

        List<InvalidDocument> invalid = agents.invalid().limit(600).toList();

        assertThat(invalid).noneMatch(document -> agents.isValid(document.json()));
        EnumSet<Mutation> kinds = EnumSet.allOf(Mutation.class);
        assertThat(invalid).extracting(InvalidDocument::mutation).containsAll(kinds);
        assertThat(invalid).anySatisfy(document -> {
            assertThat(document.mutation()).isEqualTo(Mutation.REQUIRED);
            assertThat(document.pointer()).isEqualTo("/id");
            assertThat(Json.read(document.json()).has("id")).isFalse();
        });
        assertThat(invalid).anySatisfy(document -> {
            assertThat(document.mutation()).isEqualTo(Mutation.UNION_TAG);
            assertThat(document.pointer()).endsWith("/kind");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$ref\":\"#/definitions/a\",\"type\":\"string\",\"definitions\":{\"a\":{\"type\":\"integer\",\"maximum\":3}}}",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",\"dependencies\":{\"a\":[\"b\"],\"c\":{\"required\":[\"d\"]}},\"properties\":{\"a\":{},\"c\":{}}}",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"array\",\"items\":[{\"type\":\"string\"}],\"additionalItems\":{\"type\":\"null\"},\"minItems\":2}",
                "{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"$recursiveAnchor\":true,\"type\":\"object\",\"properties\":{\"next\":{\"$recursiveRef\":\"#\"}},\"unevaluatedProperties\":false}",
                "{\"$dynamicAnchor\":\"node\",\"type\":\"object\",\"properties\":{\"next\":{\"$dynamicRef\":\"#node\"}},\"required\":[\"name\"],\"dependentSchemas\":{\"next\":{\"maxProperties\":2}}}",
                "{\"$anchor\":\"here\",\"type\":\"object\",\"patternProperties\":{\"^x-[0-9]{2}\":{\"$ref\":\"#here\"}},\"additionalProperties\":false}",
                "{\"allOf\":[{\"type\":\"integer\",\"minimum\":3},{\"multipleOf\":5}],\"not\":{\"const\":5}}",
                "{\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}],\"type\":\"object\",\"not\":{\"required\":[\"c\"]},\"properties\":{\"c\":{}}}",
                "{\"type\":\"array\",\"contains\":{\"const\":1},\"minContains\":2,\"maxContains\":3,\"unevaluatedItems\":{\"type\":\"string\"}}",
                "{\"type\":\"array\",\"items\":{\"enum\":[1,2,3]},\"uniqueItems\":true,\"minItems\":3}",
                "{\"$ref\":\"#/$defs/~1a~0b%25\",\"$defs\":{\"/a~b%\":{\"type\":\"null\"}}}",
                "{\"type\":\"string\",\"pattern\":\"^(?=.*[0-9])[a-z0-9]{4,}$\"}",
                "{\"type\":\"string\",\"pattern\":\"^(?<word>\\\\w+)[-\\\\s]\\\\d{1,3}(\\\\u0041|\\\\x42|[^\\\\W_b-x]+?)\\\\p{L}*$\"}",
                "{\"type\":\"string\",\"pattern\":\"(a|b)\\\\1\\\\t\\\\.\\\\bx\",\"maxLength\":60}",
                "{\"type\":\"string\",\"format\":\"date-time\"}",
                "{\"type\":\"number\",\"exclusiveMinimum\":1,\"exclusiveMaximum\":2}",
                "{\"oneOf\":[{\"type\":\"number\",\"multipleOf\":3},{\"type\":\"number\",\"multipleOf\":5}]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}},\"anyOf\":[{\"required\":[\"a\"]},{\"properties\":{\"a\":false}}]}"
            })
    void copesWith(String schema) {
        SchemaDocuments documents = SchemaDocuments.of(schema);

        assertThat(documents.valid().limit(60)).hasSize(60).allMatch(documents::isValid);
        assertThat(documents.invalid().limit(20)).hasSize(20).noneMatch(each -> documents.isValid(each.json()));
    }

    @Test
    void findsFurtherSchemasByTheirIds() {
        SchemaDocuments documents = SchemaDocuments.of("{\"$ref\":\"https://example.com/size\"}")
                .with("{\"$id\":\"https://example.com/size\",\"enum\":[1,2]}");

        assertThat(documents.valid().limit(9)).containsOnly("1", "2");
        assertThat(documents.isValid("3")).isFalse();
    }

    @Test
    void readsFilesAndTheirNeighbours() {
        Path file = Path.of("src/test/resources/io/neurectomy/test/schema/agent.schema.json");

        assertThat(SchemaDocuments.of(file).valid().limit(50)).hasSize(50);
        assertThat(SchemaDocuments.of("{\"$ref\":\"https://example.com/schemas/tool.schema.json\"}")
                        .with(file.resolveSibling("tool.schema.json"))
                        .valid()
                        .findFirst())
                .contains("{\"kind\":\"shell\",\"command\":\"a\"}");
    }

    @Test
    void takesADefinitionAsTheRoot() {
        URL file = Objects.requireNonNull(SchemaDocumentsTest.class.getResource("tool.schema.json"));
        SchemaDocuments groups = SchemaDocuments.of(file).at("/$defs/group").seed(3);

        assertThat(groups.valid().limit(50)).hasSize(50).allMatch(each -> each.startsWith("{\"kind\":\"group\""));
        assertThat(groups.invalid().limit(50)).hasSize(50).noneMatch(each -> groups.isValid(each.json()));
        assertThat(groups.isValid("{\"kind\":\"shell\",\"command\":\"a\"}")).isFalse();
        assertThat(SchemaDocuments.of(AGENT).at("/properties/tools").valid().limit(50))
                .hasSize(50)
                .anyMatch(each -> each.contains("shell"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/$defs/none", "$defs", "/oneOf/7", "/oneOf/first"})
    void saysThatADefinitionIsMissing(String pointer) {
        URL file = Objects.requireNonNull(SchemaDocumentsTest.class.getResource("tool.schema.json"));

        assertThatThrownBy(() -> SchemaDocuments.of(file).at(pointer).valid().findFirst())
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessageStartingWith("[schema-reference]")
                .hasMessageContaining(pointer);
    }

    @Test
    void makesSchemasFromTheMetaSchema() {
        SchemaDocuments schemas = SchemaDocuments.of("{\"$ref\":\"http://json-schema.org/draft-07/schema#\"}");

        assertThat(schemas.valid().limit(60)).hasSize(60).allMatch(schemas::isValid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[schema-json]|{\"type\":",
                "[schema-json]|3",
                "[schema-reference]|{\"$ref\":\"https://example.com/elsewhere\"}",
                "[schema-reference]|{\"$ref\":\"#/$defs/none\"}",
                "[schema-unsatisfiable]|{\"type\":\"string\",\"not\":{}}",
                "[schema-unsatisfiable]|{\"$defs\":{\"a\":{\"required\":[\"a\"],\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\"}}}},\"$ref\":\"#/$defs/a\"}",
                "[schema-unusable]|{\"type\":\"string\",\"pattern\":\"^\\\\p{Unheard}$\",\"examples\":[\"zz\"]}",
                "[schema-unusable]|{\"$schema\":\"https://example.com/unheard\"}"
            })
    void saysWhyASchemaIsUnusable(String idAndSchema) {
        String[] parts = idAndSchema.split("\\|", 2);

        assertThatThrownBy(() -> SchemaDocuments.of(parts[1]).valid().findFirst())
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessageStartingWith(parts[0])
                .hasMessageEndingWith(parts[0].contains("unsatisfiable") ? "\"examples\"." : ".");
    }

    @Test
    void saysThatNothingIsInvalid() {
        assertThatThrownBy(() -> SchemaDocuments.of("true").invalid().findFirst())
                .hasMessageStartingWith("[schema-accepts-everything] the schema: no change of");
        assertThatThrownBy(() -> SchemaDocuments.of(Path.of("none.json"))).hasMessageStartingWith("[schema-not-found]");
    }

    @Test
    void shrinksToTheSmallestThatStillHasTheProperty() {
        SchemaDocuments agents = SchemaDocuments.of(AGENT);
        String large = agents.valid()
                .filter(document -> document.contains("🙂") && document.length() > 500)
                .findFirst()
                .orElseThrow();

        assertThat(agents.shrink(large, document -> document.contains("🙂")))
                .hasSizeLessThan(60)
                .matches(agents::isValid)
                .contains("🙂");
        assertThat(SchemaDocuments.of("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}")
                        .shrink(
                                "[4,90071992,7,1000000]",
                                text -> Arrays.stream(text.split("\\D"))
                                        .filter(digits -> !digits.isEmpty())
                                        .anyMatch(digits -> Long.parseLong(digits) >= 1000)))
                .isEqualTo("[1000]");
    }

    private static Stream<String> values(List<JsonNode> documents, String member) {
        return documents.stream()
                .filter(document -> document.has(member))
                .map(document -> document.get(member).toString())
                .distinct();
    }
}
