/**
 * The build standard as a library: reads a Maven repository into one immutable value and checks it by rules.
 *
 * <p>It knows no Maven; what only Maven can know (effective models) is handed in through
 * {@link io.neurectomy.standard.EffectiveModels}. POMs are edited by DomTrip, which leaves every byte alone that an edit
 * does not mean.
 */
module io.neurectomy.standard {
    requires com.fasterxml.jackson.annotation;
    requires eu.maveniverse.domtrip;
    requires eu.maveniverse.domtrip.maven;
    requires java.compiler;
    requires java.xml;
    requires jdk.compiler;
    requires org.commonmark;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;

    exports io.neurectomy.standard;
    exports io.neurectomy.standard.adopt;
    exports io.neurectomy.standard.baseline;
    exports io.neurectomy.standard.edit;
    exports io.neurectomy.standard.fix;
    exports io.neurectomy.standard.module;
    exports io.neurectomy.standard.report;
    exports io.neurectomy.standard.report.model;

    // The readers and writers that the annotations name are not public; Jackson makes them by reflection.
    opens io.neurectomy.standard.report.model to
            tools.jackson.databind;
}
