package io.neurectomy.codegen;

/** The languages that code is generated in. */
public enum Language {
    /** Java 17 with Jackson. */
    JAVA,
    /** TypeScript. */
    TYPESCRIPT,
    /** Rust with serde. */
    RUST,
    /** Python with pydantic 2. */
    PYTHON,
    /** GraphQL SDL. */
    GRAPHQL,
    /** Reference documentation. */
    MARKDOWN
}
