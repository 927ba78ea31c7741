package io.neurectomy.standard;

import java.util.List;
import java.util.Map;

/** What Maven makes of a POM, or why it can't. */
public sealed interface Effective {
    /**
     * A POM with everything it inherits and imports.
     *
     * @param managedDependencies version by {@code groupId:artifactId:type[:classifier]}, imports included
     * @param ancestors the POMs that it inherits from as they are written, the nearest first
     */
    record Model(Map<String, String> managedDependencies, List<Pom> ancestors) implements Effective {
        /**
         * Copies map and list.
         *
         * @param managedDependencies version by management key
         * @param ancestors the nearest first
         */
        public Model {
            managedDependencies = Map.copyOf(managedDependencies);
            ancestors = List.copyOf(ancestors);
        }
    }

    /**
     * There is no effective model.
     *
     * @param why the reason, one sentence without a period at its end
     */
    record Unavailable(String why) implements Effective {}
}
