/** Ids and timestamps that NEURECTOMY's services share. */
module io.neurectomy.core {
    requires static org.jspecify;

    exports io.neurectomy.core.id;
    exports io.neurectomy.core.time;
}
