package io.neurectomy.standard;

import java.util.List;
import java.util.Map;

/**
 * What a {@code module-info.java} declares.
 *
 * @param name the module's name
 * @param exports the modules that each exported package is exported to; none stands for everyone
 */
public record JavaModule(String name, Map<String, List<String>> exports) {
    /**
     * Copies the map.
     *
     * @param name the module's name
     * @param exports exported packages
     */
    public JavaModule {
        exports = Map.copyOf(exports);
    }
}
