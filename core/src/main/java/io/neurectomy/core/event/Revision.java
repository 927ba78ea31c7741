package io.neurectomy.core.event;

/**
 * The state of an aggregate after one of its events: which event of the aggregate that is, and where in the stream it
 * stands.
 *
 * @param version the number of events of the aggregate up to here, 0 before the first
 * @param sequence the place of the event in the stream of its kind, 0 before the first
 */
public record Revision(long version, long sequence) implements Comparable<Revision> {

    /** The revision of an aggregate without events. */
    public static final Revision NONE = new Revision(0, 0);

    /**
     * Checks the numbers.
     *
     * @param version the number of events of the aggregate up to here
     * @param sequence the place of the event in the stream
     * @throws IllegalArgumentException if one is negative, only one is 0, or the sequence is less than the version
     */
    public Revision {
        if (version < 0 || sequence < version || (version == 0 && sequence != 0)) {
            throw new IllegalArgumentException("[revision] version " + version + ", sequence " + sequence
                    + ": is no revision. Pass one that a store returned, or Revision.NONE.");
        }
    }

    /**
     * Compares by version.
     *
     * @param other a revision of the same aggregate
     * @return less than, equal to or greater than 0
     */
    @Override
    public int compareTo(Revision other) {
        return Long.compare(version, other.version);
    }
}
