package io.neurectomy.test.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** The invalid documents of a schema, without end: first each kind of change at each place of the schema, then any. */
final class InvalidDocuments implements Iterator<InvalidDocument> {

    private static final int FRUITLESS = 100;
    private static final int NEW_ONLY = 60;
    private static final int AT_ONCE = 5;

    private final SchemaSet set;
    private final SplittableRandom random;
    private final Mutator mutator;
    private final ValidDocuments documents;
    private final Set<String> seen = new HashSet<>();
    private final Deque<InvalidDocument> ready = new ArrayDeque<>();
    private int sources;

    InvalidDocuments(SchemaSet set, long seed) {
        this.set = set;
        random = new SplittableRandom(seed);
        mutator = new Mutator(set, new DocumentMaker(set, new DocumentMaker.Heights(set), random), random);
        documents = new ValidDocuments(set, seed);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public InvalidDocument next() {
        for (int fruitless = 0; ready.isEmpty(); fruitless++) {
            if (fruitless > FRUITLESS + NEW_ONLY) {
                throw new UnusableSchemaException(
                        "[schema-accepts-everything] %s: no change of %d valid documents was invalid. Use valid() only, or make the schema say more."
                                .formatted(set.where(), fruitless));
            }
            change(Json.read(documents.next()));
        }
        return ready.remove();
    }

    private void change(JsonNode document) {
        List<Mutator.Change> any = new ArrayList<>();
        // One of each kind in turn: the first hundred show every kind, however many members can have a wrong type.
        Map<Mutation, Deque<Mutator.Change>> kinds = new EnumMap<>(Mutation.class);
        mutator.changes(document)
                .forEach(change -> kinds.computeIfAbsent(change.mutation(), kind -> new ArrayDeque<>())
                        .add(change));
        while (!kinds.isEmpty()) {
            for (Deque<Mutator.Change> kind : kinds.values()) {
                Mutator.Change change = kind.remove();
                if (seen.contains(change.what()) || !confirm(document, change)) {
                    any.add(change);
                } else {
                    seen.add(change.what());
                }
            }
            kinds.values().removeIf(Deque::isEmpty);
        }
        sources++;
        if (sources > NEW_ONLY && !any.isEmpty()) {
            for (int i = 0; i < AT_ONCE; i++) {
                confirm(document, any.get(random.nextInt(any.size())));
            }
        }
    }

    private boolean confirm(JsonNode document, Mutator.Change change) {
        String json = Json.write(change.on(document));
        if (set.valid(Json.read(json))) {
            return false;
        }
        ready.add(new InvalidDocument(change.mutation(), change.pointer(), json));
        return true;
    }
}
