package io.neurectomy.codegen.compatibility;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who must go on working when a schema changes. */
public enum Mode {
    /** Whoever reads by the new schema still reads every document that was valid under the old one. */
    BACKWARD,
    /** Whoever reads by the old schema still reads every document that is valid under the new one. */
    FORWARD,
    /** Both. */
    FULL;

    /**
     * Returns how a user names this mode.
     *
     * @return the name in lower case, such as {@code backward}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a mode.
     *
     * @param id its name, in any case
     * @return the mode, if there is one of the name
     */
    public static Optional<Mode> of(String id) {
        return Stream.of(values())
                .filter(mode -> mode.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns the directions that this mode asks for.
     *
     * @return {@code BACKWARD}, {@code FORWARD}, or both
     */
    List<Mode> directions() {
        return this == FULL ? List.of(BACKWARD, FORWARD) : List.of(this);
    }
}
