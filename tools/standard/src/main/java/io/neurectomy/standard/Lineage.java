package io.neurectomy.standard;

import java.util.List;
import java.util.Optional;

/**
 * The POMs that a POM inherits from, as far as they are known.
 *
 * @param ancestors the POMs as they are written, the nearest first; POMs outside the repository only where Maven could
 *     say what they hold
 * @param missing the first ancestor that is not known, empty if the line is known up to a POM without a parent
 * @param circular true if the parents form a circle
 */
public record Lineage(List<Pom> ancestors, Optional<Coordinates> missing, boolean circular) {
    /**
     * Copies the list.
     *
     * @param ancestors the nearest first
     * @param missing first ancestor that is not known
     * @param circular whether the parents form a circle
     */
    public Lineage {
        ancestors = List.copyOf(ancestors);
    }

    /**
     * Tells whether an artifact is among the ancestors.
     *
     * @param key {@code groupId:artifactId}
     * @return true if one of the ancestors, the missing one included, has this key
     */
    public boolean reaches(String key) {
        return ancestors.stream().anyMatch(p -> p.coordinates().key().equals(key))
                || missing.filter(m -> m.key().equals(key)).isPresent();
    }
}
