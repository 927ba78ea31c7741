package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.Declaration.Variant;
import io.neurectomy.codegen.model.ModelBuilder.Place;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the type of a conjunction by the branches of one of its {@code anyOf} and {@code oneOf}, if they look different. */
final class UnionShape {

    private static final int MOST_BRANCHES = 300;

    private final ModelBuilder builder;
    private final SchemaGraph graph;
    private final Facts facts;
    private final Place place;
    private final Conjunction conjunction;
    private final Stated union;
    private final List<SchemaId> branches;
    private final boolean exclusive;

    UnionShape(ModelBuilder builder, Place place, Conjunction conjunction, Stated union, List<SchemaId> branches) {
        this.builder = builder;
        this.graph = builder.graph();
        this.facts = builder.facts();
        this.place = place;
        this.conjunction = conjunction;
        this.union = union;
        this.branches = branches;
        this.exclusive = union.assertion() instanceof Assertion.OneOf;
    }

    /** Returns the type; empty if the branches only assert something about a type that is the same for all. */
    Optional<Built> find() {
        if (branches.size() > MOST_BRANCHES || builder.isFull()) {
            return Optional.empty();
        }
        Optional<List<Json>> constants = constants();
        if (constants.isPresent()) {
            return Optional.of(builder.literal(place, constants.get()));
        }
        if (branches.stream().noneMatch(this::isShape)) {
            return Optional.empty();
        }
        Optional<String> tag = tag();
        if (tag.isEmpty() && hasMembers() && !areKindsDisjoint()) {
            // the branches add to an object that is described beside them: one type with all of it reads better
            return Optional.empty();
        }
        return Optional.of(build(tag));
    }

    private Optional<List<Json>> constants() {
        Set<Json> all = new LinkedHashSet<>();
        for (SchemaId branch : branches) {
            Optional<List<Json>> values = facts.values(Conjunction.of(graph, List.of(branch), conjunction.settled()));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(values.get());
        }
        return Optional.of(facts.allowed(conjunction, all));
    }

    /** Returns whether a branch says what a value looks like, and not only that some members must be there. */
    private boolean isShape(SchemaId branch) {
        return Conjunction.of(graph, List.of(branch), conjunction.settled()).stated(graph).stream()
                .map(Stated::assertion)
                .anyMatch(assertion -> assertion instanceof Assertion.Types
                        || assertion instanceof Assertion.Values
                        || assertion instanceof Assertion.Properties
                        || assertion instanceof Assertion.PatternProperties
                        || assertion instanceof Assertion.AdditionalProperties
                        || assertion instanceof Assertion.Items
                        || assertion instanceof Assertion.PrefixItems
                        || !Facts.branches(assertion).isEmpty());
    }

    private boolean hasMembers() {
        return conjunction.stated(graph).stream()
                .anyMatch(stated -> stated.assertion() instanceof Assertion.Properties
                        || stated.assertion() instanceof Assertion.PatternProperties);
    }

    private boolean areKindsDisjoint() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (SchemaId branch : branches) {
            Set<Kind> kinds = facts.kinds(conjunction.choose(graph, branch, union));
            if (!Collections.disjoint(seen, kinds)) {
                return false;
            }
            seen.addAll(kinds);
        }
        return true;
    }

    /** Returns the member whose value tells the branches that are objects apart. */
    private Optional<String> tag() {
        List<Conjunction> objects = branches.stream()
                .map(branch -> conjunction.choose(graph, branch, union))
                .filter(branch -> facts.kinds(branch).contains(Kind.OBJECT))
                .toList();
        if (objects.size() < 2
                || !objects.stream().allMatch(object -> facts.kinds(object).size() == 1)) {
            return Optional.empty();
        }
        for (String member : facts.members(objects.get(0))) {
            Set<String> seen = new LinkedHashSet<>();
            boolean tells = true;
            for (Conjunction object : objects) {
                Optional<Set<String>> values = facts.tags(object, member);
                tells &= values.isPresent() && Collections.disjoint(seen, values.get());
                if (!tells) {
                    break;
                }
                seen.addAll(values.orElseThrow());
            }
            if (tells) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** A branch on its way to a variant. */
    private record Part(Type type, SchemaId branch, Set<Kind> kinds, List<String> tags, List<Stated> residual) {}

    private Built build(Optional<String> tag) {
        List<Stated> residual = new ArrayList<>();
        Conjunction base = conjunction;
        for (Stated other : conjunction.stated(graph)) {
            if (isForAllBranches(other)) {
                residual.add(other);
                base = base.without(graph, other);
            }
        }
        boolean nullable = false;
        boolean overlap = false;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            SchemaId branch = branches.get(i);
            Conjunction chosen = base.choose(graph, branch, union);
            Set<Kind> kinds = facts.kinds(chosen);
            List<String> tags = tag.flatMap(member -> facts.tags(chosen, member))
                    .map(List::copyOf)
                    .orElse(List.of());
            Built built = builder.type(
                    starts(base, branch), chosen.settled(), ShapeOf.inside(place.name(), nameOf(branch, tags, i)));
            Type type = built.type();
            if (type instanceof Type.Never) {
                continue;
            }
            overlap |= nullable && kinds.contains(Kind.NULL);
            if (type instanceof Type.Null) {
                nullable = true;
                residual.addAll(built.residual());
                continue;
            }
            if (type instanceof Type.Nullable some) {
                nullable = true;
                type = some.type();
                kinds.remove(Kind.NULL);
            }
            List<Stated> ofBranch = new ArrayList<>(built.residual());
            // what the base asserts holds for every branch; the predicate of a branch knows nothing of it
            ofBranch.removeIf(this::isOfBase);
            built.residual().stream().filter(this::isOfBase).forEach(residual::add);
            parts.add(new Part(type, branch, kinds, tags, ofBranch));
        }
        overlap |= overlap(parts, tag.isPresent());
        boolean merged = merge(parts);
        if ((exclusive && overlap) || merged) {
            residual.add(union);
        }
        return finish(tag, nullable, parts, residual);
    }

    private boolean isOfBase(Stated stated) {
        return conjunction.schemas().contains(stated.schema());
    }

    /** What holds whichever branch it is, and what no branch would look different for. */
    private boolean isForAllBranches(Stated other) {
        return !other.equals(union)
                && (other.assertion() instanceof Assertion.Not
                        || other.assertion() instanceof Assertion.Conditional
                        || !Facts.branches(other.assertion()).isEmpty());
    }

    private Set<SchemaId> starts(Conjunction base, SchemaId branch) {
        Conjunction rest = base.without(graph, union);
        Set<SchemaId> starts = new LinkedHashSet<>();
        boolean onlyTypes =
                rest.stated(graph).stream().allMatch(stated -> stated.assertion() instanceof Assertion.Types);
        Conjunction own = Conjunction.of(graph, List.of(branch), rest.settled());
        if (!onlyTypes || !saysType(own)) {
            starts.addAll(rest.schemas());
        }
        starts.add(branch);
        return starts;
    }

    /** A base that only repeats what the branch says of its type would cost the branch its own name. */
    private boolean saysType(Conjunction own) {
        Set<Kind> kinds = facts.kinds(own);
        return facts.kinds(conjunction).containsAll(kinds) && !facts.integer(conjunction);
    }

    private String nameOf(SchemaId branch, List<String> tags, int index) {
        Schema schema = graph.schema(branch);
        String fallback = "Variant" + (index + 1);
        Optional<String> definition = builder.definition(branch);
        if (definition.isPresent()) {
            return Names.camel(definition.get(), fallback);
        }
        if (!tags.isEmpty()) {
            return Names.camel(tags.get(0), fallback);
        }
        return schema.annotations()
                .title()
                .filter(title -> title.length() <= 40)
                .map(title -> Names.camel(title, fallback))
                .orElse(fallback);
    }

    private static boolean overlap(List<Part> parts, boolean tagged) {
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                if (share(parts.get(i), parts.get(j)) && !(tagged && areTold(parts.get(i), parts.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean share(Part one, Part other) {
        return !Collections.disjoint(one.kinds(), other.kinds());
    }

    private static boolean areTold(Part one, Part other) {
        return isTagged(one) && isTagged(other);
    }

    private static boolean isTagged(Part part) {
        return !part.tags().isEmpty() && part.kinds().equals(EnumSet.of(Kind.OBJECT));
    }

    /** Makes one plain type of all strings, and one of all numbers; returns whether that lost anything. */
    private boolean merge(List<Part> parts) {
        boolean lost = false;
        for (Kind kind : List.of(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN)) {
            List<Part> same = parts.stream()
                    .filter(part -> part.kinds().equals(EnumSet.of(kind)))
                    .toList();
            if (same.size() < 2) {
                continue;
            }
            Type type = plain(kind, same);
            Part first = same.get(0);
            int at = parts.indexOf(first);
            parts.removeAll(same);
            parts.add(Math.min(at, parts.size()), new Part(type, first.branch(), first.kinds(), List.of(), List.of()));
            lost |= same.stream()
                    .noneMatch(
                            part -> part.type().equals(type) && part.residual().isEmpty());
        }
        Map<Type, Part> distinct = new LinkedHashMap<>();
        for (Part part : parts) {
            Part before = distinct.putIfAbsent(part.type(), part);
            if (before != null) {
                Set<Kind> kinds = EnumSet.copyOf(before.kinds());
                kinds.addAll(part.kinds());
                List<String> tags = new ArrayList<>(before.tags());
                tags.addAll(part.tags());
                boolean exact = before.residual().isEmpty() && part.residual().isEmpty();
                distinct.put(part.type(), new Part(part.type(), before.branch(), kinds, tags, List.of()));
                lost |= !exact;
            }
        }
        if (distinct.size() < parts.size()) {
            parts.clear();
            parts.addAll(distinct.values());
        }
        return lost;
    }

    private static Type plain(Kind kind, List<Part> same) {
        if (same.stream().map(Part::type).distinct().count() == 1) {
            return same.get(0).type();
        }
        return switch (kind) {
            case STRING -> Type.Text.ANY;
            case BOOLEAN -> new Type.Bool();
            default ->
                same.stream().allMatch(part -> part.type() instanceof Type.Int)
                        ? new Type.Int(Type.Range.ANY)
                        : new Type.Num(Type.Range.ANY);
        };
    }

    private Built finish(Optional<String> tag, boolean nullable, List<Part> parts, List<Stated> residual) {
        if (parts.isEmpty()) {
            return nullable ? new Built(new Type.Null(), residual) : Built.NEVER;
        }
        if (parts.size() == 1) {
            residual.addAll(parts.get(0).residual());
            Type type = parts.get(0).type();
            return new Built(nullable ? ModelBuilder.nullable(type) : type, residual);
        }
        if (parts.stream().anyMatch(part -> part.type() instanceof Type.Any)) {
            residual.add(union);
            return new Built(new Type.Any(), residual);
        }
        List<Variant> variants = new ArrayList<>();
        Names names = new Names();
        for (Part part : parts) {
            List<Part> others = new ArrayList<>(parts);
            others.remove(part);
            boolean alone = others.stream()
                    .noneMatch(other -> share(part, other) && !(tag.isPresent() && areTold(part, other)));
            variants.add(new Variant(
                    names.unique(nameOf(part)),
                    part.type(),
                    part.branch(),
                    part.kinds(),
                    isTagged(part) ? part.tags() : List.of(),
                    !alone || !part.residual().isEmpty()));
        }
        boolean tagged = variants.stream().anyMatch(variant -> !variant.tags().isEmpty());
        Built named = builder.declare(
                place,
                !nullable,
                (name, annotations, location) -> new Declaration.Union(
                        name,
                        place.schema(),
                        annotations,
                        nullable ? List.of() : ModelBuilder.assertions(residual),
                        location,
                        tagged ? tag : Optional.empty(),
                        variants));
        return nullable ? new Built(ModelBuilder.nullable(named.type()), residual) : named;
    }

    private static String nameOf(Part part) {
        Type type = part.type();
        if (type instanceof Type.Named named) {
            return named.name();
        }
        if (type instanceof Type.Int) {
            return "Integer";
        }
        return part.kinds().size() == 1 ? ShapeOf.nameOf(part.kinds().iterator().next()) : "Value";
    }
}
