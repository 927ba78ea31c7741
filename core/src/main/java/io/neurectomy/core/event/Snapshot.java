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
     * Says whether this is to be kept in place of another one.
     *
     * @param kept the snapshot that is kept
     * @return whether this has a newer form, or the same form and a later revision
     */
    public boolean replaces(Snapshot kept) {
        return schemaVersion > kept.schemaVersion
                || (schemaVersion == kept.schemaVersion && revision.compareTo(kept.revision) > 0);
    }
}
