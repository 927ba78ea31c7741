/** What NEURECTOMY's services share: ids, timestamps, validation, errors, request context, life cycles, flags and events. */
module io.neurectomy.core {
    requires com.networknt.schema;
    // Has no classes; without this its schemas would not be found on a module path.
    requires io.neurectomy.schemas;
    // Not transitive: javac would ask every module that requires this one for it.
    requires static dev.openfeature.sdk;
    requires static io.nats.jnats;
    requires transitive io.neurectomy.types;
    requires static org.jspecify;
    requires org.slf4j;
    requires transitive tools.jackson.databind;

    exports io.neurectomy.core.context;
    exports io.neurectomy.core.error;
    exports io.neurectomy.core.event;
    exports io.neurectomy.core.event.nats;
    exports io.neurectomy.core.flag;
    exports io.neurectomy.core.flag.openfeature;
    exports io.neurectomy.core.id;
    exports io.neurectomy.core.lifecycle;
    exports io.neurectomy.core.time;
    exports io.neurectomy.core.validation;
}
