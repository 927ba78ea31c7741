/** What NEURECTOMY's services share: ids, timestamps, errors and the context of a request. */
module io.neurectomy.core {
    requires transitive io.neurectomy.types;
    requires static org.jspecify;
    requires org.slf4j;
    requires transitive tools.jackson.databind;

    exports io.neurectomy.core.context;
    exports io.neurectomy.core.error;
    exports io.neurectomy.core.id;
    exports io.neurectomy.core.time;
}
