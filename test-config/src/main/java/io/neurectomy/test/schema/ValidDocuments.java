package io.neurectomy.test.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The valid documents of a schema, without end.
 *
 * <p>First the simplest document, then documents with everything, in the n-th of which every place takes its n-th
 * option: after a few of them each option of each place was there. Then each option of each place alone in an otherwise
 * simplest document, so that a failure points to it. Then anything.
 */
final class ValidDocuments implements Iterator<String> {

    private static final int EVERYTHING = 20;
    private static final int ALONE = 5000;
    private static final int TRIES = 60;
    private static final int KEPT = 64;
    private static final List<Double> SHARES = List.of(0.1, 0.3, 0.5, 0.8);

    private final SchemaSet set;
    private final SplittableRandom random;
    private final DocumentMaker maker;
    private final Set<String> seen = new HashSet<>();
    private final List<String> kept = new ArrayList<>();
    private final Deque<Choices> plans = new ArrayDeque<>();
    private final Deque<Map<String, Integer>> shapes = new ArrayDeque<>();
    private final Deque<Map<String, Integer>> values = new ArrayDeque<>();
    private final Set<String> planned = new HashSet<>();

    ValidDocuments(SchemaSet set, long seed) {
        this.set = set;
        random = new SplittableRandom(seed);
        maker = new DocumentMaker(set, new DocumentMaker.Heights(set), random);
        shapes.add(Map.of());
        for (int i = 0; i < EVERYTHING; i++) {
            plans.add(new Choices.Everything(i));
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public String next() {
        while (true) {
            String edge = kept.isEmpty() && planned.isEmpty() ? alone() : null;
            if (edge == null && !plans.isEmpty()) {
                edge = written(plans.remove());
            } else if (edge == null && !(shapes.isEmpty() && values.isEmpty())) {
                edge = alone();
            } else if (edge == null) {
                return anything();
            }
            if (edge != null && seen.add(edge)) {
                return kept(edge);
            }
        }
    }

    private @Nullable String alone() {
        Map<String, Integer> script = shapes.isEmpty() ? values.remove() : shapes.remove();
        Choices.Scripted choices = new Choices.Scripted(script);
        String made = written(choices);
        for (Choices.Point point : choices.points()) {
            if (shapes.size() + values.size() < ALONE && planned.add(point.place())) {
                boolean value =
                        point.place().endsWith(" string") || point.place().endsWith(" number");
                for (int option = 1; option < point.options(); option++) {
                    Map<String, Integer> longer = new HashMap<>(script);
                    longer.put(point.key(), option);
                    (value ? values : shapes).add(longer);
                }
            }
        }
        planned.add("");
        return made;
    }

    private String anything() {
        for (int i = 0; i < TRIES; i++) {
            String made = written(new Choices.Anything(random, SHARES.get(random.nextInt(SHARES.size()))));
            if (made != null && seen.add(made)) {
                return kept(made);
            }
        }
        if (kept.isEmpty()) {
            throw new UnusableSchemaException(
                    "[schema-unsatisfiable] %s: no valid document found in %d tries. Correct the schema if nothing can satisfy it; if something can, show it in \"examples\"."
                            .formatted(set.where(), EVERYTHING + TRIES + planned.size()));
        }
        return kept.get(random.nextInt(kept.size()));
    }

    private String kept(String document) {
        if (kept.size() < KEPT) {
            kept.add(document);
        }
        return document;
    }

    private @Nullable String written(Choices choices) {
        JsonNode made = maker.make(choices);
        return made == null ? null : Json.write(made);
    }
}
