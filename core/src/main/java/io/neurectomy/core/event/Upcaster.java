package io.neurectomy.core.event;

import tools.jackson.databind.node.ObjectNode;

/** Turns the JSON of an event into that of the next version of its schema. */
@FunctionalInterface
public interface Upcaster {

    /**
     * Turns an event of one version into one of the next.
     *
     * @param event the event, which may be changed and returned; another {@code type} means that the event goes on as that
     *     one
     * @return the event; its {@code schemaVersion} is set by the caller
     */
    ObjectNode upcast(ObjectNode event);
}
