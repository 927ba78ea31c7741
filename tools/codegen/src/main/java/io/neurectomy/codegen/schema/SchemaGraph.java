package io.neurectomy.codegen.schema;

import java.util.List;

/**
 * Every schema that can be reached from a root, by its id.
 *
 * @param root the id of the schema that code is generated for
 * @param schemas by {@link SchemaId#number()}
 * @param definitions the ids of all schemas that code is asked for: only the root, unless everything that some files define
 *     was asked for; then the root is the first of them and stands for no document
 */
public record SchemaGraph(SchemaId root, List<Schema> schemas, List<SchemaId> definitions) {

    /** Copies the lists. */
    public SchemaGraph {
        schemas = List.copyOf(schemas);
        definitions = List.copyOf(definitions);
    }

    /**
     * Creates a graph with one root.
     *
     * @param root the id of the schema that code is generated for
     * @param schemas by {@link SchemaId#number()}
     */
    public SchemaGraph(SchemaId root, List<Schema> schemas) {
        this(root, schemas, List.of(root));
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
