package io.neurectomy.codegen.model;

import io.neurectomy.codegen.schema.SchemaGraph;
import java.util.List;
import java.util.Map;

/**
 * Everything that a back end needs to know.
 *
 * @param root the name of the declaration that the whole document has
 * @param declarations by name, the root first, then in the order in which they are met from it
 * @param graph the schemas that the declarations and their residual assertions name
 */
public record Model(String root, Map<String, Declaration> declarations, SchemaGraph graph) {

    /**
     * Returns a declaration.
     *
     * @param name its name
     * @return the declaration, which exists
     */
    public Declaration declaration(String name) {
        Declaration found = declarations.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no declaration named " + name + ", but " + List.copyOf(declarations.keySet()));
        }
        return found;
    }
}
