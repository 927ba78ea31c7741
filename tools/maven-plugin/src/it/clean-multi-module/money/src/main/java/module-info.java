/** Money. */
module com.acme.money {
    requires static transitive org.jspecify;

    exports com.acme.money;
}
