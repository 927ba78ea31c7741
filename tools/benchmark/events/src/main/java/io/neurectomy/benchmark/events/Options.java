package io.neurectomy.benchmark.events;

import java.util.HashMap;
import java.util.Map;

/** The words of the command line. */
final class Options {
    private static final Map<String, String> DEFAULTS =
            Map.of("--pairs", "15", "--events", "4000", "--growth", "1000,10000,100000,1000000");

    private Options() {}

    static Map<String, String> read(String[] arguments) {
        Map<String, String> options = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("[option] " + arguments[i]
                        + ": is no option, or has no value. Pass --pairs 5, --events 4000 or --growth 1000,10000.");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
