package io.neurectomy.core.event.internal;

import io.neurectomy.core.error.ErrorContext;
import io.neurectomy.core.event.EventFilter;
import io.neurectomy.core.event.EventGapException;
import io.neurectomy.core.event.Revision;
import io.neurectomy.core.event.StoredEvent;

/**
 * Sees that no event is left out: of a whole stream the sequences follow each other, of one aggregate the versions do. A
 * reader that skips silently draws wrong conclusions for ever. For one thread.
 */
public final class Continuity {
    private static final long UNKNOWN = -1;

    private final boolean whole;
    private long last;

    private Continuity(boolean whole, long last) {
        this.whole = whole;
        this.last = last;
    }

    /**
     * Begins after a sequence.
     *
     * @param filter what is read
     * @param afterSequence the sequence of the event before the first one, 0 for the beginning
     * @return a check of what follows
     */
    public static Continuity after(EventFilter filter, long afterSequence) {
        boolean whole = filter instanceof EventFilter.All;
        // In the middle of an aggregate the first event that is seen says its version.
        return new Continuity(whole, whole || afterSequence == 0 ? afterSequence : UNKNOWN);
    }

    /**
     * Begins after a revision of an aggregate.
     *
     * @param revision the revision
     * @return a check of what follows
     */
    public static Continuity after(Revision revision) {
        return new Continuity(false, revision.version());
    }

    /**
     * Takes the next event.
     *
     * @param event the event
     * @throws EventGapException if it does not follow the one before
     */
    public void next(StoredEvent event) {
        long number = whole ? event.revision().sequence() : event.revision().version();
        if (last != UNKNOWN && number != last + 1) {
            String what = whole ? "sequence" : "version";
            throw new EventGapException(
                    "EVENT_GAP",
                    "aggregate " + event.aggregateId() + ": after " + what + " " + last + " comes " + what + " "
                            + number
                            + ", so events are missing or came twice. Find out who deleted them; restore the stream.",
                    ErrorContext.empty().with("sequence", event.revision().sequence()),
                    null);
        }
        last = number;
    }
}
