package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Finding.Severity;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.JsonDocument;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Dialect.Draft;
import io.neurectomy.codegen.schema.Dialect.Vocabulary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every schema resource that was met so far, by URI. A document is indexed when a reference first leads to it: its
 * {@code $id}s and anchors count only where a schema can stand, never inside an {@code enum} or an unknown keyword.
 */
final class Resources {

    private static final int MAX_META_SCHEMAS = 20;

    private final SchemaFiles files;
    private final Consumer<Finding> findings;
    private final Map<String, Resource> byUri = new HashMap<>();
    private final IdentityHashMap<Json, Node> nodes = new IdentityHashMap<>();
    private final Map<String, Dialect> dialects = new HashMap<>();
    private int metaSchemas;

    Resources(SchemaFiles files, Consumer<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * What a reference leads to.
     *
     * @param node the schema, if there is one
     * @param reason why there is none, as part of a sentence
     */
    record Target(@Nullable Node node, String reason) {
        static Target missing(String reason) {
            return new Target(null, reason);
        }
    }

    /** Resolves a reference of a schema. */
    Target resolve(String reference, Node from) {
        UriReference relative = UriReference.of(reference);
        Resource holder = from.resource();
        if (relative.resource().isEmpty()) {
            return within(holder, relative.fragment());
        }
        return find(holder.base().resolve(relative), relative, holder);
    }

    /** Finds what a URI names that stands in no schema. */
    Target find(UriReference uri) {
        return find(uri, uri, null);
    }

    private Target find(UriReference uri, UriReference relative, @Nullable Resource holder) {
        String name = uri.resource();
        Resource known = byUri.get(name);
        if (known != null) {
            return within(known, uri.fragment());
        }
        Dialect inherited = holder == null ? null : holder.dialect();
        SchemaFiles.Found found = files.find(uri);
        Optional<Resource> loaded = found.document().map(document -> index(document, uri, inherited));
        if (loaded.isPresent()) {
            return within(byUri.getOrDefault(name, loaded.get()), uri.fragment());
        }
        if (holder == null) {
            return Target.missing(found.reason());
        }
        // A schema with an $id of the web refers to the file beside it by a name that resolves to the web, too.
        Resource beside = null;
        if (!relative.isAbsolute() && !holder.retrieval().equals(holder.base())) {
            beside = load(holder.retrieval().resolve(relative), inherited);
            Resource exact = byUri.get(name);
            if (exact != null) {
                return within(exact, uri.fragment());
            }
        }
        Optional<UriReference> identified = files.identified(name);
        if (identified.isPresent()) {
            load(identified.get(), inherited);
            Resource exact = byUri.get(name);
            if (exact != null) {
                return within(exact, uri.fragment());
            }
        }
        return beside == null ? Target.missing(found.reason()) : within(beside, uri.fragment());
    }

    private @Nullable Resource load(UriReference uri, @Nullable Dialect inherited) {
        Resource known = byUri.get(uri.resource());
        return known != null
                ? known
                : files.find(uri)
                        .document()
                        .map(document -> index(document, uri, inherited))
                        .orElse(null);
    }

    private Target within(Resource resource, @Nullable String fragment) {
        String decoded = fragment == null ? "" : UriReference.decode(fragment);
        if (decoded.isEmpty() || decoded.startsWith("/")) {
            return walk(resource, decoded);
        }
        Node anchored = resource.anchors().get(decoded);
        return anchored != null
                ? new Target(anchored, "")
                : Target.missing("no schema in " + resource.document().file() + " has the anchor \"" + decoded + "\"");
    }

    private Target walk(Resource start, String pointer) {
        Json value = start.root();
        Resource resource = start;
        String[] steps = pointer.isEmpty() ? new String[] {""} : pointer.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            Node passed = nodes.get(value);
            resource = passed == null ? resource : passed.resource();
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            Json next = null;
            if (value instanceof Json.Obj object) {
                next = object.members().get(step);
            } else if (value instanceof Json.Arr array && step.matches("0|[1-9][0-9]{0,8}")) {
                int index = Integer.parseInt(step);
                next = index < array.items().size() ? array.items().get(index) : null;
            }
            if (next == null) {
                return Target.missing(start.document().file() + " has nothing at #" + pointer
                        + (value instanceof Json.Obj object
                                ? near(step, object.members().keySet())
                                : ""));
            }
            value = next;
        }
        String last = steps[steps.length - 1].replace("~1", "/").replace("~0", "~");
        return new Target(visit(value, resource, last.matches("[0-9]+") ? "" : last, true), "");
    }

    private static String near(String wanted, Set<String> names) {
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(wanted))
                .findFirst()
                .map(name -> ", but it has \"" + name + "\"")
                .orElse("");
    }

    private Resource index(JsonDocument document, UriReference uri, @Nullable Dialect inherited) {
        Json root = document.root();
        Dialect dialect = dialect(document, root, inherited);
        UriReference retrieval = UriReference.of(uri.resource());
        UriReference base = retrieval;
        String id = root instanceof Json.Obj object ? text(object, dialect.idKeyword()) : null;
        if (id != null && !id.startsWith("#")) {
            base = UriReference.of(retrieval.resolve(UriReference.of(id)).resource());
        }
        Resource resource = new Resource(document, retrieval, base, root, dialect);
        byUri.putIfAbsent(retrieval.resource(), resource);
        Resource other = byUri.putIfAbsent(base.resource(), resource);
        if (other != null && other != resource) {
            duplicate(document, root, "the $id " + base.resource());
        }
        visit(root, resource, fileKey(uri), true);
        return resource;
    }

    private static String fileKey(UriReference uri) {
        String path = UriReference.decode(uri.path());
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1)
                .replaceFirst("(\\.schema)?\\.json$", "");
    }

    private Node visit(Json value, Resource around, String step, boolean definition) {
        Node known = nodes.get(value);
        if (known != null) {
            return known;
        }
        if (!(value instanceof Json.Obj object)) {
            Node node = new Node(value, around, step, definition);
            nodes.put(value, node);
            return node;
        }
        Resource resource = value == around.root() ? around : embedded(object, around);
        Dialect dialect = resource.dialect();
        String anchor = idAnchor(object, resource);
        String plain = dialect.knows(Draft.DRAFT_2019_09) ? text(object, "$anchor") : null;
        String dynamic = dialect.knows(Draft.DRAFT_2020_12) ? text(object, "$dynamicAnchor") : null;
        anchor = anchor != null ? anchor : plain != null ? plain : dynamic;
        boolean named = anchor != null || resource != around;
        String key = !step.isEmpty() || !named ? step : anchor != null ? anchor : fileKey(resource.base());
        Node node = new Node(value, resource, key, definition || named);
        nodes.put(value, node);
        for (String name : new @Nullable String[] {anchor, plain, dynamic}) {
            if (name != null) {
                Node other = resource.anchors().putIfAbsent(name, node);
                if (other != null && other != node) {
                    duplicate(resource.document(), value, "the anchor \"" + name + "\"");
                }
            }
        }
        if (dynamic != null) {
            resource.dynamicAnchors().putIfAbsent(dynamic, node);
        }
        if (value == resource.root()
                && dialect.draft() == Draft.DRAFT_2019_09
                && object.members().get("$recursiveAnchor") instanceof Json.Bool bool
                && bool.value()) {
            resource.dynamicAnchors().put(Resource.RECURSIVE, node);
        }
        children(object, resource);
        return node;
    }

    private Resource embedded(Json.Obj object, Resource around) {
        Dialect dialect = around.dialect();
        String id = text(object, dialect.idKeyword());
        if (id == null && text(object, "$schema") != null) {
            dialect = dialect(around.document(), object, dialect);
            id = text(object, dialect.idKeyword());
        }
        if (id == null || id.isEmpty() || id.startsWith("#")) {
            return around;
        }
        if (dialect.refHidesSiblings() && text(object, "$ref") != null) {
            return around;
        }
        dialect = dialect(around.document(), object, dialect);
        UriReference base =
                UriReference.of(around.base().resolve(UriReference.of(id)).resource());
        Resource resource = new Resource(around.document(), around.retrieval(), base, object, dialect);
        if (byUri.putIfAbsent(base.resource(), resource) != null) {
            duplicate(around.document(), object, "the $id " + base.resource());
        }
        return resource;
    }

    /** Up to draft-07 an anchor was an {@code $id} of nothing but a fragment, or one at the end of an {@code $id}. */
    private static @Nullable String idAnchor(Json.Obj object, Resource resource) {
        String id = text(object, resource.dialect().idKeyword());
        if (id == null || (resource.dialect().refHidesSiblings() && text(object, "$ref") != null)) {
            return null;
        }
        String fragment = UriReference.of(id).fragment();
        return fragment == null || fragment.isEmpty() || fragment.startsWith("/") ? null : fragment;
    }

    private void children(Json.Obj object, Resource resource) {
        Dialect dialect = resource.dialect();
        boolean hidden = dialect.refHidesSiblings() && text(object, "$ref") != null;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String keyword = member.getKey();
            Json value = member.getValue();
            boolean definitions = keyword.equals("definitions") || keyword.equals("$defs");
            if (hidden && !definitions) {
                continue;
            }
            switch (keyword) {
                case "definitions", "$defs" -> each(value, resource, null, true);
                case "properties" -> each(value, resource, null, false);
                case "patternProperties" -> each(value, resource, "value", false);
                case "dependentSchemas", "dependencies" -> each(value, resource, "", false);
                case "items", "additionalItems", "contains", "unevaluatedItems", "prefixItems" -> {
                    if (keyword.equals("unevaluatedItems")) {
                        resource.useUnevaluatedItems();
                    }
                    if (value instanceof Json.Arr) {
                        each(value, resource, "item", false);
                    } else {
                        one(value, resource, "item");
                    }
                }
                case "additionalProperties", "unevaluatedProperties" -> one(value, resource, "value");
                case "propertyNames" -> one(value, resource, "name");
                case "allOf", "anyOf", "oneOf" -> each(value, resource, "", false);
                case "not", "if", "then", "else", "contentSchema" -> one(value, resource, "");
                default -> {}
            }
        }
    }

    private void each(Json values, Resource resource, @Nullable String key, boolean definition) {
        if (values instanceof Json.Obj object) {
            object.members().forEach((name, value) -> {
                if (isSchema(value)) {
                    visit(value, resource, key == null ? name : key, definition);
                }
            });
        } else if (values instanceof Json.Arr array) {
            array.items().forEach(value -> one(value, resource, key == null ? "" : key));
        }
    }

    private void one(Json value, Resource resource, String key) {
        if (isSchema(value)) {
            visit(value, resource, key, false);
        }
    }

    /** Returns the schema that stands at a place where the index expects one. */
    Node node(Json value, Resource around) {
        return visit(value, around, "", false);
    }

    static boolean isSchema(Json value) {
        return value instanceof Json.Obj || value instanceof Json.Bool;
    }

    private Dialect dialect(JsonDocument document, Json root, @Nullable Dialect inherited) {
        Json declared = root instanceof Json.Obj object ? object.members().get("$schema") : null;
        if (!(declared instanceof Json.Str uri)) {
            return inherited != null ? inherited : Dialect.guess(root);
        }
        Optional<Draft> draft = Dialect.draft(uri.value());
        if (draft.isPresent()) {
            return Dialect.declared(draft.get());
        }
        String name = UriReference.of(uri.value()).resource();
        Dialect known = dialects.get(name);
        if (known == null) {
            known = custom(document, uri, name).orElseGet(() -> Dialect.guess(root));
            dialects.put(name, known);
        }
        return known;
    }

    /** Reads a meta-schema that is not one of the official ones for what it says of vocabularies. */
    private Optional<Dialect> custom(JsonDocument document, Json.Str uri, String name) {
        Location location = document.locate(uri);
        // A meta-schema that is its own meta-schema would be asked for without an end.
        dialects.put(name, Dialect.undeclared(Draft.DRAFT_2020_12));
        Target target = ++metaSchemas > MAX_META_SCHEMAS
                ? Target.missing("there are too many meta-schemas")
                : find(UriReference.of(name));
        Node node = target.node();
        if (node == null && files.identified(name).isPresent()) {
            node = find(files.identified(name).get()).node();
        }
        if (node == null || !(node.value() instanceof Json.Obj meta)) {
            findings.accept(new Finding(
                    "unknown-draft",
                    Severity.WARNING,
                    location,
                    "the $schema " + uri.text() + " is none that is known: " + target.reason()
                            + ". The keywords are read as the drafts define them; name a draft, such as"
                            + " https://json-schema.org/draft/2020-12/schema, or give the meta-schema."));
            return Optional.empty();
        }
        Dialect base = node.resource().dialect();
        if (!(meta.members().get("$vocabulary") instanceof Json.Obj vocabulary)) {
            return Optional.of(Dialect.declared(base.draft()));
        }
        Set<Vocabulary> used = EnumSet.noneOf(Vocabulary.class);
        for (Map.Entry<String, Json> entry : vocabulary.members().entrySet()) {
            String known = entry.getKey().replaceFirst("^https://json-schema\\.org/draft/20(19-09|20-12)/vocab/", "");
            switch (known) {
                case "applicator" ->
                    used.addAll(
                            base.draft() == Draft.DRAFT_2019_09
                                    ? List.of(Vocabulary.APPLICATOR, Vocabulary.UNEVALUATED)
                                    : List.of(Vocabulary.APPLICATOR));
                case "unevaluated" -> used.add(Vocabulary.UNEVALUATED);
                case "validation" -> used.add(Vocabulary.VALIDATION);
                case "core", "meta-data", "content", "format", "format-annotation", "format-assertion" -> {}
                default -> {
                    if (entry.getValue() instanceof Json.Bool required && required.value()) {
                        findings.accept(new Finding(
                                "unknown-vocabulary",
                                Severity.WARNING,
                                location,
                                "the meta-schema requires the vocabulary " + entry.getKey()
                                        + ", which is unknown, so what its keywords assert is not enforced. State it by"
                                        + " keywords of the drafts as well."));
                    }
                }
            }
        }
        return Optional.of(Dialect.declared(base.draft()).with(used));
    }

    private void duplicate(JsonDocument document, Json value, String what) {
        findings.accept(new Finding(
                "duplicate-id",
                Severity.WARNING,
                document.locate(value),
                what + " is given to another schema already, and references lead to that one. Choose another."));
    }

    private static @Nullable String text(Json.Obj object, String member) {
        return object.members().get(member) instanceof Json.Str text ? text.value() : null;
    }
}
