package io.neurectomy.codegen;

import io.neurectomy.codegen.graphql.GraphqlBackend;
import io.neurectomy.codegen.java.JavaBackend;
import io.neurectomy.codegen.markdown.MarkdownBackend;
import io.neurectomy.codegen.python.PythonBackend;
import io.neurectomy.codegen.rust.RustBackend;
import io.neurectomy.codegen.typescript.TypeScriptBackend;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    MARKDOWN;

    /**
     * Returns what writes this language.
     *
     * @return a back end
     */
    public Backend backend() {
        // Not a field of the constant: a run then loads the classes of one language only.
        return switch (this) {
            case JAVA -> new JavaBackend();
            case TYPESCRIPT -> new TypeScriptBackend();
            case RUST -> new RustBackend();
            case PYTHON -> new PythonBackend();
            case GRAPHQL -> new GraphqlBackend();
            case MARKDOWN -> new MarkdownBackend();
        };
    }

    /**
     * Returns how a user names this language.
     *
     * @return the name in lower case, such as {@code java}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a language.
     *
     * @param id its name, in any case
     * @return the language, if there is one of the name
     */
    public static Optional<Language> of(String id) {
        return Arrays.stream(values())
                .filter(language -> language.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns the names of all languages.
     *
     * @return in lower case
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Language::id).toList();
    }
}
