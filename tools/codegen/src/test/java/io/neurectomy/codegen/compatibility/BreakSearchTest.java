package io.neurectomy.codegen.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaReader;
import io.neurectomy.test.schema.SchemaDocuments;
import io.neurectomy.test.schema.UnusableSchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches at random for breaks that the comparison misses: a schema, a change of it, and documents of the one that the other
 * refuses. Documents come from another validator than ours, so a mistake that the comparison shares with our evaluator is
 * found as well. {@code -Dbreaks.seed} and {@code -Dbreaks.pairs} search elsewhere and longer.
 */
class BreakSearchTest {
    private static final long SEED = Long.getLong("breaks.seed", 20261124);
    private static final int PAIRS = Integer.getInteger("breaks.pairs", 400);
    private static final int DOCUMENTS = 25;
    /** The other validator says that 1.5E+300 is no integer of at least 2: it compares in 64 bits. */
    private static final Pattern LARGE = Pattern.compile("[0-9]{18}|[0-9][eE]");

    private record Pair(long seed, String old, String now) {
        List<Incompatibility> compared() {
            return Compatibility.compare(graph(old), graph(now), Mode.BACKWARD);
        }

        /** Returns a document that is valid under the old schema and that the new one refuses, if random ones show any. */
        Optional<String> broken() {
            SchemaDocuments accepting = SchemaDocuments.of(old).seed(seed);
            SchemaDocuments reading = SchemaDocuments.of(now);
            return documents(accepting).stream()
                    .filter(document -> !reading.isValid(document))
                    .findFirst();
        }
    }

    @Test
    void missesNoBreakThatARandomDocumentShows() {
        List<String> missed = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        int broken = 0;
        int compatible = 0;
        for (Pair pair : pairs()) {
            List<Incompatibility> found = pair.compared();
            compatible += found.isEmpty() ? 1 : 0;
            Optional<String> document = pair.broken();
            if (document.isPresent()) {
                broken++;
                String shown = pair + " broken by " + document.get();
                if (found.isEmpty()) {
                    missed.add(shown);
                } else if (found.stream().noneMatch(Incompatibility::isProved)) {
                    undecided.add(shown);
                }
            }
        }
        System.getLogger(BreakSearchTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "breaks.seed={0}: {1} of {2} pairs broken by a random document, {3} called compatible; undecided {4}",
                        String.valueOf(SEED),
                        broken,
                        PAIRS,
                        compatible,
                        String.join("\n", undecided));
        assertThat(missed).as("called compatible, -Dbreaks.seed=%s", SEED).isEmpty();
        assertThat(broken).as("pairs that show anything").isGreaterThan(PAIRS / 8);
        assertThat(compatible).as("pairs that could show anything").isGreaterThan(PAIRS / 8);
        assertThat(undecided).as("breaks without a document").hasSizeLessThan(Math.max(1, broken / 20));
    }

    @Test
    void showsOnlyDocumentsThatAnotherValidatorJudgesTheSame() {
        for (Pair pair : pairs()) {
            for (Incompatibility found : pair.compared()) {
                found.document().map(Json::text).ifPresent(document -> {
                    assertThat(SchemaDocuments.of(pair.old()).isValid(document))
                            .as("%s: %s valid under the old schema", pair, document)
                            .isTrue();
                    assertThat(SchemaDocuments.of(pair.now()).isValid(document))
                            .as("%s: %s refused by the new schema", pair, document)
                            .isFalse();
                });
            }
        }
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (long i = 0; i < PAIRS; i++) {
            RandomSchemas schemas = new RandomSchemas(SEED + i);
            ObjectNode old = schemas.schema();
            pairs.add(new Pair(SEED + i, old.toString(), schemas.changed(old).toString()));
        }
        return pairs;
    }

    private static List<String> documents(SchemaDocuments of) {
        try {
            return of.valid()
                    .limit(DOCUMENTS)
                    .filter(document -> !LARGE.matcher(document).find())
                    .distinct()
                    .toList();
        } catch (UnusableSchemaException nothingIsValid) {
            return List.of();
        }
    }

    private static SchemaGraph graph(String schema) {
        return SchemaReader.below(List.of())
                .with("https://example.org/s", schema)
                .readText("https://example.org/s")
                .graph();
    }
}
