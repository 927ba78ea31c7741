/** NEURECTOMY's shared types, generated from its JSON Schemas. */
module io.neurectomy.types {
    exports io.neurectomy.types;

    // The readers and writers that the annotations name are not public; Jackson makes them by reflection.
    opens io.neurectomy.types to
            tools.jackson.databind;

    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;
}
