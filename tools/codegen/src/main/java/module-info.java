/** The generator: JSON Schema and GraphQL SDL in, source code out. */
module io.neurectomy.codegen {
    exports io.neurectomy.codegen;
    exports io.neurectomy.codegen.json;
    exports io.neurectomy.codegen.model;
    exports io.neurectomy.codegen.schema;

    requires com.palantir.javapoet;
    requires info.picocli;
    requires static transitive org.jspecify;
}
