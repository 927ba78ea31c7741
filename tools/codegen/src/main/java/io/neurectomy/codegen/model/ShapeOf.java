package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.model.ModelBuilder.Hint;
import io.neurectomy.codegen.model.ModelBuilder.Place;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the type of one conjunction: values, else a union of its branches, else what its {@code type} and keywords say. */
final class ShapeOf {

    private final ModelBuilder builder;
    private final SchemaGraph graph;
    private final Facts facts;
    private final Place place;
    private Conjunction conjunction;

    ShapeOf(ModelBuilder builder, Place place) {
        this.builder = builder;
        this.graph = builder.graph();
        this.facts = builder.facts();
        this.place = place;
        this.conjunction = place.conjunction();
    }

    Built find() {
        while (simplifyOne()) {
            // an anyOf with a branch that is always true, or of which one branch is left, is no union
        }
        Optional<List<Json>> values = facts.values(conjunction);
        if (values.isPresent()) {
            return builder.literal(place, values.get());
        }
        Set<Kind> kinds = facts.kinds(conjunction);
        if (kinds.isEmpty()) {
            return Built.NEVER;
        }
        for (Stated stated : conjunction.stated(graph)) {
            List<SchemaId> branches = Facts.branches(stated.assertion());
            if (!branches.isEmpty()) {
                Optional<Built> found = new UnionShape(builder, place, conjunction, stated, live(stated)).find();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return byKind(kinds);
    }

    /** Settles one union that is none; returns whether there was one. */
    private boolean simplifyOne() {
        for (Stated stated : conjunction.stated(graph)) {
            if (Facts.branches(stated.assertion()).isEmpty()) {
                continue;
            }
            List<SchemaId> live = live(stated);
            boolean any = stated.assertion() instanceof Assertion.AnyOf;
            if (any && live.stream().anyMatch(branch -> isTrivial(branch))) {
                conjunction = conjunction.without(graph, stated);
                return true;
            }
            if (live.size() == 1) {
                conjunction = conjunction.choose(graph, live.get(0), stated);
                return true;
            }
        }
        return false;
    }

    private boolean isTrivial(SchemaId branch) {
        return Conjunction.of(graph, List.of(branch), conjunction.settled())
                .schemas()
                .isEmpty();
    }

    /** Returns the branches that some value of the conjunction may have; a branch that can't be is no loss. */
    private List<SchemaId> live(Stated union) {
        return Facts.branches(union.assertion()).stream()
                .filter(branch ->
                        !facts.kinds(conjunction.choose(graph, branch, union)).isEmpty())
                .toList();
    }

    private Built byKind(Set<Kind> kinds) {
        List<Stated> stated = conjunction.stated(graph);
        List<Stated> general = new ArrayList<>();
        Set<Kind> described = EnumSet.noneOf(Kind.class);
        for (Stated one : stated) {
            Optional<Kind> about = about(one.assertion());
            about.ifPresent(described::add);
            if (about.isEmpty() && !(one.assertion() instanceof Assertion.Types)) {
                general.add(one);
            }
        }
        boolean open = kinds.size() == Kind.values().length;
        if (open && !described.contains(Kind.OBJECT) && !described.contains(Kind.ARRAY)) {
            // strings with a pattern or anything else: a type could only say "anything"
            return new Built(new Type.Any(), stated);
        }
        Set<Kind> own = EnumSet.copyOf(kinds);
        boolean nullable = own.remove(Kind.NULL) && !open;
        if (own.isEmpty()) {
            return new Built(new Type.Null(), general);
        }
        if (own.size() == 1 && !open) {
            Kind kind = own.iterator().next();
            if (!nullable) {
                return single(kind, place, true, general);
            }
            // a residual about null as well can't stand at a type that null does not have
            Built inner = single(kind, place, false, List.of());
            List<Stated> residual = new ArrayList<>(inner.residual());
            residual.addAll(general);
            return new Built(ModelBuilder.nullable(inner.type()), residual);
        }
        return union(open, open ? described : own, nullable, general);
    }

    /** Returns a type for several kinds; if every kind may be, those without a keyword of their own are any value. */
    private Built union(boolean open, Set<Kind> kinds, boolean nullable, List<Stated> general) {
        List<Declaration.Variant> variants = new ArrayList<>();
        List<Stated> residual = new ArrayList<>(general);
        for (Kind kind : kinds) {
            Place inner = new Place(
                    place.conjunction(), place.origin(), place.schema(), Names.nested(place.name(), nameOf(kind)));
            Built part = single(kind, inner, false, List.of());
            residual.addAll(part.residual());
            String name = kind == Kind.NUMBER && part.type() instanceof Type.Int ? "Integer" : nameOf(kind);
            variants.add(
                    new Declaration.Variant(name, part.type(), place.schema(), EnumSet.of(kind), List.of(), false));
        }
        if (open) {
            Set<Kind> rest = EnumSet.complementOf(EnumSet.copyOf(kinds));
            variants.add(new Declaration.Variant("Other", new Type.Any(), place.schema(), rest, List.of(), false));
        }
        Built named = builder.declare(
                place,
                !nullable,
                (name, annotations, location) -> new Declaration.Union(
                        name,
                        place.schema(),
                        annotations,
                        nullable ? List.of() : ModelBuilder.assertions(residual),
                        location,
                        Optional.empty(),
                        variants));
        return nullable ? new Built(ModelBuilder.nullable(named.type()), residual) : named;
    }

    static String nameOf(Kind kind) {
        return switch (kind) {
            case NULL -> "Null";
            case BOOLEAN -> "Bool";
            case NUMBER -> "Number";
            case STRING -> "Text";
            case ARRAY -> "List";
            case OBJECT -> "Object";
        };
    }

    private Built single(Kind kind, Place at, boolean whole, List<Stated> general) {
        return switch (kind) {
            case NULL -> new Built(new Type.Null(), general);
            case BOOLEAN -> new Built(new Type.Bool(), general);
            case NUMBER -> new Built(Scalars.number(conjunction.stated(graph), facts.integer(conjunction)), general);
            case STRING -> new Built(Scalars.text(conjunction, graph), general);
            case ARRAY -> new ArrayShape(builder, at, conjunction).find(general);
            case OBJECT -> new ObjectShape(builder, at, conjunction).find(whole, general);
        };
    }

    /** Returns the kind that an assertion is about; empty for one about any value. */
    private static Optional<Kind> about(Assertion assertion) {
        return assertion.about().map(Facts.KINDS::get);
    }

    /** Returns a name for a property's, an item's or a variant's type. */
    static Hint inside(String outer, String inner) {
        return new Hint(Names.nested(outer, inner), false);
    }

    static Set<SchemaId> distinct(List<SchemaId> schemas) {
        return new LinkedHashSet<>(schemas);
    }
}
