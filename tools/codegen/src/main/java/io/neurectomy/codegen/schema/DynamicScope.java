package io.neurectomy.codegen.schema;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a dynamic scope decides where dynamic references lead: for each dynamic anchor the outermost resource that has it.
 * Scopes only ever grow, so there are finitely many, and a schema with a scope is a schema without dynamic references. There
 * is one instance for each content.
 */
final class DynamicScope {

    private final Map<String, Resource> outermost;
    private final Map<Map<String, Resource>, DynamicScope> all;
    private final IdentityHashMap<Resource, DynamicScope> entered = new IdentityHashMap<>();
    private final IdentityHashMap<Node, SchemaId> ids = new IdentityHashMap<>();

    private DynamicScope(Map<String, Resource> outermost, Map<Map<String, Resource>, DynamicScope> all) {
        this.outermost = outermost;
        this.all = all;
    }

    static DynamicScope empty() {
        Map<Map<String, Resource>, DynamicScope> all = new HashMap<>();
        DynamicScope empty = new DynamicScope(Map.of(), all);
        all.put(empty.outermost, empty);
        return empty;
    }

    /** Returns how many other scopes there are. */
    int others() {
        return all.size() - 1;
    }

    /** Returns the scope inside of a resource that is reached from this one. */
    DynamicScope enter(Resource resource) {
        if (resource.dynamicAnchors().isEmpty()) {
            return this;
        }
        return entered.computeIfAbsent(resource, this::with);
    }

    /** Returns where a dynamic reference leads that would lead to the given schema if it were not dynamic. */
    Node target(String anchor, Node initial) {
        Resource resource = outermost.get(anchor);
        Node bound = resource == null ? null : resource.dynamicAnchors().get(anchor);
        return bound == null ? initial : bound;
    }

    /** The ids of the schemas that were reached in this scope. */
    IdentityHashMap<Node, SchemaId> ids() {
        return ids;
    }

    private DynamicScope with(Resource resource) {
        Map<String, Resource> more = new LinkedHashMap<>(outermost);
        resource.dynamicAnchors().keySet().forEach(anchor -> more.putIfAbsent(anchor, resource));
        return all.computeIfAbsent(more, content -> new DynamicScope(content, all));
    }
}
