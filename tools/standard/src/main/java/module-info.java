/**
 * The build standard as a library: reads a Maven repository into one immutable value and checks it by rules.
 *
 * <p>It depends on nothing but the Java platform; what only Maven can know (effective models) is handed in through
 * {@link io.neurectomy.standard.EffectiveModels}.
 */
module io.neurectomy.standard {
    requires java.xml;
    requires static transitive org.jspecify;

    exports io.neurectomy.standard;
}
