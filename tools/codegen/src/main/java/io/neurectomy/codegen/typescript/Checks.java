package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes the checks of types. Every constant stands behind those that it uses; where two use each other, one is looked up
 * later.
 */
final class Checks {

    static final Code ANY = Code.text("json.any");
    static final Code NEVER = Code.text("json.never");

    private final Model model;
    private final Names names;
    private final Patterns patterns;
    private final Predicates predicates;
    private final Map<String, Code> constants = new LinkedHashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Map<SchemaId, String> declared = new HashMap<>();

    Checks(Model model, Names names, Patterns patterns) {
        this.model = model;
        this.names = names;
        this.patterns = patterns;
        this.predicates = new Predicates(model.graph(), names, patterns, this);
        Evaluator evaluator = new Evaluator(model.graph());
        for (Declaration declaration : model.declarations().values()) {
            // A schema that allows null may be declared without it, and be nullable wherever it is used.
            if (admitsNull(declaration) || !evaluator.isValid(declaration.schema(), new Json.Null())) {
                declared.putIfAbsent(declaration.schema(), declaration.name());
                declared.putIfAbsent(predicates.target(declaration.schema()), declaration.name());
            }
        }
    }

    private static boolean admitsNull(Declaration declaration) {
        return declaration instanceof Declaration.Alias
                || (declaration instanceof Declaration.Union union
                        && union.variants().stream()
                                .anyMatch(variant -> variant.kinds().contains(Declaration.Kind.NULL)));
    }

    /** Returns the constants, in an order in which they can be defined. */
    Map<String, Code> constants() {
        return constants;
    }

    /** Returns the check of the declaration that was made of a schema. */
    Optional<Code> declared(SchemaId schema) {
        return Optional.ofNullable(declared.get(schema)).map(this::declaration);
    }

    /**
     * Returns the check of the declaration that was made of a schema, if it asks nothing of the value but its shape: what is
     * left of a part of a schema may name the whole of it, and two checks of the same value would call each other forever.
     */
    Optional<Code> plain(SchemaId schema) {
        return Optional.ofNullable(declared.get(schema))
                .filter(name -> isPlain(new Type.Named(name), new HashSet<>()))
                .map(this::declaration);
    }

    private boolean isPlain(Type type, Set<String> seen) {
        if (type instanceof Type.Nullable nullable) {
            return isPlain(nullable.type(), seen);
        }
        if (!(type instanceof Type.Named named) || !seen.add(named.name())) {
            return true;
        }
        Declaration declaration = model.declaration(named.name());
        if (!declaration.residual().isEmpty()) {
            return false;
        }
        if (declaration instanceof Declaration.Union union) {
            return union.variants().stream()
                    .allMatch(variant -> isPlain(variant.type(), seen) && (!variant.trial() || decides(variant)));
        }
        return !(declaration instanceof Declaration.Alias alias) || isPlain(alias.type(), seen);
    }

    Code declaration(String name) {
        return constant(names.check(name), () -> check(model.declaration(name)));
    }

    /** Returns a reference to a constant, which is defined if it is not yet. */
    Code constant(String name, Supplier<Code> definition) {
        if (started.add(name)) {
            Code code = definition.get();
            constants.put(name, code);
        }
        return Code.text(constants.containsKey(name) ? name : "json.lazy(() => " + name + ")");
    }

    private Code check(Declaration declaration) {
        if (isSaidTwice(declaration)) {
            return predicates.whole(declaration.schema());
        }
        Code shape;
        if (declaration instanceof Declaration.Enumeration enumeration) {
            shape = Code.text("json.oneOf(" + names.values(enumeration.name()) + ")");
        } else if (declaration instanceof Declaration.Obj object) {
            shape = object(object);
        } else if (declaration instanceof Declaration.Union union) {
            shape = union(union);
        } else {
            shape = type(((Declaration.Alias) declaration).type());
        }
        List<Assertion> residual = declaration.residual();
        if (residual.isEmpty()) {
            return shape;
        }
        return Code.all(Stream.of(shape, predicates.residual(residual, declaration.schema())));
    }

    Code type(Type type) {
        if (type instanceof Type.Never) {
            return NEVER;
        }
        if (type instanceof Type.Null) {
            return Code.text("json.nil");
        }
        if (type instanceof Type.Bool) {
            return Code.text("json.boolean");
        }
        if (type instanceof Type.Int integer) {
            return number("json.integer", integer.range());
        }
        if (type instanceof Type.Num number) {
            return number("json.number", number.range());
        }
        if (type instanceof Type.Text text) {
            return string(text.minLength(), text.maxLength(), text.patterns());
        }
        if (type instanceof Type.Literal literal) {
            return oneOf(literal.values());
        }
        if (type instanceof Type.Nullable nullable) {
            return Code.call("json.nullable", type(nullable.type()));
        }
        if (type instanceof Type.Array array) {
            return array(List.of(), type(array.item()), array.min(), array.max(), array.unique());
        }
        if (type instanceof Type.Tuple tuple) {
            List<Code> prefix = tuple.prefix().stream().map(this::type).toList();
            return array(prefix, type(tuple.rest()), tuple.min(), tuple.max(), tuple.unique());
        }
        if (type instanceof Type.Dictionary dictionary) {
            return object(Map.of(), Map.of(), List.of(), type(dictionary.value()), dictionary.min(), dictionary.max());
        }
        return type instanceof Type.Named named ? declaration(named.name()) : ANY;
    }

    static Code oneOf(List<Json> values) {
        return Code.call(
                "json.oneOf", Code.array(values.stream().map(Literals::value).toList()));
    }

    static Code number(String function, Type.Range range) {
        List<BigDecimal> divisors =
                range.divisors().stream().sorted(Comparator.naturalOrder()).toList();
        List<Code> limits = new ArrayList<>();
        range.min().ifPresent(min -> limits.add(Code.pair(range.minExclusive() ? "above" : "min", limit(min))));
        range.max().ifPresent(max -> limits.add(Code.pair(range.maxExclusive() ? "below" : "max", limit(max))));
        divisors.stream().limit(1).forEach(divisor -> limits.add(Code.pair("multipleOf", limit(divisor))));
        Code first = options(function, limits);
        return Code.all(Stream.concat(
                Stream.of(first),
                divisors.stream()
                        .skip(1)
                        .map(divisor -> options("json.number", List.of(Code.pair("multipleOf", limit(divisor)))))));
    }

    private static Code limit(BigDecimal bound) {
        String number = Literals.number(bound);
        return Code.text(Literals.isExact(bound) ? number : Literals.string(number));
    }

    Code string(long min, Optional<Long> max, List<String> regexes) {
        List<Code> limits = new ArrayList<>();
        if (min > 0) {
            limits.add(Code.pair("minLength", Code.text(Long.toString(min))));
        }
        max.ifPresent(length -> limits.add(Code.pair("maxLength", Code.text(Long.toString(length)))));
        List<Code> literals = regexes.stream()
                .map(patterns::literal)
                .flatMap(Optional::stream)
                .map(literal -> Code.pair("pattern", Code.text(literal)))
                .toList();
        literals.stream().limit(1).forEach(limits::add);
        return Code.all(Stream.concat(
                Stream.of(options("json.string", limits)),
                literals.stream().skip(1).map(pattern -> options("json.string", List.of(pattern)))));
    }

    static Code array(List<Code> prefix, Code items, long min, Optional<Long> max, boolean unique) {
        List<Code> parts = new ArrayList<>();
        if (!prefix.isEmpty()) {
            parts.add(Code.pair("prefix", Code.array(prefix)));
        }
        if (!items.equals(ANY)) {
            parts.add(Code.pair("items", items));
        }
        limits(min, max, parts);
        if (unique) {
            parts.add(Code.pair("unique", Code.text("true")));
        }
        return options("json.array", parts);
    }

    private Code object(Declaration.Obj object) {
        Map<String, Code> required = new LinkedHashMap<>();
        Map<String, Code> optional = new LinkedHashMap<>();
        for (Declaration.Property property : object.properties()) {
            (property.required() ? required : optional).put(property.jsonName(), type(property.type()));
        }
        return object(
                required,
                optional,
                List.of(),
                type(object.additional()),
                object.minProperties(),
                object.maxProperties());
    }

    static Code object(
            Map<String, Code> required,
            Map<String, Code> optional,
            List<Code> patterns,
            Code rest,
            long min,
            Optional<Long> max) {
        List<Code> parts = new ArrayList<>();
        if (!required.isEmpty()) {
            parts.add(Code.pair("required", members(required, false)));
        }
        Code known = members(optional, rest.equals(ANY));
        if (!known.equals(Code.object(List.of()))) {
            parts.add(Code.pair("optional", known));
        }
        if (!patterns.isEmpty()) {
            parts.add(Code.pair("patterns", Code.array(patterns)));
        }
        if (!rest.equals(ANY)) {
            parts.add(Code.pair("rest", rest));
        }
        limits(min, max, parts);
        return options("json.object", parts);
    }

    /** A member that may be missing, and may be anything as all others may, needs no mention. */
    private static Code members(Map<String, Code> checks, boolean withoutAny) {
        return Code.object(checks.entrySet().stream()
                .filter(member -> !(withoutAny && member.getValue().equals(ANY)))
                .map(member -> Code.pair(Literals.key(member.getKey()), member.getValue()))
                .toList());
    }

    private static void limits(long min, Optional<Long> max, List<Code> parts) {
        if (min > 0) {
            parts.add(Code.pair("min", Code.text(Long.toString(min))));
        }
        max.ifPresent(most -> parts.add(Code.pair("max", Code.text(Long.toString(most)))));
    }

    private static Code options(String function, List<Code> parts) {
        return parts.isEmpty() ? Code.call(function) : Code.call(function, Code.object(parts));
    }

    private Code union(Declaration.Union union) {
        List<Declaration.Variant> variants = union.variants();
        boolean trial = variants.stream().anyMatch(Declaration.Variant::trial);
        boolean tagged =
                !trial && variants.stream().noneMatch(variant -> variant.tags().isEmpty());
        if (tagged && union.tag().isPresent()) {
            List<Code> members = new ArrayList<>();
            for (Declaration.Variant variant : variants) {
                for (String tag : variant.tags()) {
                    members.add(Code.pair(Literals.key(tag), type(variant.type())));
                }
            }
            return Code.call(
                    "json.tagged", Code.text(Literals.string(union.tag().get())), Code.object(members));
        }
        Set<Declaration.Kind> seen = new LinkedHashSet<>();
        boolean disjoint = !trial
                && variants.stream()
                        .flatMap(variant -> variant.kinds().stream())
                        .allMatch(seen::add);
        if (disjoint) {
            List<Code> members = new ArrayList<>();
            for (Declaration.Variant variant : variants) {
                for (Declaration.Kind kind : variant.kinds().stream().sorted().toList()) {
                    members.add(Code.pair(kind.name().toLowerCase(Locale.ROOT), type(variant.type())));
                }
            }
            return Code.call("json.byKind", Code.object(members));
        }
        return Code.call(
                "json.anyOf", variants.stream().map(this::variant).distinct().toList());
    }

    /** The check of a declared type says all that the variant's schema does; that of another type may not. */
    private Code variant(Declaration.Variant variant) {
        Code type = type(variant.type());
        return !variant.trial() || decides(variant)
                ? type
                : Code.all(Stream.of(type, predicates.inPlace(variant.schema())).distinct());
    }

    /** Whether the shape and what is left of the schema would both say what the schema says once. */
    private boolean isSaidTwice(Declaration declaration) {
        SchemaId schema = predicates.target(declaration.schema());
        if (declaration.residual().stream()
                .anyMatch(one -> one instanceof Assertion.Reference reference
                        && predicates.target(reference.schema()).equals(schema))) {
            return true;
        }
        return declaration instanceof Declaration.Union union
                && union.variants().stream()
                        .anyMatch(
                                variant -> variant.trial() && !(union.residual().isEmpty() && decides(variant)));
    }

    private boolean decides(Declaration.Variant variant) {
        SchemaId schema = variant.schema();
        return variant.type() instanceof Type.Named named
                && (model.declaration(named.name()) instanceof Declaration.Obj
                        || named.name().equals(declared.get(schema))
                        || named.name().equals(declared.get(predicates.target(schema))));
    }
}
