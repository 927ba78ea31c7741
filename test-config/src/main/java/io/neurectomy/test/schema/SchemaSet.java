package io.neurectomy.test.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema with everything that it refers to, and the validator over all of it. Nothing is fetched from a network. */
final class SchemaSet {

    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final Set<String> SINGLES = Set.of(
            "items",
            "additionalItems",
            "additionalProperties",
            "contains",
            "propertyNames",
            "if",
            "then",
            "else",
            "not",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Pattern META_SCHEMA =
            Pattern.compile("https?://json-schema\\.org/(draft-0[4-7]|draft/20(19-09|20-12))/(schema|meta/[a-z-]+)");
    private static final Pattern LEGACY = Pattern.compile("draft-0[3-7]");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Subschema> resources = new HashMap<>();
    private final Map<String, Subschema> anchors = new HashMap<>();
    private final Map<String, SchemaSource> sources = new HashMap<>();
    private final Set<String> legacy = new HashSet<>();
    private final Map<Subschema, Optional<Schema>> validators = new HashMap<>();
    private final Deque<Reference> pending = new ArrayDeque<>();
    private final Set<Reference> seen = new HashSet<>();
    private final Set<Subschema> indexed = new HashSet<>();
    private final SchemaRegistry registry;
    private final Subschema root;
    private final String where;

    /** Reads the first of the given schemas and takes what is at the pointer in it as the root. */
    SchemaSet(List<SchemaSource> given, String pointer) {
        SchemaSource first = given.get(0);
        where = first.where();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(texts::get)
                        // Bounds as exact as ours.
                        .nodeReader(reader -> reader.jsonMapper(Json.MAPPER))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(false)
                                .failFast(true)
                                .build()));
        for (SchemaSource further : given.subList(1, given.size())) {
            add(further, null);
        }
        Subschema whole = add(first, null);
        Subschema part = below(whole, pointer);
        if (part == null) {
            throw unresolvable(whole, '#' + pointer);
        }
        root = part;
        // Nothing but the pointer may lead there.
        index(root);
        while (!pending.isEmpty()) {
            load(pending.remove());
        }
        try {
            registry.getSchema(SchemaLocation.of(root.document())).initializeValidators();
            if (validator(root).isEmpty()) {
                throw new UnusableSchemaException(
                        "[schema-unusable] %s: the validator finds another schema of the id %s. Give each its own $id."
                                .formatted(where, root.document()));
            }
        } catch (UnusableSchemaException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnusableSchemaException("[schema-unusable] %s: the validator refuses it: %s. Correct the schema."
                    .formatted(where, e.getMessage()));
        }
    }

    Subschema root() {
        return root;
    }

    String where() {
        return where;
    }

    /** Says whether only {@code $ref} counts in a schema that has it. */
    boolean ignoresSiblingsOfRef(Subschema schema) {
        return legacy.contains(schema.document());
    }

    boolean valid(JsonNode document) {
        return valid(root, document);
    }

    /** Says whether a value is valid under a schema; where the validator can't look it up, it is not asked. */
    boolean valid(Subschema schema, JsonNode value) {
        try {
            Schema validator =
                    validators.computeIfAbsent(schema, this::validator).orElse(null);
            return validator == null || validator.validate(value).isEmpty();
        } catch (RuntimeException | StackOverflowError e) {
            // A pattern that overflows the stack, a reference that only this value reaches: not usable.
            return false;
        }
    }

    private Optional<Schema> validator(Subschema schema) {
        try {
            String fragment = schema.pointer().isEmpty() ? "" : "#" + schema.pointer();
            Schema found = registry.getSchema(SchemaLocation.of(schema.document() + fragment));
            return found.getSchemaNode().equals(schema.node()) ? Optional.of(found) : Optional.empty();
        } catch (SchemaException e) {
            return Optional.empty();
        }
    }

    /** Returns what {@code $ref}, {@code $dynamicRef} and {@code $recursiveRef} refer to. */
    List<Subschema> referred(Subschema from) {
        return List.of("$ref", "$dynamicRef", "$recursiveRef").stream()
                .filter(keyword -> from.node().path(keyword).isString())
                .map(keyword -> referred(from, keyword, from.node().get(keyword).stringValue()))
                .toList();
    }

    private Subschema referred(Subschema from, String keyword, String reference) {
        String uri = Uris.resolve(from.base(), reference);
        Subschema target = find(uri);
        if (target == null) {
            throw unresolvable(from, reference);
        }
        if (keyword.equals("$dynamicRef") && target.node().has("$dynamicAnchor")) {
            // The outermost resource that has the anchor. The validator decides where there are more than two.
            Subschema outer = anchors.get(root.base() + '#' + Uris.fragment(uri));
            return outer != null && outer.node().has("$dynamicAnchor") ? outer : target;
        }
        boolean recursive = keyword.equals("$recursiveRef") && target.node().has("$recursiveAnchor");
        return recursive && root.node().has("$recursiveAnchor") ? root : target;
    }

    private @Nullable Subschema find(String uri) {
        String fragment = Uris.fragment(uri);
        Subschema resource = resources.get(Uris.withoutFragment(uri));
        if (resource == null || fragment.isEmpty()) {
            return resource;
        }
        if (!fragment.startsWith("/")) {
            return anchors.get(resource.base() + '#' + fragment);
        }
        return below(resource, fragment);
    }

    private static @Nullable Subschema below(Subschema resource, String pointer) {
        Subschema here = resource;
        if (pointer.isEmpty()) {
            return here;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (here.node().isArray()) {
                boolean exists = name.matches("\\d{1,6}")
                        && Integer.parseInt(name) < here.node().size();
                if (!exists) {
                    return null;
                }
                here = here.child(Integer.parseInt(name));
            } else {
                Subschema below = here.child(name);
                if (below == null) {
                    return null;
                }
                here = below;
            }
        }
        return here;
    }

    private Subschema add(SchemaSource source, @Nullable String alias) {
        JsonNode node = Json.readSchema(source.text(), source.where());
        String base = Uris.baseOf(node, source.uri());
        sources.put(base, source);
        Subschema document = new Subschema(node, base, base, "");
        for (String name : alias == null ? List.of(source.uri(), base) : List.of(source.uri(), base, alias)) {
            texts.put(name, source.text());
            resources.putIfAbsent(name, document);
        }
        if (LEGACY.matcher(node.path("$schema").asString("")).find()) {
            legacy.add(base);
        }
        index(document);
        return document;
    }

    private void index(Subschema schema) {
        if (!schema.node().isObject() || !indexed.add(schema)) {
            return;
        }
        JsonNode id = schema.node().get("$id");
        if (id != null && id.isString()) {
            resources.putIfAbsent(schema.base(), schema);
            if (id.stringValue().startsWith("#")) {
                anchors.putIfAbsent(schema.base() + id.stringValue(), schema);
            }
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            if (schema.node().path(keyword).isString()) {
                anchors.putIfAbsent(
                        schema.base() + '#' + schema.node().get(keyword).stringValue(), schema);
            }
        }
        for (String keyword : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
            if (schema.node().path(keyword).isString()) {
                Reference reference =
                        new Reference(schema, schema.node().get(keyword).stringValue());
                if (seen.add(reference)) {
                    pending.add(reference);
                }
            }
        }
        for (String name : schema.node().propertyNames()) {
            Subschema child = schema.child(name);
            if (child == null) {
                continue;
            }
            if (MAPS.contains(name) && child.node().isObject()) {
                child.node().propertyNames().stream().map(child::child).forEach(this::indexIfAny);
            } else if (LISTS.contains(name) && child.node().isArray()) {
                for (int i = 0; i < child.node().size(); i++) {
                    index(child.child(i));
                }
            } else if (SINGLES.contains(name)) {
                index(child);
            }
        }
    }

    private void indexIfAny(@Nullable Subschema schema) {
        if (schema != null) {
            index(schema);
        }
    }

    private void load(Reference reference) {
        Subschema from = reference.from();
        String uri = Uris.resolve(from.base(), reference.target());
        String wanted = Uris.withoutFragment(uri);
        if (!resources.containsKey(wanted)) {
            SchemaSource source = sources.get(from.document());
            SchemaSource found = source == null ? null : source.sibling(wanted);
            if (found == null && source != null) {
                // A schema with an $id on the web, whose neighbours are files.
                found = source.sibling(Uris.withoutFragment(Uris.resolve(source.uri(), reference.target())));
            }
            if (found == null && META_SCHEMA.matcher(wanted).matches()) {
                JsonNode meta = registry.getSchema(SchemaLocation.of(wanted)).getSchemaNode();
                found = new SchemaSource(wanted, Json.write(meta), wanted, null);
            }
            if (found == null) {
                throw unresolvable(from, reference.target());
            }
            add(found, wanted);
        }
        Subschema target = find(uri);
        if (target == null) {
            throw unresolvable(from, reference.target());
        }
        // A reference may point where no keyword leads.
        index(target);
    }

    private UnusableSchemaException unresolvable(Subschema from, String reference) {
        return new UnusableSchemaException(
                "[schema-reference] %s#%s: %s leads nowhere, and nothing is fetched from a network. Put the file beside the schema, or pass it to with(…)."
                        .formatted(from.document(), from.pointer(), reference));
    }

    private record Reference(Subschema from, String target) {}
}
