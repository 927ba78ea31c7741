package io.neurectomy.codegen.schema;

/** The types that JSON Schema knows; an integer is also a number. */
public enum JsonType {
    /** {@code null}. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A number without a fraction; 1.0 is one. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** A string. */
    STRING,
    /** An array. */
    ARRAY,
    /** An object. */
    OBJECT
}
