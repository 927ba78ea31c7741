package io.neurectomy.codegen.schema;

/**
 * Names a schema within its {@link SchemaGraph}.
 *
 * @param number from 0 in the order of discovery from the root, so the same input gives the same numbers
 */
public record SchemaId(int number) implements Comparable<SchemaId> {

    @Override
    public int compareTo(SchemaId other) {
        return Integer.compare(number, other.number);
    }
}
