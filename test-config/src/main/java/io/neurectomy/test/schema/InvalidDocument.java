package io.neurectomy.test.schema;

/**
 * A document that the schema forbids, one change away from one that it allows.
 *
 * @param mutation what was changed
 * @param pointer where, as a JSON pointer into the document; for a removed or added member the pointer of that member
 * @param json the document
 */
public record InvalidDocument(Mutation mutation, String pointer, String json) {}
