package io.neurectomy.test.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one document as the choices say. What the parts can't know, such as {@code not} or the other branches of
 * {@code oneOf}, is asked of the validator for each part, and the part is made again, at random, a bounded number of
 * times: asked only of the whole document, one such part would spoil all.
 */
final class DocumentMaker {

    private static final int ATTEMPTS = 8;
    private static final int STEPS = 6000;
    /** Where nothing was made again and again, nothing may be possible: less and less is tried. */
    private static final int FEWEST_STEPS = 200;

    private static final int ROOM = 400;
    private static final int DEEP = 6;
    private static final int TOO_DEEP = 30;
    private static final int FULL_ARRAY = 32;
    private static final List<String> UNKNOWN =
            List.of("unknown", "Ünknöwn 🙂", "x-extra", "class", "a\"b\\c/d~e", "$type", "");

    private final SchemaSet set;
    private final Heights heights;
    private final RandomGenerator random;
    private int most = STEPS;
    private int steps;
    private int nodes;

    DocumentMaker(SchemaSet set, Heights heights, RandomGenerator random) {
        this.set = set;
        this.heights = heights;
        this.random = random;
    }

    /** Returns a document that the validator accepts, or null if these choices lead to none. */
    @Nullable
    JsonNode make(Choices choices) {
        return make(List.of(set.root()), choices);
    }

    /** Returns a value for some schemas. */
    @Nullable
    JsonNode make(Collection<Subschema> schemas, Choices choices) {
        steps = 0;
        nodes = 0;
        JsonNode made = value(schemas, "", 0, choices);
        if (made != null && schemas.stream().allMatch(schema -> set.valid(schema, Json.read(Json.write(made))))) {
            most = STEPS;
            return made;
        }
        most = Math.max(FEWEST_STEPS, most / 2);
        return null;
    }

    private @Nullable JsonNode value(Collection<Subschema> schemas, String at, int depth, Choices wanted) {
        if (depth > TOO_DEEP) {
            return null;
        }
        int before = nodes;
        for (int attempt = 0; attempt < ATTEMPTS && steps++ < most; attempt++) {
            nodes = before;
            Choices choices = attempt == 0 ? wanted : new Choices.Anything(random, attempt % 2 == 0 ? 0.5 : 0.1);
            Facts facts = Facts.of(set, schemas, new Decided(choices, at, depth, attempt));
            if (facts == null) {
                if (schemas.stream().noneMatch(Heights::branches)) {
                    return null;
                }
                continue;
            }
            JsonNode made = of(facts, schemas, at, depth, choices);
            if (made != null && (!facts.hard() || schemas.stream().allMatch(schema -> set.valid(schema, made)))) {
                nodes++;
                return made;
            }
        }
        return null;
    }

    private @Nullable JsonNode of(Facts facts, Collection<Subschema> schemas, String at, int depth, Choices choices) {
        String place = facts.place();
        List<JsonNode> listed = facts.listed();
        if (listed != null) {
            return firstThatFits(facts, listed, choices.pick(place, at, "value", Math.max(1, listed.size())));
        }
        List<String> types = facts.types();
        if (types.isEmpty()) {
            return null;
        }
        String type = types.get(choices.pick(place, at, "type", types.size()));
        return switch (type) {
            case "null" -> Json.NODES.nullNode();
            case "boolean" -> Json.NODES.booleanNode(choices.pick(place, at, "boolean", 2) == 1);
            case "string" -> {
                List<JsonNode> texts = Strings.candidates(facts, random).stream()
                        .<JsonNode>map(Json.NODES::stringNode)
                        .toList();
                yield firstThatFits(facts, texts, choices.pick(place, at, "string", Math.max(1, texts.size())));
            }
            case "number", "integer" -> {
                List<JsonNode> numbers =
                        Numbers.of(facts, type.equals("integer")).candidates(random);
                yield firstThatFits(facts, numbers, choices.pick(place, at, "number", Math.max(1, numbers.size())));
            }
            case "array" -> array(facts, place, at, depth, choices);
            default -> object(facts, schemas, at, depth, choices);
        };
    }

    /** The wanted one or the next that every schema allows. */
    private @Nullable JsonNode firstThatFits(Facts facts, List<JsonNode> values, int wanted) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get((wanted + i) % values.size()))
                .filter(value -> facts.active().stream().allMatch(schema -> fits(schema, value)))
                .findFirst()
                .orElse(null);
    }

    private boolean fits(Subschema schema, JsonNode value) {
        return set.valid(schema, value);
    }

    private @Nullable JsonNode array(Facts facts, String place, String at, int depth, Choices choices) {
        int contained = facts.has("contains") ? Math.max(1, facts.atLeast("minContains")) : 0;
        if (facts.all("minContains").anyMatch(node -> node.asInt(1) == 0)) {
            contained = 0;
        }
        int least = Math.max(facts.atLeast("minItems"), contained);
        int most = facts.mostElements();
        if (most < least) {
            return null;
        }
        Set<Integer> lengths = new LinkedHashSet<>(List.of(least));
        if (room(depth)) {
            int tuple = IntStream.range(0, 20)
                    .filter(i -> i >= most || facts.element(i).equals(facts.element(i + 1)))
                    .findFirst()
                    .orElse(0);
            IntStream.of(1, 2, tuple, least + 1, most <= FULL_ARRAY ? most : 5)
                    .filter(length -> length >= least && length <= most)
                    .forEach(lengths::add);
        }
        List<Integer> options = new ArrayList<>(lengths);
        int length = options.get(choices.pick(place, at, "length", options.size()));
        if (length == 0 && choices instanceof Choices.Everything && options.size() > 1 && depth < 2) {
            // A document with everything has no empty arrays near its root.
            length = options.get(1);
        }
        ArrayNode array = Json.NODES.arrayNode();
        Set<JsonNode> seen = new HashSet<>();
        boolean unique = facts.says("uniqueItems");
        for (int i = 0; i < length; i++) {
            List<Subschema> schemas = new ArrayList<>(facts.element(i));
            if (i < contained) {
                facts.children("contains").forEach(schemas::add);
            }
            JsonNode element = value(schemas, at + '/' + i, depth + 1, choices);
            if (element == null && i < contained && facts.has("unevaluatedItems")) {
                // Since 2020-12 an element that "contains" asks for counts as evaluated.
                facts.children("unevaluatedItems").forEach(schemas::remove);
                element = value(schemas, at + '/' + i, depth + 1, choices);
            }
            for (int tries = 0; unique && element != null && seen.contains(element) && tries < 20; tries++) {
                element = value(schemas, at + '/' + i, depth + 1, new Choices.Anything(random, 0.3));
            }
            if (element == null || (unique && !seen.add(element))) {
                return i >= least ? array : null;
            }
            array.add(element);
        }
        return array;
    }

    private boolean room(int depth) {
        return depth < DEEP && nodes < ROOM;
    }

    private @Nullable JsonNode object(
            Facts given, Collection<Subschema> schemas, String at, int depth, Choices choices) {
        Facts facts = given;
        Set<Subschema> all = new LinkedHashSet<>(schemas);
        while (true) {
            Set<String> names = names(facts, at, depth, choices);
            if (!all.addAll(dependent(facts, names))) {
                return filled(facts, names, at, depth, choices);
            }
            Facts extended = Facts.of(set, all, new Decided(choices, at, depth, 0));
            if (extended == null) {
                return null;
            }
            facts = extended;
        }
    }

    private Set<String> names(Facts facts, String at, int depth, Choices choices) {
        String place = facts.place();
        Set<String> required = facts.required();
        Set<String> absent = facts.absent();
        Set<String> names = new LinkedHashSet<>(required);
        int least = facts.atLeast("minProperties");
        int most = facts.atMost("maxProperties");
        List<String> spare = new ArrayList<>();
        for (String name : facts.members()) {
            if (names.contains(name) || absent.contains(name) || !Facts.allows(facts.member(name))) {
                continue;
            }
            if (room(depth) && names.size() < most && choices.include(place, at, "member " + name, depth)) {
                names.add(name);
            } else {
                spare.add(name);
            }
        }
        List<String> free = free(facts, place, at, choices, depth);
        for (String name : free) {
            if (room(depth) && names.size() < most && choices.include(place, at, "free " + free.indexOf(name), depth)) {
                names.add(name);
            } else {
                spare.add(name);
            }
        }
        int number = 0;
        while (names.size() < least && (!spare.isEmpty() || number < 50)) {
            String name = spare.isEmpty() ? "unknown" + number++ : spare.remove(0);
            if (fitsName(facts, name) && Facts.allows(facts.member(name))) {
                names.add(name);
            }
        }
        for (boolean grown = true; grown; ) {
            grown = names.addAll(asked(facts, names));
        }
        return names;
    }

    /** Names that no schema lists: of patterns, and unknown ones. */
    private List<String> free(Facts facts, String place, String at, Choices choices, int depth) {
        List<String> names = new ArrayList<>();
        facts.children("patternProperties")
                .flatMap(patterns -> patterns.node().propertyNames().stream())
                .distinct()
                .limit(10)
                .forEach(pattern -> PatternSampler.of(pattern).ifPresent(sampler -> {
                    names.add(sampler.sample(random, 0));
                    names.add(sampler.sample(random, 5));
                }));
        facts.children("propertyNames").limit(1).forEach(schema -> {
            for (int i = 0; i < 2 && depth < DEEP; i++) {
                JsonNode name = value(List.of(schema), at + "#name", depth + 1, choices);
                if (name != null && name.isString()) {
                    names.add(name.stringValue());
                }
            }
        });
        int unknown = choices.pick(place, at, "unknown", UNKNOWN.size());
        names.add(UNKNOWN.get(unknown));
        Set<String> members = facts.members();
        return names.stream()
                .distinct()
                .filter(name -> !members.contains(name) && fitsName(facts, name) && Facts.allows(facts.member(name)))
                .toList();
    }

    private boolean fitsName(Facts facts, String name) {
        return facts.children("propertyNames").allMatch(schema -> set.valid(schema, Json.NODES.stringNode(name)));
    }

    /** The names that others ask for. */
    static Set<String> asked(Facts facts, Set<String> names) {
        Set<String> asked = new LinkedHashSet<>();
        for (String keyword : List.of("dependentRequired", "dependencies")) {
            facts.all(keyword)
                    .forEach(map -> names.forEach(name -> {
                        JsonNode list = map.get(name);
                        if (list != null && list.isArray()) {
                            list.valueStream().forEach(each -> asked.add(each.asString("")));
                        }
                    }));
        }
        return asked;
    }

    /** The schemas that hold because of a member. */
    static List<Subschema> dependent(Facts facts, Set<String> names) {
        List<Subschema> found = new ArrayList<>();
        for (String keyword : List.of("dependentSchemas", "dependencies")) {
            facts.children(keyword)
                    .forEach(map -> names.forEach(name -> {
                        Subschema schema = map.child(name);
                        if (schema != null && !schema.node().isArray()) {
                            found.add(schema);
                        }
                    }));
        }
        return found;
    }

    private @Nullable JsonNode filled(Facts facts, Set<String> names, String at, int depth, Choices choices) {
        Set<String> required = facts.required();
        ObjectNode object = Json.NODES.objectNode();
        for (String name : names) {
            JsonNode made = value(facts.member(name), at + '/' + name, depth + 1, choices);
            if (made != null) {
                object.set(name, made);
            } else if (required.contains(name)) {
                return null;
            }
        }
        return object;
    }

    /** Takes unions as the choices say, and the lowest branch where it gets deep. */
    private final class Decided implements Facts.Branches {
        private final Choices choices;
        private final String at;
        private final int depth;
        private final int attempt;

        Decided(Choices choices, String at, int depth, int attempt) {
            this.choices = choices;
            this.at = at;
            this.depth = depth;
            this.attempt = attempt;
        }

        @Override
        public List<Subschema> chosen(Subschema owner, String keyword, List<Subschema> options) {
            List<Subschema> sorted = heights.lowestFirst(options);
            // The lowest branch alone may lead on without end where what is beside the union asks for more.
            int index = depth >= DEEP
                    ? attempt % sorted.size()
                    : choices.pick(owner.place(), at, keyword + owner.place(), sorted.size());
            return List.of(sorted.get(index));
        }

        @Override
        public boolean holds(Subschema owner, Subschema condition) {
            return choices.pick(owner.place(), at, "if" + owner.place(), 2) == 1;
        }
    }

    /** How deep a value has to be at least: recursion ends where the lowest branches are taken. */
    static final class Heights {
        private static final int MOST = 12;

        private final SchemaSet set;
        private final Map<Subschema, Integer> known = new HashMap<>();
        private final Map<List<Subschema>, List<Subschema>> sorted = new HashMap<>();

        Heights(SchemaSet set) {
            this.set = set;
        }

        static boolean branches(Subschema schema) {
            // Behind a reference there may be any number of them.
            return List.of("anyOf", "oneOf", "if", "$ref", "allOf", "$dynamicRef", "$recursiveRef").stream()
                    .anyMatch(schema.node()::has);
        }

        List<Subschema> lowestFirst(List<Subschema> options) {
            List<Subschema> found = sorted.get(options);
            if (found == null) {
                // Stable: of equally high ones the author's first is the simplest.
                found = options.stream()
                        .sorted((a, b) -> Integer.compare(of(a), of(b)))
                        .toList();
                sorted.put(options, found);
            }
            return found;
        }

        private int of(Subschema schema) {
            Integer height = known.get(schema);
            if (height == null) {
                height = MOST;
                for (int h = 1; h < MOST && height == MOST; h++) {
                    if (fits(schema, h, new HashSet<>())) {
                        height = h;
                    }
                }
                known.put(schema, height);
            }
            return height;
        }

        private boolean fits(Subschema schema, int height, Set<Subschema> above) {
            if (height <= 0) {
                return false;
            }
            Integer found = known.get(schema);
            if (found != null) {
                return found <= height;
            }
            if (!above.add(schema)) {
                return false;
            }
            try {
                boolean all = set.referred(schema).stream().allMatch(target -> fits(target, height, above))
                        && Facts.list(schema, "allOf").stream().allMatch(each -> fits(each, height, above));
                if (!all) {
                    return false;
                }
                for (String keyword : List.of("anyOf", "oneOf")) {
                    List<Subschema> options = Facts.list(schema, keyword);
                    if (!options.isEmpty() && options.stream().noneMatch(each -> fits(each, height, above))) {
                        return false;
                    }
                }
                Facts facts = new Facts(List.of(schema));
                JsonNode type = schema.node().path("type");
                if (type.isArray()) {
                    return true;
                }
                boolean members = type.asString("object").equals("array")
                        || facts.required().stream()
                                .allMatch(name -> facts.member(name).stream()
                                        .allMatch(member -> fits(member, height - 1, new HashSet<>(above))));
                boolean elements = facts.atLeast("minItems") == 0
                        || facts.element(0).stream()
                                .allMatch(element -> fits(element, height - 1, new HashSet<>(above)));
                return members && elements;
            } finally {
                above.remove(schema);
            }
        }
    }
}
