package io.neurectomy.test.schema;

/** What was done to a valid document to make it invalid. */
public enum Mutation {
    /** A value was replaced by one of another JSON type. */
    TYPE,
    /** A value was replaced by {@code null}. */
    NULL,
    /** A required member was removed. */
    REQUIRED,
    /** A member that another member asks for was removed. */
    DEPENDENT_REQUIRED,
    /** A member that the schema does not know was added to a closed object. */
    UNKNOWN_MEMBER,
    /** A member was added whose name the schema does not allow. */
    MEMBER_NAME,
    /** A member was added that the schema forbids by {@code false}. */
    FORBIDDEN_MEMBER,
    /** Members were removed until there are too few. */
    MIN_PROPERTIES,
    /** Members were added until there are too many. */
    MAX_PROPERTIES,
    /** A value was replaced by one that is not in the list. */
    ENUM,
    /** A value was replaced by another than the only one. */
    CONST,
    /** The member that tells the variants of a union apart got a value that no variant, or another one, has. */
    UNION_TAG,
    /** A number was set below its bound. */
    MINIMUM,
    /** A number was set above its bound. */
    MAXIMUM,
    /** A number was set to what is no multiple. */
    MULTIPLE_OF,
    /** A string was made too short. */
    MIN_LENGTH,
    /** A string was made too long. */
    MAX_LENGTH,
    /** A string was replaced by one that the pattern does not match. */
    PATTERN,
    /** Elements were removed until there are too few. */
    MIN_ITEMS,
    /** Elements were added until there are too many. */
    MAX_ITEMS,
    /** An element was added behind a closed tuple. */
    ADDITIONAL_ITEM,
    /** An element was repeated. */
    UNIQUE_ITEMS,
    /** The elements were removed that have to be contained. */
    CONTAINS,
    /** A value was replaced by one of those that {@code not} excludes. */
    NOT
}
