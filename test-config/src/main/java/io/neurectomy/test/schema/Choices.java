package io.neurectomy.test.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Decides wherever a document can be one thing or another. The first option is always the simplest. */
interface Choices {

    /**
     * Picks one of several options.
     *
     * @param place the place in the schema
     * @param at the place in the document
     * @param what the kind of choice
     * @param options how many there are, at least one
     * @return the index of one
     */
    int pick(String place, String at, String what, int options);

    /** Says whether an optional part is there. */
    default boolean include(String place, String at, String what, int depth) {
        return pick(place, at, what, 2) == 1;
    }

    /** The simplest document, but for some choices; it remembers which others there are. */
    final class Scripted implements Choices {
        private final Map<String, Integer> script;
        private final List<Point> points = new ArrayList<>();

        Scripted(Map<String, Integer> script) {
            this.script = script;
        }

        @Override
        public int pick(String place, String at, String what, int options) {
            String key = at + ' ' + what;
            if (options > 1) {
                points.add(new Point(place + ' ' + what, key, options));
            }
            return Math.min(script.getOrDefault(key, 0), options - 1);
        }

        List<Point> points() {
            return points;
        }
    }

    /** Everything that is optional, and at each place the option with the same number. */
    record Everything(int option) implements Choices {
        @Override
        public int pick(String place, String at, String what, int options) {
            return option % options;
        }

        @Override
        public boolean include(String place, String at, String what, int depth) {
            return true;
        }
    }

    /** Anything, with fewer optional parts the deeper it gets. */
    record Anything(RandomGenerator random, double share) implements Choices {
        @Override
        public int pick(String place, String at, String what, int options) {
            return random.nextInt(options);
        }

        @Override
        public boolean include(String place, String at, String what, int depth) {
            return random.nextDouble() < share / (1 + depth * 0.3);
        }
    }

    /**
     * A choice that was met.
     *
     * @param place the place in the schema, and the kind of choice
     * @param key the place in the document, and the kind of choice
     * @param options how many there are
     */
    record Point(String place, String key, int options) {}
}
