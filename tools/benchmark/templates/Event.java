package __package__;

/** What happened to a __Name__: one of a closed set of events. */
public sealed interface __Name__ {

    /** The kinds of event, in the order in which they can occur. */
    enum Kind {
        /** It came into being. */
        CREATED,
        /** Its amount changed. */
        CHANGED,
        /** It is gone. */
        REMOVED,
    }

    /**
     * Returns the identifier of what the event is about.
     *
     * @return the identifier
     */
    String id();

    /**
     * Returns the kind of this event.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * It came into being.
     *
     * @param id the identifier
     * @param amount the first amount
     */
    record Created(String id, long amount) implements __Name__ {
        @Override
        public Kind kind() {
            return Kind.CREATED;
        }
    }

    /**
     * Its amount changed.
     *
     * @param id the identifier
     * @param delta the difference, negative if it shrank
     */
    record Changed(String id, long delta) implements __Name__ {
        @Override
        public Kind kind() {
            return Kind.CHANGED;
        }
    }

    /**
     * It is gone.
     *
     * @param id the identifier
     */
    record Removed(String id) implements __Name__ {
        @Override
        public Kind kind() {
            return Kind.REMOVED;
        }
    }

    /**
     * Applies an event to an amount.
     *
     * @param amount the amount before the event
     * @param event the event
     * @return the amount after the event
     */
    static long apply(long amount, __Name__ event) {
        if (event instanceof Created created) {
            return created.amount();
        }
        if (event instanceof Changed changed) {
            return amount + changed.delta();
        }
        return 0;
    }

    /**
     * Describes an event for people.
     *
     * @param event the event
     * @return one line of text
     */
    static String describe(__Name__ event) {
        String verb =
                switch (event.kind()) {
                    case CREATED -> "created";
                    case CHANGED -> "changed";
                    case REMOVED -> "removed";
                };
        return event.id() + " was " + verb;
    }
}
