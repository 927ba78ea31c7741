/** Orders. */
module com.acme.orders {
    requires static transitive org.jspecify;
    requires transitive com.acme.money;

    exports com.acme.orders;
}
