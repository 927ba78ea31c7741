package io.neurectomy.test.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks for the smallest valid document that still has a property, one change at a time. */
final class Shrinker {

    private static final int ATTEMPTS = 3000;
    private static final int LIFTED = 50;

    private final SchemaSet set;
    private final DocumentMaker maker;
    private int attempts;

    Shrinker(SchemaSet set) {
        this.set = set;
        maker = new DocumentMaker(set, new DocumentMaker.Heights(set), new SplittableRandom(0));
    }

    String smallest(String document, Predicate<String> wanted) {
        Set<String> tried = new HashSet<>(Set.of(document));
        String best = document;
        for (String next = best; next != null; next = smaller(best, wanted, tried)) {
            best = next;
        }
        return best;
    }

    private @Nullable String smaller(String document, Predicate<String> wanted, Set<String> tried) {
        JsonNode root = Json.read(document);
        List<Candidate> candidates = new ArrayList<>();
        collect(root, List.of(), List.of(set.root()), candidates);
        for (Candidate candidate : candidates) {
            JsonNode changed = Json.replaced(root, candidate.path(), candidate.value());
            String text = Json.write(changed);
            boolean less = size(candidate.value()) < size(Json.at(root, candidate.path()));
            if (less && attempts < ATTEMPTS && tried.add(text) && set.valid(Json.read(text))) {
                attempts++;
                if (wanted.test(text)) {
                    return text;
                }
            }
        }
        return null;
    }

    /** A measure that each accepted step makes less, so that it ends: the nearer to nothing, the less. */
    private static BigDecimal measure(JsonNode node) {
        if (node.isContainer()) {
            BigDecimal sum = BigDecimal.TEN;
            for (String name : node.propertyNames()) {
                sum = sum.add(BigDecimal.valueOf(name.length()));
            }
            return node.valueStream().map(Shrinker::measure).reduce(sum, BigDecimal::add);
        }
        if (node.isString()) {
            long odd = node.stringValue().chars().filter(c -> c != 'a').count();
            return BigDecimal.valueOf(4L + 2L * node.stringValue().length() + odd);
        }
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            int digits =
                    value.stripTrailingZeros().unscaledValue().abs().toString().length();
            int scale = Math.abs(value.scale());
            BigDecimal size = value.abs().min(BigDecimal.valueOf(1_000_000_000));
            return BigDecimal.valueOf(3L + digits + 2L * scale + (value.signum() < 0 ? 1 : 0))
                    .add(size.movePointLeft(10));
        }
        return node.isBoolean() && node.booleanValue() ? BigDecimal.valueOf(2) : BigDecimal.ONE;
    }

    private static double size(JsonNode node) {
        return measure(node).doubleValue();
    }

    private void collect(JsonNode node, List<String> path, List<Subschema> schemas, List<Candidate> found) {
        Facts facts = Facts.of(set, schemas, new Mutator.ByDocument(set, node));
        if (node.isContainer() && !schemas.isEmpty()) {
            // The simplest that the schema has here: another variant of a union may be far smaller.
            JsonNode simplest = maker.make(schemas, new Choices.Scripted(java.util.Map.of()));
            if (simplest != null) {
                found.add(new Candidate(path, simplest));
            }
            // A recursive schema allows what stands inside in place of the whole.
            descendants(node)
                    .filter(inner -> inner.getNodeType() == node.getNodeType())
                    .limit(LIFTED)
                    .forEach(inner -> found.add(new Candidate(path, inner)));
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            chunks(names).forEach(chunk -> {
                ObjectNode rest = object.deepCopy();
                rest.remove(chunk);
                found.add(new Candidate(path, rest));
            });
            names.forEach(name -> collect(
                    object.get(name), below(path, name), facts == null ? List.of() : facts.member(name), found));
        } else if (node instanceof ArrayNode array) {
            List<Integer> indexes =
                    java.util.stream.IntStream.range(0, array.size()).boxed().toList();
            chunks(indexes).forEach(chunk -> {
                ArrayNode rest = Json.NODES.arrayNode();
                indexes.stream().filter(i -> !chunk.contains(i)).map(array::get).forEach(rest::add);
                found.add(new Candidate(path, rest));
            });
            indexes.forEach(i -> collect(
                    array.get(i),
                    below(path, Integer.toString(i)),
                    facts == null ? List.of() : facts.element(i),
                    found));
        } else {
            simpler(node, facts).forEach(value -> found.add(new Candidate(path, value)));
        }
    }

    private static Stream<JsonNode> descendants(JsonNode node) {
        return node.valueStream()
                .filter(JsonNode::isContainer)
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    private static Stream<JsonNode> simpler(JsonNode node, @Nullable Facts facts) {
        List<JsonNode> listed = facts == null ? null : facts.listed();
        if (listed != null) {
            return listed.stream();
        }
        if (node.isString()) {
            String text = node.stringValue();
            int length = text.codePointCount(0, text.length());
            return Stream.of(
                            Stream.of("", "a", "a".repeat(length)),
                            Stream.of(length / 2, length - 1)
                                    .filter(cut -> cut >= 0)
                                    .map(cut -> text.substring(0, text.offsetByCodePoints(0, cut))),
                            Stream.of(length / 2, 1)
                                    .filter(cut -> cut <= length)
                                    .map(cut -> text.substring(text.offsetByCodePoints(0, cut))),
                            java.util.stream.IntStream.range(0, Math.min(length, 40))
                                    .boxed()
                                    .flatMap(i -> single(text, i)))
                    .flatMap(texts -> texts)
                    .map(Json.NODES::stringNode);
        }
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            if (value.precision() - value.scale() > 400) {
                return Stream.of(Json.NODES.numberNode(0));
            }
            BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
            return Stream.of(
                            BigDecimal.ZERO,
                            value.abs(),
                            whole,
                            value.divide(BigDecimal.valueOf(1000), 0, RoundingMode.DOWN),
                            value.divide(BigDecimal.TEN, 0, RoundingMode.DOWN),
                            value.divide(BigDecimal.valueOf(2), 0, RoundingMode.DOWN),
                            whole.subtract(BigDecimal.valueOf(whole.signum())),
                            value.setScale(1, RoundingMode.DOWN))
                    .map(simple -> simple.scale() <= 0
                            ? Json.NODES.numberNode(simple.toBigInteger())
                            : Json.NODES.numberNode(simple));
        }
        return Stream.of(Json.NODES.booleanNode(false));
    }

    /** The text with one character gone, or made plain. */
    private static Stream<String> single(String text, int index) {
        int from = text.offsetByCodePoints(0, index);
        String before = text.substring(0, from);
        String behind = text.substring(text.offsetByCodePoints(from, 1));
        return Stream.of(before + behind, before + 'a' + behind);
    }

    /** All, then halves, quarters and so on, down to single ones. */
    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int size = all.size(); size > 0; size /= 2) {
            for (int from = 0; from < all.size(); from += size) {
                chunks.add(all.subList(from, Math.min(all.size(), from + size)));
            }
        }
        return chunks;
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private record Candidate(List<String> path, JsonNode value) {}
}
