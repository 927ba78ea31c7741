package io.neurectomy.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.pattern.EcmaPattern;
import io.neurectomy.codegen.pattern.InvalidPatternException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What becomes what: every decision about names and Java types, made before any code is written. */
final class Plan {

    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    /** A class initializer of 64 KB has room for about 2700 constants of an enum; a longer list is a set of strings. */
    private static final int MOST_CONSTANTS = 1500;

    /** The simple names that generated code uses, which no generated type may hide. */
    private static final Set<String> USED_NAMES = Set.of(
            "ArrayList",
            "BigDecimal",
            "BigInteger",
            "BitSet",
            "Boolean",
            "Builder",
            "Class",
            "Collection",
            "Collections",
            "Consumer",
            "Deprecated",
            "FunctionalInterface",
            "HashMap",
            "HashSet",
            "IOException",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "JsonCreator",
            "JsonDeserialize",
            "JsonGenerator",
            "JsonNode",
            "JsonParser",
            "JsonSerialize",
            "JsonToken",
            "JsonValue",
            "LinkedHashMap",
            "List",
            "Long",
            "Map",
            "Memo",
            "NodeParser",
            "NullMarked",
            "NullUnmarked",
            "Nullable",
            "Object",
            "Objects",
            "Optional",
            "Override",
            "Pattern",
            "Read",
            "Reader",
            "Set",
            "String",
            "StringNode",
            "TextNode",
            "Writer");

    private final Model model;
    private final String packageName;
    private final Jackson jackson;
    private final Set<String> takenTypes = new HashSet<>();
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final Map<String, ClassName> types = new HashMap<>();
    private final Map<String, ClassName> companions = new HashMap<>();
    private final Set<String> inlined = new HashSet<>();
    private final Map<String, Set<String>> nestedNames = new HashMap<>();
    private final Map<Type.Tuple, Tuple> tuples = new LinkedHashMap<>();
    private final Map<String, Set<String>> memberOf = new LinkedHashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Map<String, Optional<String>> patterns = new HashMap<>();
    private final Support json;
    private final Support check;
    private final ClassName jsonClass;
    private final ClassName checkClass;
    private final ClassName presence;
    private boolean presenceUsed;

    /** A tuple, which is a record in Java. */
    record Tuple(Type.Tuple type, ClassName name, ClassName companion, Location location) {}

    Plan(Model model, String packageName, Jackson jackson) {
        this.model = model;
        this.packageName = packageName;
        this.jackson = jackson;
        USED_NAMES.forEach(name -> takenTypes.add(name.toLowerCase(Locale.ROOT)));
        for (Declaration declared : model.declarations().values()) {
            declarations.put(declared.name(), withoutHugeEnum(declared));
        }
        declarations.keySet().forEach(name -> types.put(name, allocate(name)));
        jsonClass = allocate("Json");
        checkClass = allocate("Check");
        presence = allocate("Presence");
        json = new Support("Json", jsonClass.simpleName(), jackson);
        check = new Support("Check", checkClass.simpleName(), jackson);
        collectMembers();
        declarations.values().forEach(declared -> {
            if (declared instanceof Declaration.Alias alias
                    && !declared.name().equals(model.root())
                    && !memberOf.containsKey(declared.name())
                    && !leadsBack(alias)) {
                inlined.add(declared.name());
            }
        });
        declarations
                .keySet()
                .forEach(name -> companions.put(name, allocate(type(name).simpleName() + "Json")));
        declarations.values().forEach(this::collectTuples);
    }

    private static Declaration withoutHugeEnum(Declaration declared) {
        if (declared instanceof Declaration.Enumeration huge && huge.values().size() > MOST_CONSTANTS) {
            List<Json> values = new ArrayList<>();
            huge.values().forEach(value -> values.add(new Json.Str(value)));
            return new Declaration.Alias(
                    huge.name(),
                    huge.schema(),
                    huge.annotations(),
                    List.of(),
                    huge.location(),
                    new Type.Literal(values));
        }
        return declared;
    }

    /** Returns a class of the package whose name is like the one wished for, unique also without regard to case. */
    ClassName allocate(String wish) {
        String name = wish;
        for (int i = 2; !takenTypes.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = i == 2 ? wish + "Value" : wish + "Value" + i;
        }
        return ClassName.get(packageName, name);
    }

    /** Returns the name of a type inside another, which hides no other: whoever implements the outer inherits it. */
    String nested(String wish, String outer) {
        Set<String> taken = nestedNames.computeIfAbsent(outer, key -> new HashSet<>());
        String name = wish;
        for (int i = 2;
                takenTypes.contains(name.toLowerCase(Locale.ROOT)) || !taken.add(name.toLowerCase(Locale.ROOT));
                i++) {
            name = i == 2 ? wish + "Value" : wish + "Value" + i;
        }
        return name;
    }

    /** Finds the unions that each declaration implements; a union that leads back to itself can't be its own member. */
    private void collectMembers() {
        for (Declaration declared : declarations.values()) {
            if (declared instanceof Declaration.Union union) {
                for (Declaration.Variant variant : union.variants()) {
                    if (variant.type() instanceof Type.Named named
                            && !reaches(named.name(), union.name(), new HashSet<>())) {
                        memberOf.computeIfAbsent(named.name(), key -> new LinkedHashSet<>())
                                .add(union.name());
                    }
                }
            }
        }
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        if (!seen.add(from) || !(declarations.get(from) instanceof Declaration.Union union)) {
            return false;
        }
        return union.variants().stream()
                .anyMatch(variant -> variant.type() instanceof Type.Named named && reaches(named.name(), to, seen));
    }

    private boolean leadsBack(Declaration.Alias alias) {
        return leadsTo(alias.type(), alias.name(), new HashSet<>());
    }

    private boolean leadsTo(Type type, String name, Set<String> seen) {
        if (type instanceof Type.Named named) {
            return named.name().equals(name)
                    || (declarations.get(named.name()) instanceof Declaration.Alias alias
                            && seen.add(named.name())
                            && leadsTo(alias.type(), name, seen));
        } else if (type instanceof Type.Nullable nullable) {
            return leadsTo(nullable.type(), name, seen);
        } else if (type instanceof Type.Array array) {
            return leadsTo(array.item(), name, seen);
        } else if (type instanceof Type.Dictionary map) {
            return leadsTo(map.value(), name, seen);
        } else if (type instanceof Type.Tuple tuple) {
            return leadsTo(tuple.rest(), name, seen)
                    || tuple.prefix().stream().anyMatch(item -> leadsTo(item, name, seen));
        }
        return false;
    }

    private void collectTuples(Declaration declared) {
        String name = type(declared.name()).simpleName();
        if (declared instanceof Declaration.Obj object) {
            for (Declaration.Property property : object.properties()) {
                String words = String.join(
                        "",
                        Texts.words(property.jsonName()).stream()
                                .map(Texts::upperFirst)
                                .toList());
                collectTuples(property.type(), name + words, declared.location());
            }
            collectTuples(object.additional(), name + "Additional", declared.location());
        } else if (declared instanceof Declaration.Alias alias) {
            collectTuples(alias.type(), name + "Items", declared.location());
        } else if (declared instanceof Declaration.Union union) {
            union.variants()
                    .forEach(variant -> collectTuples(variant.type(), name + variant.name(), declared.location()));
        }
    }

    private void collectTuples(Type type, String name, Location location) {
        if (type instanceof Type.Nullable nullable) {
            collectTuples(nullable.type(), name, location);
        } else if (type instanceof Type.Array array) {
            collectTuples(array.item(), name + "Item", location);
        } else if (type instanceof Type.Dictionary map) {
            collectTuples(map.value(), name + "Value", location);
        } else if (type instanceof Type.Tuple tuple && !tuples.containsKey(tuple)) {
            ClassName record = allocate(name);
            tuples.put(tuple, new Tuple(tuple, record, allocate(record.simpleName() + "Json"), location));
            for (int i = 0; i < tuple.prefix().size(); i++) {
                collectTuples(tuple.prefix().get(i), name + (i + 1), location);
            }
            collectTuples(tuple.rest(), name + "Rest", location);
        }
    }

    Model model() {
        return model;
    }

    Jackson jackson() {
        return jackson;
    }

    String packageName() {
        return packageName;
    }

    Set<Finding> findings() {
        return findings;
    }

    Support json() {
        return json;
    }

    Support check() {
        return check;
    }

    /** Returns the class that reads and writes, having marked a part of it as used. */
    ClassName json(String part) {
        json.use(part);
        return jsonClass;
    }

    /** Returns the class that checks, having marked a part of it as used. */
    ClassName check(String part) {
        check.use(part);
        return checkClass;
    }

    ClassName jsonClass() {
        return jsonClass;
    }

    ClassName checkClass() {
        return checkClass;
    }

    ClassName presence() {
        presenceUsed = true;
        return presence;
    }

    boolean isPresenceUsed() {
        return presenceUsed;
    }

    Iterable<Declaration> declarations() {
        return declarations.values();
    }

    Iterable<Tuple> tuples() {
        return tuples.values();
    }

    Declaration declaration(String name) {
        Declaration found = declarations.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no declaration named " + name);
        }
        return found;
    }

    /** Returns whether there is such a Java type. */
    boolean exists(ClassName type) {
        return inlined.stream().noneMatch(name -> type(name).equals(type));
    }

    /** Returns whether a declaration has no Java type of its own: it stands for another. */
    boolean isInlined(String name) {
        return inlined.contains(name);
    }

    Set<String> unionsOf(String name) {
        return memberOf.getOrDefault(name, Set.of());
    }

    /** Returns whether a variant's own Java type implements the union, so that it needs no type around it. */
    boolean isDirect(Declaration.Union union, Declaration.Variant variant) {
        return variant.type() instanceof Type.Named named
                && unionsOf(named.name()).contains(union.name());
    }

    ClassName type(String declaration) {
        ClassName found = types.get(declaration);
        if (found == null) {
            throw new IllegalArgumentException("no declaration named " + declaration);
        }
        return found;
    }

    ClassName companion(String declaration) {
        ClassName found = companions.get(declaration);
        if (found == null) {
            throw new IllegalArgumentException("no declaration named " + declaration);
        }
        return found;
    }

    Tuple tuple(Type.Tuple type) {
        Tuple found = tuples.get(type);
        if (found == null) {
            throw new IllegalArgumentException("no record for the tuple " + type);
        }
        return found;
    }

    /** Returns a type without aliases that have no Java type, and {@code null} among literals as {@code Nullable}. */
    Type shape(Type type) {
        if (type instanceof Type.Named named
                && isInlined(named.name())
                && declaration(named.name()) instanceof Declaration.Alias alias) {
            return shape(alias.type());
        }
        if (type instanceof Type.Literal literal && literal.values().contains(new Json.Null())) {
            List<Json> others = new ArrayList<>(literal.values());
            others.remove(new Json.Null());
            return others.isEmpty() ? new Type.Null() : new Type.Nullable(new Type.Literal(others));
        }
        if (type instanceof Type.Nullable nullable && shape(nullable.type()) instanceof Type.Nullable inner) {
            return inner;
        }
        return type;
    }

    boolean isNullable(Type type) {
        return shape(type) instanceof Type.Nullable;
    }

    /** Returns the alias whose residual has to be checked where the type is read; none for most. */
    Optional<Declaration.Alias> checkedAlias(Type type) {
        if (type instanceof Type.Named named
                && isInlined(named.name())
                && declaration(named.name()) instanceof Declaration.Alias alias) {
            return alias.residual().isEmpty() ? checkedAlias(alias.type()) : Optional.of(alias);
        }
        return Optional.empty();
    }

    /** Returns the only value of a type, if there is only one. */
    Optional<Json> constant(Type type) {
        if (checkedAlias(type).isPresent()) {
            return Optional.empty();
        }
        Type shape = shape(type);
        if (shape instanceof Type.Null) {
            return Optional.of(new Json.Null());
        }
        return shape instanceof Type.Literal literal && literal.values().size() == 1
                ? Optional.of(literal.values().get(0))
                : Optional.empty();
    }

    /** Returns the Java type of a value that is not {@code null}; primitive where there is one. */
    TypeName javaType(Type type) {
        Type shape = shape(type);
        if (shape instanceof Type.Bool) {
            return TypeName.BOOLEAN;
        } else if (shape instanceof Type.Int number) {
            return integerType(number.range());
        } else if (shape instanceof Type.Num) {
            return ClassName.get(BigDecimal.class);
        } else if (shape instanceof Type.Text) {
            return ClassName.get(String.class);
        } else if (shape instanceof Type.Literal literal) {
            return literalType(literal);
        } else if (shape instanceof Type.Nullable nullable) {
            return javaType(nullable.type()).box();
        } else if (shape instanceof Type.Array array) {
            return ParameterizedTypeName.get(ClassName.get(List.class), element(array.item()));
        } else if (shape instanceof Type.Dictionary map) {
            return ParameterizedTypeName.get(
                    ClassName.get(Map.class), ClassName.get(String.class), element(map.value()));
        } else if (shape instanceof Type.Tuple tuple) {
            return tuple(tuple).name();
        } else if (shape instanceof Type.Named named) {
            return type(named.name());
        }
        return jackson.node();
    }

    /** Returns the Java type of a value inside a list or a map. */
    TypeName element(Type type) {
        TypeName boxed = javaType(type).box();
        return isNullable(type) ? nullable(boxed) : boxed;
    }

    static TypeName nullable(TypeName type) {
        return type.box().annotated(AnnotationSpec.builder(NULLABLE).build());
    }

    private TypeName literalType(Type.Literal literal) {
        if (literal.values().stream().allMatch(Json.Str.class::isInstance)) {
            return ClassName.get(String.class);
        }
        if (literal.values().stream().allMatch(Json.Bool.class::isInstance)) {
            return TypeName.BOOLEAN;
        }
        boolean integers = literal.values().stream()
                .allMatch(value -> value instanceof Json.Num number
                        && number.isInteger()
                        && number.value().precision() - number.value().scale() <= 18);
        if (!integers) {
            return jackson.node();
        }
        boolean small = literal.values().stream()
                .allMatch(value -> value instanceof Json.Num number
                        && number.value().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0);
        return small ? TypeName.INT : TypeName.LONG;
    }

    private static TypeName integerType(Type.Range range) {
        Optional<BigInteger> min = least(range);
        Optional<BigInteger> max = greatest(range);
        if (min.isEmpty() || max.isEmpty()) {
            return ClassName.get(BigInteger.class);
        }
        int bits = Math.max(min.get().bitLength(), max.get().bitLength());
        return bits < Integer.SIZE ? TypeName.INT : bits < Long.SIZE ? TypeName.LONG : ClassName.get(BigInteger.class);
    }

    /** Returns the smallest integer of a range. */
    static Optional<BigInteger> least(Type.Range range) {
        return range.min().filter(Plan::isWritable).map(min -> {
            BigInteger least = min.setScale(0, RoundingMode.CEILING).toBigInteger();
            return range.minExclusive() && new BigDecimal(least).compareTo(min) == 0
                    ? least.add(BigInteger.ONE)
                    : least;
        });
    }

    /** Returns the greatest integer of a range. */
    static Optional<BigInteger> greatest(Type.Range range) {
        return range.max().filter(Plan::isWritable).map(max -> {
            BigInteger greatest = max.setScale(0, RoundingMode.FLOOR).toBigInteger();
            return range.maxExclusive() && new BigDecimal(greatest).compareTo(max) == 0
                    ? greatest.subtract(BigInteger.ONE)
                    : greatest;
        });
    }

    private static boolean isWritable(BigDecimal bound) {
        return bound.signum() == 0 || bound.precision() - (long) bound.scale() < 1000;
    }

    /** Returns the pattern for {@code java.util.regex}; none, and a finding, if Java can't say it. */
    Optional<String> pattern(String regex, Location location) {
        return patterns.computeIfAbsent(regex, key -> {
            Optional<String> translated = translate(regex);
            if (translated.isEmpty()) {
                findings.add(
                        new Finding(
                                "undecidable-pattern",
                                Finding.Severity.WARNING,
                                location,
                                "java.util.regex has no pattern that means '" + regex
                                        + "', so the generated code does not check it. Write it without what only ECMAScript has."));
            }
            return translated;
        });
    }

    private static Optional<String> translate(String regex) {
        try {
            Optional<String> translated = EcmaPattern.parse(regex).toJava();
            translated.ifPresent(Pattern::compile);
            return translated;
        } catch (InvalidPatternException | PatternSyntaxException invalid) {
            return Optional.empty();
        }
    }
}
