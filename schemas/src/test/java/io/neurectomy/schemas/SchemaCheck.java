package io.neurectomy.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Holds a folder of schemas to the rules, and reports every breach. */
final class SchemaCheck {

    private static final Pattern REFERENCE = Pattern.compile("([a-z]+\\.schema\\.json)?#/\\$defs/([A-Za-z0-9]+)");
    private static final Set<String> KEYWORDS = Set.of(
            ("$schema $id $ref $defs $comment title description default examples deprecated readOnly writeOnly type enum"
                            + " const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum"
                            + " multipleOf items prefixItems contains minContains maxContains minItems maxItems uniqueItems"
                            + " properties patternProperties additionalProperties propertyNames required minProperties"
                            + " maxProperties dependentRequired dependentSchemas allOf anyOf oneOf not if then else"
                            + " unevaluatedItems unevaluatedProperties")
                    .split(" "));

    private final SchemaFolder folder;
    private final SchemaRegistry registry;
    private final List<String> findings = new ArrayList<>();

    private SchemaCheck(SchemaFolder folder) {
        this.folder = folder;
        this.registry = registry(folder, true);
    }

    static List<String> findings(SchemaFolder folder) {
        SchemaCheck check = new SchemaCheck(folder);
        check.againstMetaSchema();
        // The other rules read keywords as the meta-schema says that they are, and validation follows references.
        if (check.findings.isEmpty()) {
            folder.schemas().forEach(check::structure);
        }
        if (check.findings.isEmpty()) {
            folder.schemas().forEach(check::examples);
        }
        if (check.findings.isEmpty() && !folder.sdl().isEmpty()) {
            check.findings.addAll(SdlCheck.findings(folder));
        }
        return List.copyOf(check.findings);
    }

    /** Knows the schemas of a folder by their ids. */
    static SchemaRegistry registry(SchemaFolder folder, boolean formatAssertions) {
        Map<String, String> texts = folder.schemas().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> SchemaFolder.BASE + entry.getKey(),
                        entry -> entry.getValue().toString()));
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(texts)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(formatAssertions)
                                .build()));
    }

    private void againstMetaSchema() {
        Schema metaSchema = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        folder.schemas().forEach((file, document) -> {
            for (Error error : metaSchema.validate(document)) {
                String where = file + "#" + error.getInstanceLocation();
                findings.add(Rule.META_SCHEMA.finding(where, "breaks " + error.getKeyword() + " of the meta-schema"));
            }
        });
    }

    private void structure(String file, JsonNode document) {
        String id = document.path("$id").asString("");
        if (!id.equals(SchemaFolder.BASE + file)) {
            findings.add(Rule.SCHEMA_ID.finding(file, "has the $id \"" + id + "\""));
        }
        for (Subschema schema : Subschema.of(file, document)) {
            keywords(schema);
            reference(schema);
            documentation(schema);
            openness(schema);
        }
    }

    private void keywords(Subschema schema) {
        for (String keyword : schema.node().propertyNames()) {
            if (keyword.startsWith("x-")) {
                if (!folder.readme().contains("| `" + keyword + "` |")) {
                    findings.add(Rule.DOCUMENTED_ANNOTATION.finding(
                            schema.where(), "has the annotation " + keyword + ", which README.md does not explain"));
                }
            } else if (!KEYWORDS.contains(keyword)) {
                findings.add(Rule.KNOWN_KEYWORD.finding(schema.where(), "has an unknown keyword " + keyword));
            }
        }
    }

    private void reference(Subschema schema) {
        JsonNode reference = schema.node().get("$ref");
        if (reference != null && referred(folder, schema.file(), reference.asString()) == null) {
            findings.add(Rule.REFERENCE.finding(
                    schema.where(), "refers to \"" + reference.asString() + "\", which is not there"));
        }
    }

    /** Returns the type that a reference in a file leads to, or null. */
    static Subschema referred(SchemaFolder folder, String file, String reference) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return null;
        }
        String target = parts.group(1) == null ? file : parts.group(1);
        JsonNode document = folder.schemas().get(target);
        JsonNode type = document == null ? null : document.path("$defs").get(parts.group(2));
        return type == null ? null : new Subschema(target, "/$defs/" + parts.group(2), Subschema.Place.TYPE, type);
    }

    private void documentation(Subschema schema) {
        boolean named = schema.place() == Subschema.Place.TYPE || schema.place() == Subschema.Place.PROPERTY;
        JsonNode description = schema.node().path("description");
        if ((named || schema.place() == Subschema.Place.FILE)
                && description.asString("").isBlank()) {
            findings.add(Rule.DESCRIPTION.finding(schema.where(), "has no description"));
        }
        JsonNode examples = schema.node().path("examples");
        if (named && examples.isEmpty()) {
            findings.add(Rule.EXAMPLES.finding(schema.where(), "has no examples"));
        }
    }

    private void examples(String file, JsonNode document) {
        for (Subschema schema : Subschema.of(file, document)) {
            for (JsonNode example : schema.node().path("examples")) {
                value(schema, "example", example);
            }
            if (schema.node().has("default")) {
                value(schema, "default", schema.node().get("default"));
            }
        }
    }

    private void value(Subschema schema, String keyword, JsonNode value) {
        SchemaLocation location = SchemaLocation.of(SchemaFolder.BASE + schema.file() + "#" + schema.pointer());
        for (Error error : registry.getSchema(location).validate(value)) {
            String problem = "the " + keyword + " " + value + " breaks " + error.getKeyword() + " at \""
                    + error.getInstanceLocation() + "\"";
            findings.add(Rule.VALID_EXAMPLE.finding(schema.where(), problem));
        }
    }

    private void openness(Subschema schema) {
        boolean object = schema.node().path("type").asString("").equals("object");
        if (object && !schema.node().has("additionalProperties")) {
            findings.add(
                    Rule.OPENNESS.finding(schema.where(), "does not say whether it is open to further properties"));
        }
    }
}
