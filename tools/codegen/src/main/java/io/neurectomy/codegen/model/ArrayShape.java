package io.neurectomy.codegen.model;

import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.model.ModelBuilder.Hint;
import io.neurectomy.codegen.model.ModelBuilder.Place;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the type of a conjunction's arrays. */
final class ArrayShape {

    /** A tuple with more positions is better kept as an array of anything and checked. */
    private static final int LONGEST_TUPLE = 64;

    private final ModelBuilder builder;
    private final SchemaGraph graph;
    private final Place place;
    private final List<Stated> stated;

    ArrayShape(ModelBuilder builder, Place place, Conjunction conjunction) {
        this.builder = builder;
        this.graph = builder.graph();
        this.place = place;
        this.stated = conjunction.stated(graph);
    }

    Built find(List<Stated> general) {
        List<Stated> residual = new ArrayList<>(general);
        long min = 0;
        Optional<Long> max = Optional.empty();
        boolean unique = false;
        int positions = 0;
        for (Stated one : stated) {
            Assertion assertion = one.assertion();
            if (assertion instanceof Assertion.MinItems bound) {
                min = Math.max(min, bound.count());
            } else if (assertion instanceof Assertion.MaxItems bound) {
                max = Optional.of(Math.min(max.orElse(Long.MAX_VALUE), bound.count()));
            } else if (assertion instanceof Assertion.UniqueItems) {
                unique = true;
            } else if (assertion instanceof Assertion.PrefixItems prefix) {
                positions = Math.max(positions, prefix.schemas().size());
            } else if (assertion instanceof Assertion.Contains) {
                residual.add(one);
            } else if (assertion instanceof Assertion.UnevaluatedItems) {
                // it is about the whole schema that it stands in
                residual.add(new Stated(one.schema(), new Assertion.Reference(one.schema())));
            }
        }
        if (positions > LONGEST_TUPLE) {
            stated.stream().filter(one -> isAboutItems(one.assertion())).forEach(residual::add);
            return new Built(new Type.Array(new Type.Any(), min, max, unique), residual);
        }
        boolean exact = true;
        Hint hint = new Hint(Names.singular(place.name()), false);
        Built rest = builder.type(at(Integer.MAX_VALUE), Set.of(), hint);
        exact &= rest.isExact();
        if (positions == 0) {
            addItems(exact, residual);
            return new Built(new Type.Array(rest.type(), min, max, unique), residual);
        }
        List<Type> prefix = new ArrayList<>();
        for (int i = 0; i < positions; i++) {
            Built item = builder.type(at(i), Set.of(), new Hint(hint.name() + (i + 1), false));
            exact &= item.isExact();
            prefix.add(item.type());
        }
        addItems(exact, residual);
        return new Built(new Type.Tuple(prefix, min, rest.type(), max, unique), residual);
    }

    private void addItems(boolean exact, List<Stated> residual) {
        if (!exact) {
            stated.stream().filter(one -> isAboutItems(one.assertion())).forEach(residual::add);
        }
    }

    private static boolean isAboutItems(Assertion assertion) {
        return assertion instanceof Assertion.Items || assertion instanceof Assertion.PrefixItems;
    }

    /** Returns the schemas that hold for the item of a position. */
    private Set<SchemaId> at(int position) {
        List<SchemaId> schemas = new ArrayList<>();
        for (Stated one : stated) {
            if (one.assertion() instanceof Assertion.PrefixItems prefix
                    && position < prefix.schemas().size()) {
                schemas.add(prefix.schemas().get(position));
            } else if (one.assertion() instanceof Assertion.Items items && position >= items.from()) {
                schemas.add(items.schema());
            }
        }
        return ShapeOf.distinct(schemas);
    }
}
