package io.neurectomy.codegen.compatibility;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two versions of a schema by the documents that are valid under them. The order of anything, a definition that was
 * moved, a {@code $ref} in place of its target are no change.
 *
 * <p>An inclusion is either proved, or a document is shown that refutes it, or it is called undecided: never guessed.
 */
public final class Compatibility {

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("required-added", "Leave the member optional, or add it under a new version of the schema."),
            Map.entry("enum-value-removed", "Keep the value and mark it as deprecated until nobody writes it."),
            Map.entry("enum-added", "Describe the usual values in words, or add a new member with the enum."),
            Map.entry("type-narrowed", "Keep the old type beside the new one, or add a new member."),
            Map.entry("bound-tightened", "Keep the wider bound."),
            Map.entry("pattern-changed", "Keep the old pattern as an alternative of the new one."),
            Map.entry("divisor-changed", "Keep the old divisor."),
            Map.entry("object-closed", "Leave the object open, or close it under a new version of the schema."),
            Map.entry("property-removed", "Keep the member and mark it as deprecated until nobody writes it."),
            Map.entry("value-forbidden", "Keep the member and mark it as deprecated until nobody writes it."),
            Map.entry("variant-removed", "Keep the variant and mark it as deprecated until nobody writes it."),
            Map.entry("variants-overlap", "Tell the variants apart by a member with one const value in each."),
            Map.entry("items-unique", "Leave equal items allowed."));

    private Compatibility() {}

    /**
     * Compares two versions of a schema.
     *
     * @param old the version before the change
     * @param now the version after it
     * @param mode who must go on working
     * @return what breaks or may break; empty only if it is proved that nothing does
     */
    public static List<Incompatibility> compare(SchemaGraph old, SchemaGraph now, Mode mode) {
        List<Incompatibility> found = new ArrayList<>();
        for (Mode direction : mode.directions()) {
            found.addAll(
                    direction == Mode.BACKWARD
                            ? compareOneWay(old, now, direction)
                            : compareOneWay(now, old, direction));
        }
        return found;
    }

    private static List<Incompatibility> compareOneWay(SchemaGraph writer, SchemaGraph reader, Mode direction) {
        MergedGraph graph = new MergedGraph(writer, reader);
        Prover prover = new Prover(graph);
        if (prover.proves(Set.of(graph.writer()), Set.of(graph.reader()))) {
            return List.of();
        }
        Witnesses witnesses = new Witnesses(graph, prover);
        Set<Incompatibility> found = new LinkedHashSet<>();
        for (Difference difference : new Explainer(graph, prover).differences()) {
            Optional<Json> document = difference.document(witnesses, graph);
            found.add(incompatibility(graph, difference, document, direction));
        }
        if (found.stream().noneMatch(Incompatibility::isProved)) {
            wholeDocument(graph, witnesses)
                    .ifPresent(document -> found.add(
                            incompatibility(graph, root(graph, "document-refused"), Optional.of(document), direction)));
        }
        if (found.isEmpty()) {
            found.add(incompatibility(graph, root(graph, "change-unknown"), Optional.empty(), direction));
        }
        return List.copyOf(found);
    }

    private static Difference root(MergedGraph graph, String rule) {
        return new Difference(
                rule,
                graph.writer(),
                graph.reader(),
                "",
                "valid",
                "refused",
                List.of(),
                Kind.OBJECT,
                Set.of(graph.writer()),
                graph.reader(),
                List.of());
    }

    private static Optional<Json> wholeDocument(MergedGraph graph, Witnesses witnesses) {
        for (Kind kind : Kind.values()) {
            witnesses.reset();
            for (Json document : witnesses.values(kind, Set.of(graph.writer()), Set.of(graph.reader()))) {
                if (!graph.isValid(graph.reader(), document)) {
                    return Optional.of(document);
                }
            }
        }
        return Optional.empty();
    }

    private static Incompatibility incompatibility(
            MergedGraph graph, Difference difference, Optional<Json> document, Mode direction) {
        Location writer = graph.schema(difference.writer()).location();
        Schema refusing = graph.schema(difference.reader());
        Location reader = refusing.location();
        Location at = difference.keyword().isEmpty()
                ? reader
                : new Location(
                        reader.file(), reader.line(), reader.column(), reader.pointer() + "/" + difference.keyword());
        String remedy = REMEDIES.getOrDefault(
                difference.rule(), "Keep what was allowed, or publish the change as a new version of the schema.");
        return direction == Mode.BACKWARD
                ? new Incompatibility(
                        difference.rule(), direction, writer, difference.was(), at, difference.is(), document, remedy)
                : new Incompatibility(
                        forward(difference.rule()),
                        direction,
                        at,
                        difference.is(),
                        writer,
                        difference.was(),
                        document,
                        forwardRemedy(difference.rule()));
    }

    /** Seen from the old schema, what the new one allows more of is what it calls missing. */
    private static String forward(String rule) {
        return switch (rule) {
            case "required-added" -> "required-removed";
            case "enum-value-removed" -> "enum-value-added";
            case "enum-added" -> "enum-removed";
            case "type-narrowed" -> "type-widened";
            case "bound-tightened" -> "bound-loosened";
            case "object-closed" -> "object-opened";
            case "property-removed", "value-forbidden" -> "property-added";
            case "variant-removed" -> "variant-added";
            case "names-restricted" -> "names-allowed";
            case "condition-tightened" -> "condition-loosened";
            case "contains-tightened" -> "contains-loosened";
            case "items-unique" -> "items-repeated";
            case "variants-narrowed" -> "variants-widened";
            default -> rule;
        };
    }

    private static String forwardRemedy(String rule) {
        return rule.equals("required-added")
                ? "Keep the member required, or update all readers first."
                : "Update all readers before anyone writes it, or keep what was.";
    }
}
