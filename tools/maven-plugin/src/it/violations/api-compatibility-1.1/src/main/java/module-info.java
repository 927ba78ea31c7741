/** Loses a method. */
module com.acme {
    requires static transitive org.jspecify;

    exports com.acme;
}
