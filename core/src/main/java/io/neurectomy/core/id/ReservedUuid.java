package io.neurectomy.core.id;

import java.util.Objects;
import java.util.UUID;

/** The two UUIDs that name nothing: Nil stands for "none" and Max for "end" (RFC 9562 sections 5.9 and 5.10). */
final class ReservedUuid {

    private static final UUID NIL = new UUID(0, 0);
    private static final UUID MAX = new UUID(-1, -1);

    private ReservedUuid() {}

    static void refuse(UUID value) {
        Objects.requireNonNull(value, "value");
        if (value.equals(NIL) || value.equals(MAX)) {
            throw new IllegalArgumentException(
                    "[reserved-uuid] " + value + ": is the " + (value.equals(NIL) ? "Nil" : "Max")
                            + " UUID of RFC 9562, which names nothing. Pass the id of something, or no id at all.");
        }
    }
}
