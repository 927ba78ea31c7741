/** Client of NEURECTOMY's API: GraphQL and REST, with deadlines, safe retries and typed failures. */
module io.neurectomy.client {
    requires transitive io.neurectomy.core;
    requires transitive java.net.http;
    requires static org.jspecify;
    requires org.slf4j;
    requires transitive tools.jackson.databind;

    exports io.neurectomy.client;
}
