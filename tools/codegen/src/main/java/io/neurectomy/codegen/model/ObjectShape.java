package io.neurectomy.codegen.model;

import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.model.Declaration.Property;
import io.neurectomy.codegen.model.ModelBuilder.Place;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the type of a conjunction's objects: a declaration if any member has a name, else a dictionary. */
final class ObjectShape {

    private final ModelBuilder builder;
    private final SchemaGraph graph;
    private final Place place;
    private final List<Stated> stated;
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, SchemaId> patterns = new LinkedHashMap<>();
    private final List<Stated> rests = new ArrayList<>();
    private final Set<Stated> residual = new LinkedHashSet<>();
    private long minProperties;
    private Optional<Long> maxProperties = Optional.empty();

    ObjectShape(ModelBuilder builder, Place place, Conjunction conjunction) {
        this.builder = builder;
        this.graph = builder.graph();
        this.place = place;
        this.stated = conjunction.stated(graph);
    }

    Built find(boolean whole, List<Stated> general) {
        residual.addAll(general);
        stated.forEach(this::collect);
        List<Property> properties = new ArrayList<>();
        for (String name : names()) {
            property(name).ifPresent(properties::add);
        }
        Type additional = additional();
        refuseWhatIsNotListed(properties, additional);
        if (properties.isEmpty()) {
            return new Built(new Type.Dictionary(additional, minProperties, maxProperties), List.copyOf(residual));
        }
        return builder.declare(
                place,
                whole,
                (name, annotations, location) -> new Declaration.Obj(
                        name,
                        place.schema(),
                        annotations,
                        ModelBuilder.assertions(residual),
                        location,
                        properties,
                        additional,
                        minProperties,
                        maxProperties));
    }

    private void collect(Stated one) {
        Assertion assertion = one.assertion();
        if (assertion instanceof Assertion.Required names) {
            required.addAll(names.names());
        } else if (assertion instanceof Assertion.MinProperties bound) {
            minProperties = Math.max(minProperties, bound.count());
        } else if (assertion instanceof Assertion.MaxProperties bound) {
            maxProperties = Optional.of(Math.min(maxProperties.orElse(Long.MAX_VALUE), bound.count()));
        } else if (assertion instanceof Assertion.PatternProperties some) {
            patterns.putAll(some.schemas());
        } else if (assertion instanceof Assertion.AdditionalProperties rest) {
            if (!isAny(rest.schema())) {
                rests.add(one);
            }
        } else if (assertion instanceof Assertion.UnevaluatedProperties unevaluated) {
            collectUnevaluated(one, unevaluated);
        } else if (assertion instanceof Assertion.PropertyNames
                || assertion instanceof Assertion.DependentRequired
                || assertion instanceof Assertion.DependentSchemas) {
            residual.add(one);
        }
    }

    /** Where no branch decides what is evaluated, the keyword is {@code additionalProperties} over more names. */
    private void collectUnevaluated(Stated one, Assertion.UnevaluatedProperties unevaluated) {
        Facts.Evaluated evaluated = builder.facts().evaluated(one.schema(), unevaluated);
        if (evaluated.dynamic()) {
            residual.add(new Stated(one.schema(), new Assertion.Reference(one.schema())));
        }
        if (!evaluated.all() && !isAny(unevaluated.schema())) {
            rests.add(new Stated(
                    one.schema(),
                    new Assertion.AdditionalProperties(unevaluated.schema(), evaluated.names(), evaluated.patterns())));
        }
    }

    /** Returns the members that are worth a name: described, required, or allowed by name where others are not. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Stated one : stated) {
            if (one.assertion() instanceof Assertion.Properties properties) {
                names.addAll(properties.schemas().keySet());
            }
        }
        names.addAll(required);
        for (Stated rest : rests) {
            names.addAll(((Assertion.AdditionalProperties) rest.assertion()).names());
        }
        return names;
    }

    private Optional<Property> property(String name) {
        Map<SchemaId, Stated> sources = new LinkedHashMap<>();
        for (Stated one : stated) {
            if (one.assertion() instanceof Assertion.Properties properties
                    && properties.schemas().containsKey(name)) {
                SchemaId schema = properties.schemas().get(name);
                sources.put(schema, new Stated(one.schema(), new Assertion.Properties(Map.of(name, schema))));
            } else if (one.assertion() instanceof Assertion.PatternProperties some) {
                some.schemas().forEach((pattern, schema) -> {
                    if (builder.facts().matches(pattern, name)) {
                        sources.put(schema, one);
                    }
                });
            }
        }
        for (Stated one : rests) {
            Assertion.AdditionalProperties rest = (Assertion.AdditionalProperties) one.assertion();
            if (!rest.names().contains(name)
                    && rest.patterns().stream()
                            .noneMatch(pattern -> builder.facts().matches(pattern, name))) {
                sources.put(rest.schema(), one);
            }
        }
        Built type =
                builder.type(sources.keySet(), Set.of(), ShapeOf.inside(place.name(), Names.camel(name, "Member")));
        if (type.type() instanceof Type.Never) {
            residual.addAll(sources.values());
            return Optional.empty();
        }
        if (!type.isExact()) {
            residual.addAll(sources.values());
        }
        Schema.Annotations annotations = sources.keySet().stream()
                .findFirst()
                .map(schema -> graph.schema(schema).annotations())
                .orElse(Schema.Annotations.NONE);
        return Optional.of(new Property(name, type.type(), required.contains(name), annotations));
    }

    private Type additional() {
        Set<SchemaId> schemas = new LinkedHashSet<>();
        rests.forEach(rest -> schemas.add(((Assertion.AdditionalProperties) rest.assertion()).schema()));
        boolean byPattern = !patterns.isEmpty()
                || rests.stream()
                        .anyMatch(rest -> !((Assertion.AdditionalProperties) rest.assertion())
                                .patterns()
                                .isEmpty());
        if (!byPattern) {
            Built type = builder.type(schemas, Set.of(), ShapeOf.inside(place.name(), "Value"));
            if (!type.isExact()) {
                residual.addAll(rests);
            }
            return type.type();
        }
        residual.addAll(rests);
        Set<Type> types = new LinkedHashSet<>();
        boolean exact = true;
        boolean closed = false;
        for (Stated one : rests) {
            closed |= builder.type(
                                    List.of(((Assertion.AdditionalProperties) one.assertion()).schema()),
                                    Set.of(),
                                    ShapeOf.inside(place.name(), "Value"))
                            .type()
                    instanceof Type.Never;
        }
        for (SchemaId schema : patterns.values()) {
            Built type = builder.type(List.of(schema), Set.of(), ShapeOf.inside(place.name(), "Value"));
            types.add(type.type());
            exact &= type.isExact();
        }
        boolean one = closed && types.size() == 1 && rests.stream().allMatch(this::isClosedByOwnPatterns);
        if (!one || !exact || patterns.size() > 1) {
            stated.stream()
                    .filter(some -> some.assertion() instanceof Assertion.PatternProperties)
                    .forEach(residual::add);
        }
        if (closed && types.isEmpty()) {
            // no pattern of this object allows a name, only those of branches that may
            return new Type.Any();
        }
        return one ? types.iterator().next() : new Type.Any();
    }

    private boolean isClosedByOwnPatterns(Stated rest) {
        return patterns.keySet().containsAll(((Assertion.AdditionalProperties) rest.assertion()).patterns());
    }

    /** A required member that can't be there, or one that is refused by name, is for the residual to say. */
    private void refuseWhatIsNotListed(List<Property> properties, Type additional) {
        Set<String> listed = new LinkedHashSet<>();
        properties.forEach(property -> listed.add(property.jsonName()));
        if (!listed.containsAll(required)) {
            stated.stream()
                    .filter(one -> one.assertion() instanceof Assertion.Required)
                    .forEach(residual::add);
        }
        if (additional instanceof Type.Never) {
            residual.removeIf(one -> one.assertion() instanceof Assertion.Properties named
                    && named.schemas().keySet().stream().noneMatch(listed::contains));
        }
    }

    private boolean isAny(SchemaId schema) {
        return Conjunction.of(graph, List.of(schema), Set.of()).schemas().isEmpty();
    }
}
