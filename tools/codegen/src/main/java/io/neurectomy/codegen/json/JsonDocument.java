package io.neurectomy.codegen.json;

import java.util.Map;

/**
 * A JSON text that was read.
 *
 * @param file the file or resource as the user named it
 * @param root its value
 * @param locations the place of each value, by identity: equal values stand in many places
 */
public record JsonDocument(String file, Json root, Map<Json, Location> locations) {

    /**
     * Returns where a value of this document stands.
     *
     * @param value a value below {@link #root()}, the same instance
     * @return its place; that of the root for a value which is not of this document
     */
    public Location locate(Json value) {
        return locations.getOrDefault(value, new Location(file, 1, 1, ""));
    }
}
