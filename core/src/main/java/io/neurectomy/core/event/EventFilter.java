package io.neurectomy.core.event;

/** Which events of a kind a subscription gets. */
public sealed interface EventFilter {

    /**
     * Selects the events of all aggregates.
     *
     * @return the filter
     */
    static EventFilter all() {
        return All.ALL;
    }

    /**
     * Selects the events of one aggregate.
     *
     * @param aggregateId the id of the aggregate
     * @return the filter
     */
    static EventFilter aggregate(String aggregateId) {
        return new Aggregate(aggregateId);
    }

    /** Every event. */
    enum All implements EventFilter {
        /** The only value. */
        ALL
    }

    /**
     * The events of one aggregate.
     *
     * @param aggregateId the id of the aggregate
     */
    record Aggregate(String aggregateId) implements EventFilter {}
}
