package io.neurectomy.core.event;

import java.io.Serializable;

/** What the appender takes the aggregate's last revision to be; if it is another one, nothing is appended. */
public sealed interface Expected extends Serializable {

    /**
     * Appends after whatever there is.
     *
     * @return no expectation
     */
    static Expected any() {
        return Any.ANY;
    }

    /**
     * Expects an aggregate without events.
     *
     * @return the expectation
     */
    static Expected none() {
        return new Exact(0, 0);
    }

    /**
     * Expects an aggregate with at least one event.
     *
     * @return the expectation
     */
    static Expected exists() {
        return Exists.EXISTS;
    }

    /**
     * Expects that nothing was appended after a revision.
     *
     * @param revision the revision that the appender has read or appended
     * @return the expectation
     */
    static Expected exact(Revision revision) {
        return new Exact(revision.version(), revision.sequence());
    }

    /** No expectation. */
    enum Any implements Expected {
        /** The only value. */
        ANY
    }

    /** At least one event. */
    enum Exists implements Expected {
        /** The only value. */
        EXISTS
    }

    /**
     * One revision and no other.
     *
     * @param version the version of {@link Revision}
     * @param sequence the sequence of {@link Revision}
     */
    record Exact(long version, long sequence) implements Expected {

        /**
         * Checks the numbers.
         *
         * @param version the version
         * @param sequence the sequence
         * @throws IllegalArgumentException if they are no revision
         */
        public Exact {
            new Revision(version, sequence);
        }

        /**
         * Returns the revision that is expected.
         *
         * @return the revision
         */
        public Revision revision() {
            return new Revision(version, sequence);
        }
    }
}
