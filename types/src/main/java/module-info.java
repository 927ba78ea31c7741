/** NEURECTOMY's shared types, generated from its JSON Schemas. */
module io.neurectomy.types {
    exports io.neurectomy.types;

    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;
}
