/** Broken on purpose. */
module com.acme {
    requires static transitive org.jspecify;

    exports com.acme;
}
