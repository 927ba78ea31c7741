package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Conjunction.Stated;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types of a graph of schemas.
 *
 * <p>Every type is at least as wide as its schema: whatever is valid can be held. Where it is wider, a residual assertion
 * says what is missing, so that a type may always be chosen for how it reads, and never decides alone what is valid.
 */
public final class ModelBuilder {

    /** Types of unions of unions multiply; beyond so many, what is left is any JSON value and checked. */
    private static final int MOST_TYPES = 20_000;

    private final List<Schema> schemas;
    private final SchemaGraph graph;
    private final Facts facts;
    private final Names names = new Names();
    private final Map<Conjunction, Built> built = new HashMap<>();
    private final Map<Conjunction, Pending> pending = new HashMap<>();
    private final Map<String, Declaration> declarations = new HashMap<>();

    private ModelBuilder(SchemaGraph graph) {
        this.graph = graph;
        this.schemas = new ArrayList<>(graph.schemas());
        this.facts = new Facts(graph);
    }

    /**
     * Finds the types of a graph.
     *
     * @param graph the schemas
     * @param rootName the name of the root's type, in upper camel case
     * @return the model; equal for equal graphs
     */
    public static Model build(SchemaGraph graph, String rootName) {
        return new ModelBuilder(graph).build(graph.root(), List.of(), rootName);
    }

    /**
     * Finds the types of a graph and of further schemas in it, which need not be reachable from its root.
     *
     * @param graph the schemas
     * @param rootName the name of the root's type, in upper camel case
     * @param definitions schemas each of which is declared, under the name that its place gives it
     * @return the model; equal for equal graphs
     */
    public static Model build(SchemaGraph graph, String rootName, List<SchemaId> definitions) {
        return new ModelBuilder(graph).build(graph.root(), definitions, rootName);
    }

    private Model build(SchemaId root, List<SchemaId> definitions, String rootName) {
        List<String> starts = new ArrayList<>();
        starts.add(declare(root, new Hint(rootName, true)));
        for (SchemaId definition : definitions) {
            starts.add(declare(
                    definition, new Hint(Names.camel(graph.schema(definition).key(), "Type"), false)));
        }
        return new Model(
                starts.get(0), new Reachable(declarations).from(starts), new SchemaGraph(graph.root(), schemas));
    }

    private String declare(SchemaId id, Hint hint) {
        Conjunction conjunction = Conjunction.of(graph, List.of(id), Set.of());
        Built type = type(List.of(id), Set.of(), hint);
        if (type.isExact()
                && type.type() instanceof Type.Named named
                && (!hint.forced() || named.name().equals(hint.name()))) {
            return named.name();
        }
        String name = names.unique(hint.name());
        declarations.put(
                name,
                new Declaration.Alias(
                        name,
                        id,
                        origin(List.of(id), conjunction).annotations(),
                        assertions(type.residual()),
                        graph.schema(id).location(),
                        type.type()));
        return name;
    }

    /**
     * A name for what may be declared.
     *
     * @param name in upper camel case
     * @param forced whether it wins over the name of a definition
     */
    record Hint(String name, boolean forced) {}

    /** A conjunction whose type is being found; it gets its name when something refers back to it. */
    private static final class Pending {
        final String wanted;

        @Nullable
        String name;

        Pending(String wanted) {
            this.wanted = wanted;
        }
    }

    Facts facts() {
        return facts;
    }

    SchemaGraph graph() {
        return graph;
    }

    boolean isFull() {
        return built.size() > MOST_TYPES;
    }

    Built type(Collection<SchemaId> starts, Set<Stated> settled, Hint hint) {
        Conjunction conjunction = Conjunction.of(graph, starts, settled);
        if (conjunction.schemas().isEmpty()) {
            return Built.ANY;
        }
        Built known = built.get(conjunction);
        if (known != null) {
            return known;
        }
        Pending again = pending.get(conjunction);
        if (again != null) {
            return Built.exact(new Type.Named(name(again)));
        }
        Schema origin = origin(starts, conjunction);
        Pending mine = new Pending(
                hint.forced() || !origin.definition() ? hint.name() : Names.camel(origin.key(), hint.name()));
        if (hint.forced()) {
            name(mine);
        }
        pending.put(conjunction, mine);
        Built found = isFull()
                ? new Built(new Type.Any(), conjunction.stated(graph))
                : shape(new Place(conjunction, origin, schemaOf(starts, conjunction), mine.wanted));
        pending.remove(conjunction);
        boolean itself =
                found.type() instanceof Type.Named named && named.name().equals(mine.name);
        if (!itself && (mine.name != null || (origin.definition() && isWorthAName(found)))) {
            String name = name(mine);
            declarations.put(
                    name,
                    new Declaration.Alias(
                            name,
                            schemaOf(starts, conjunction),
                            origin.annotations(),
                            assertions(found.residual()),
                            origin.location(),
                            found.type()));
            found = Built.exact(new Type.Named(name));
        }
        built.put(conjunction, found);
        return found;
    }

    private String name(Pending of) {
        String name = of.name;
        if (name == null) {
            name = names.unique(of.wanted);
            of.name = name;
        }
        return name;
    }

    private static boolean isWorthAName(Built found) {
        if (!found.isExact()) {
            return true;
        }
        Type type = found.type();
        return type instanceof Type.Array
                || type instanceof Type.Tuple
                || type instanceof Type.Dictionary
                || type instanceof Type.Literal
                || (type instanceof Type.Text text && !text.equals(Type.Text.ANY))
                || (type instanceof Type.Int integer && !integer.range().equals(Type.Range.ANY))
                || (type instanceof Type.Num number && !number.range().equals(Type.Range.ANY));
    }

    /**
     * What a type is being found for.
     *
     * @param conjunction what is asserted
     * @param origin the schema that names and describes it
     * @param schema one that decides all of it
     * @param name the name that a declaration would like
     */
    record Place(Conjunction conjunction, Schema origin, SchemaId schema, String name) {}

    /** Returns the innermost definition on the way from a single start to where schemas begin to combine. */
    private Schema origin(Collection<SchemaId> starts, Conjunction conjunction) {
        if (starts.size() != 1) {
            return conjunction.schemas().size() == 1
                    ? graph.schema(conjunction.schemas().first())
                    : nameless(graph.schema(List.copyOf(starts).get(starts.size() - 1)));
        }
        Schema schema = graph.schema(starts.iterator().next());
        Schema origin = schema;
        Set<SchemaId> seen = new HashSet<>();
        while (seen.add(schema.id())) {
            if (schema.definition() || !origin.definition()) {
                origin = schema;
            }
            List<SchemaId> next = new ArrayList<>();
            for (Assertion assertion : schema.assertions()) {
                if (assertion instanceof Assertion.Reference || assertion instanceof Assertion.AllOf) {
                    next.addAll(Facts.inPlace(assertion));
                } else if (!conjunction.settled().contains(new Stated(schema.id(), assertion))) {
                    return origin;
                }
            }
            if (next.size() != 1) {
                return origin;
            }
            schema = graph.schema(next.get(0));
        }
        return origin;
    }

    /** What several schemas make together is none of them, whatever they are called. */
    private static Schema nameless(Schema schema) {
        return new Schema(schema.id(), schema.location(), "", false, schema.assertions(), schema.annotations());
    }

    /** Returns the name of the definition that a schema is or refers to. */
    Optional<String> definition(SchemaId schema) {
        Schema origin = origin(List.of(schema), Conjunction.of(graph, List.of(schema), Set.of()));
        return origin.definition() ? Optional.of(origin.key()) : Optional.empty();
    }

    /** Returns a schema that decides the whole conjunction, made where there is none. */
    private SchemaId schemaOf(Collection<SchemaId> starts, Conjunction conjunction) {
        Set<SchemaId> all = new LinkedHashSet<>(starts);
        if (all.size() == 1) {
            return all.iterator().next();
        }
        SchemaId id = new SchemaId(schemas.size());
        Schema first = graph.schema(conjunction.schemas().first());
        schemas.add(new Schema(
                id,
                first.location(),
                "",
                false,
                List.of(new Assertion.AllOf(List.copyOf(all))),
                Schema.Annotations.NONE));
        return id;
    }

    private Built shape(Place place) {
        return new ShapeOf(this, place).find();
    }

    /** Declares a type under the name of its place, {@code whole} if it is all of the place's type and not a part. */
    Built declare(Place place, boolean whole, Declared declaration) {
        Pending mine = pending.get(place.conjunction());
        String part =
                mine != null && place.name().equals(mine.name) ? Names.nested(place.name(), "Value") : place.name();
        String name = whole && mine != null ? name(mine) : names.unique(part);
        declarations.put(
                name,
                declaration.named(
                        name, place.origin().annotations(), place.origin().location()));
        return Built.exact(new Type.Named(name));
    }

    /** Makes a declaration once its name is known. */
    @FunctionalInterface
    interface Declared {
        Declaration named(String name, Schema.Annotations annotations, Location location);
    }

    /** Returns a declaration that exists by now; a type that is still being found has none. */
    Optional<Declaration> declared(String name) {
        return Optional.ofNullable(declarations.get(name));
    }

    static List<Assertion> assertions(Collection<Stated> stated) {
        return stated.stream().map(Stated::assertion).distinct().toList();
    }

    static Type nullable(Type type) {
        return type instanceof Type.Any || type instanceof Type.Null || type instanceof Type.Nullable
                ? type
                : new Type.Nullable(type);
    }

    /** Returns the type of some values, exact. */
    Built literal(Place place, List<Json> values) {
        if (values.isEmpty()) {
            return Built.NEVER;
        }
        boolean hasNull = values.contains(new Json.Null());
        List<Json> rest =
                values.stream().filter(value -> !(value instanceof Json.Null)).toList();
        if (rest.isEmpty()) {
            return Built.exact(new Type.Null());
        }
        List<String> texts = rest.stream()
                .filter(Json.Str.class::isInstance)
                .map(value -> ((Json.Str) value).value())
                .toList();
        if (texts.size() < rest.size()) {
            boolean allBooleans = rest.size() == 2 && rest.stream().allMatch(Json.Bool.class::isInstance);
            return Built.exact(
                    allBooleans ? hasNull ? nullable(new Type.Bool()) : new Type.Bool() : new Type.Literal(values));
        }
        if (texts.size() == 1 && !place.origin().definition()) {
            return Built.exact(hasNull ? nullable(new Type.Literal(rest)) : new Type.Literal(rest));
        }
        Built named = declare(
                place,
                !hasNull,
                (name, annotations, location) ->
                        new Declaration.Enumeration(name, place.schema(), annotations, location, texts));
        return hasNull ? Built.exact(nullable(named.type())) : named;
    }

    /** Declarations in the order in which they are met. */
    private record Reachable(Map<String, Declaration> all) {

        Map<String, Declaration> from(List<String> starts) {
            Map<String, Declaration> found = new LinkedHashMap<>();
            List<String> open = new ArrayList<>(starts);
            for (int i = 0; i < open.size(); i++) {
                Declaration declaration = all.get(open.get(i));
                if (declaration != null && found.putIfAbsent(open.get(i), declaration) == null) {
                    if (declaration instanceof Declaration.Obj object) {
                        object.properties().forEach(property -> visit(property.type(), open));
                        visit(object.additional(), open);
                    } else if (declaration instanceof Declaration.Union union) {
                        union.variants().forEach(variant -> visit(variant.type(), open));
                    } else if (declaration instanceof Declaration.Alias alias) {
                        visit(alias.type(), open);
                    }
                }
            }
            return found;
        }

        private static void visit(Type type, List<String> open) {
            if (type instanceof Type.Named named) {
                open.add(named.name());
            } else if (type instanceof Type.Nullable nullable) {
                visit(nullable.type(), open);
            } else if (type instanceof Type.Array array) {
                visit(array.item(), open);
            } else if (type instanceof Type.Tuple tuple) {
                tuple.prefix().forEach(item -> visit(item, open));
                visit(tuple.rest(), open);
            } else if (type instanceof Type.Dictionary dictionary) {
                visit(dictionary.value(), open);
            }
        }
    }
}
