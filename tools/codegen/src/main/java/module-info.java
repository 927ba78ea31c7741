/** The generator: JSON Schema and GraphQL SDL in, source code out. */
module io.neurectomy.codegen {
    exports io.neurectomy.codegen;
    exports io.neurectomy.codegen.cli;
    exports io.neurectomy.codegen.compatibility;
    exports io.neurectomy.codegen.distribution;
    exports io.neurectomy.codegen.json;
    exports io.neurectomy.codegen.model;
    exports io.neurectomy.codegen.pattern;
    exports io.neurectomy.codegen.schema;
    exports io.neurectomy.codegen.sdl;

    // The command line's library reads the options by reflection.
    opens io.neurectomy.codegen.cli to
            info.picocli;

    requires com.palantir.javapoet;
    requires info.picocli;
    requires java.compiler;
    requires org.apache.commons.compress;
    requires static transitive org.jspecify;
}
