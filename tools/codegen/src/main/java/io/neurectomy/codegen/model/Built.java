package io.neurectomy.codegen.model;

import io.neurectomy.codegen.model.Conjunction.Stated;
import java.util.List;

/**
 * The type found for a conjunction.
 *
 * @param type the type
 * @param residual what the type does not decide; whoever declares the type around it takes this over. Always empty for a
 *     {@link Type.Named}, whose declaration holds it
 */
record Built(Type type, List<Stated> residual) {

    static final Built ANY = new Built(new Type.Any(), List.of());
    static final Built NEVER = new Built(new Type.Never(), List.of());

    Built {
        residual = List.copyOf(residual);
    }

    static Built exact(Type type) {
        return new Built(type, List.of());
    }

    boolean isExact() {
        return residual.isEmpty();
    }
}
