package io.neurectomy.codegen.schema;

/**
 * Why a value is not valid.
 *
 * @param pointer the JSON Pointer of the part of the value that is wrong
 * @param schemaPointer the JSON Pointer of the keyword, in its own file
 * @param message what is wrong with it
 */
public record Violation(String pointer, String schemaPointer, String message) {}
