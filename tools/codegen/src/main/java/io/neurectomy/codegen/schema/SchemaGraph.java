package io.neurectomy.codegen.schema;

import java.util.List;

/**
 * Every schema that can be reached from a root, by its id.
 *
 * @param root the id of the schema that code is generated for
 * @param schemas by {@link SchemaId#number()}
 */
public record SchemaGraph(SchemaId root, List<Schema> schemas) {

    /** Copies the list. */
    public SchemaGraph {
        schemas = List.copyOf(schemas);
    }

    /**
     * Returns a schema.
     *
     * @param id its id, of this graph
     * @return the schema
     */
    public Schema schema(SchemaId id) {
        return schemas.get(id.number());
    }
}
