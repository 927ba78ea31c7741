package io.neurectomy.core.event;

import tools.jackson.databind.JsonNode;

/**
 * The state of an aggregate, so that not all of its events have to be read. It can be made anew from the events at any
 * time.
 *
 * @param revision the last event that is part of the state
 * @param schemaVersion the version of the state's form, at least 1
 * @param state the state, which must not be changed
 */
public record Snapshot(Revision revision, long schemaVersion, JsonNode state) {

    /**
     * Says whether another snapshot of the same aggregate takes the place of this one.
     *
     * @param other the other one
     * @return {@code true} if it is of a later revision and not of an older form: a program that was not yet updated must
     *     not throw away what an updated one has made
     */
    public boolean isReplacedBy(Snapshot other) {
        return other.schemaVersion > schemaVersion
                || (other.schemaVersion == schemaVersion && other.revision.compareTo(revision) > 0);
    }
}
