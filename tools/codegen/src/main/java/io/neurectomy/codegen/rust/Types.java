package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types of the model as types of Rust and the code that reads them. Small types that the model does not declare, but Rust
 * has to, such as an enum for a constant, are declared behind the type that uses them.
 */
final class Types {

    private static final int LONGEST_CLOSURE = 44;
    private static final int LONGEST_TUPLE = 12;
    private static final BigInteger I64_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger I64_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger U64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger I128_MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    private final Model model;
    private final RustNames names;
    private final Support support;
    private final Patterns patterns;
    private final Predicates predicates;
    private final Boxes boxes;
    private final Usage usage;
    private final Set<String> collections;
    private final List<Declared> declared = new ArrayList<>();
    private final List<ReadFunction> functions = new ArrayList<>();
    private final Map<String, String> aliasReaders = new LinkedHashMap<>();

    Types(
            Model model,
            RustNames names,
            Support support,
            Patterns patterns,
            Predicates predicates,
            Boxes boxes,
            Usage usage,
            Set<String> collections) {
        this.model = model;
        this.names = names;
        this.support = support;
        this.patterns = patterns;
        this.predicates = predicates;
        this.boxes = boxes;
        this.usage = usage;
        this.collections = collections;
    }

    /** A type of Rust and what reads it. */
    record Shape(String type, Reader reader) {}

    /** A type that is written behind the one that uses it. */
    sealed interface Declared {}

    /** An enum of strings. */
    record Constants(String name, List<String> values) implements Declared {}

    /** An array with a type for each position, some of which may be missing. */
    record Positions(String name, List<Shape> prefix, long min, Optional<Shape> rest, Code items) implements Declared {}

    /** A function that reads a tuple. */
    record TupleFunction(String name, String type, List<Shape> parts, Code items) implements Declared {}

    /** A function with a name for what would be too long for a closure. */
    record ReadFunction(String name, String type, Reader reader) {}

    /** Where a type is used. */
    record Use(String owner, String hint, Location location) {
        Use item() {
            return new Use("", hint + "Item", location);
        }

        Use part(int i) {
            return new Use(owner, hint + i, location);
        }
    }

    List<Declared> takeDeclared() {
        List<Declared> taken = List.copyOf(declared);
        declared.clear();
        return taken;
    }

    List<ReadFunction> takeFunctions() {
        List<ReadFunction> taken = List.copyOf(functions);
        functions.clear();
        return taken;
    }

    Shape shape(Type type, Use use) {
        if (type instanceof Type.Any) {
            return new Shape("Value", new Reader.Path(support.use("any")));
        } else if (type instanceof Type.Never) {
            return new Shape("Never", new Reader.Path(support.use("never")));
        } else if (type instanceof Type.Null) {
            return new Shape("()", new Reader.Path(support.use("null")));
        } else if (type instanceof Type.Bool) {
            return new Shape("bool", new Reader.Path(support.use("boolean")));
        } else if (type instanceof Type.Int integer) {
            return integer(integer.range(), use);
        } else if (type instanceof Type.Num number) {
            return number(number.range(), use);
        } else if (type instanceof Type.Text text) {
            return new Shape("String", text(text, use));
        } else if (type instanceof Type.Literal literal) {
            return literal(literal.values(), use);
        } else if (type instanceof Type.Nullable nullable) {
            Shape inner = shape(nullable.type(), use);
            Code read = function(inner, use.hint());
            return new Shape(
                    "Option<" + inner.type() + ">",
                    new Reader.Lambda(value -> Code.call(support.use("nullable"), value, read)));
        } else if (type instanceof Type.Array array) {
            Shape item = shape(array.item(), use.item());
            Code read = function(item, use.hint() + "Item");
            return new Shape(
                    "Vec<" + item.type() + ">",
                    new Reader.Lambda(value -> Code.call(
                            support.use("list"), sized(value, array.min(), array.max(), array.unique()), read)));
        } else if (type instanceof Type.Tuple tuple) {
            return tuple(tuple, use);
        } else if (type instanceof Type.Dictionary dictionary) {
            return dictionary(dictionary, use);
        }
        return named(((Type.Named) type).name(), use);
    }

    private Shape dictionary(Type.Dictionary dictionary, Use use) {
        if (dictionary.value() instanceof Type.Any) {
            collections.add("Map");
            String object = support.use("object");
            return new Shape(
                    "Map<String, Value>",
                    dictionary.min() == 0 && dictionary.max().isEmpty()
                            ? new Reader.Path(object)
                            : new Reader.Lambda(value ->
                                    Code.call(object, sized(value, dictionary.min(), dictionary.max(), false))));
        }
        collections.add("BTreeMap");
        Shape member = shape(dictionary.value(), use.item());
        Code read = function(member, use.hint() + "Item");
        return new Shape(
                "BTreeMap<String, " + member.type() + ">",
                new Reader.Lambda(value ->
                        Code.call(support.use("map"), sized(value, dictionary.min(), dictionary.max(), false), read)));
    }

    /** Returns the value once its number of items or members is checked. */
    Code sized(Code value, long min, Optional<Long> max, boolean unique) {
        Code checked = value;
        if (min > 0 || max.isPresent()) {
            checked = Code.tried(Code.call(support.use("sized"), checked, range(min, max)));
        }
        return unique ? Code.tried(Code.call(support.use("unique"), checked)) : checked;
    }

    private static Code range(long min, Optional<Long> max) {
        return Code.text((min == 0 ? "" : Long.toString(min)) + ".."
                + max.map(some -> "=" + some).orElse(""));
    }

    private Shape named(String name, Use use) {
        Declaration declaration = model.declaration(name);
        String type = names.type(name);
        if (declaration instanceof Declaration.Alias alias && isPlain(alias)) {
            return new Shape(
                    type, new Reader.Path(aliasReaders.computeIfAbsent(name, alias1 -> names.function("read", type))));
        }
        if (boxes.isBoxed(use.owner(), name)) {
            return new Shape(
                    "Box<" + type + ">",
                    new Reader.Lambda(value -> Code.text(type + "::try_from(" + value.line() + ").map(Box::new)")));
        }
        return new Shape(type, new Reader.Path(type + "::try_from"));
    }

    /** Returns the functions that read aliases, by the alias, as far as they are called by now. */
    Map<String, String> aliasReaders() {
        return aliasReaders;
    }

    /** Returns whether an alias is one in Rust too: nothing is checked that the other type does not check. */
    boolean isPlain(Declaration.Alias alias) {
        return !alias.name().equals(model.root())
                && alias.residual().isEmpty()
                && !usage.isCyclic(alias)
                && isUnconstrained(alias.type());
    }

    private static boolean isUnconstrained(Type type) {
        if (type instanceof Type.Text text) {
            return text.minLength() == 0
                    && text.maxLength().isEmpty()
                    && text.patterns().isEmpty();
        } else if (type instanceof Type.Int integer) {
            return integer.range().equals(Type.Range.ANY);
        } else if (type instanceof Type.Num number) {
            return number.range().equals(Type.Range.ANY);
        } else if (type instanceof Type.Array array) {
            return array.min() == 0 && array.max().isEmpty() && !array.unique() && isUnconstrained(array.item());
        } else if (type instanceof Type.Dictionary dictionary) {
            return dictionary.min() == 0 && dictionary.max().isEmpty() && isUnconstrained(dictionary.value());
        } else if (type instanceof Type.Nullable nullable) {
            return isUnconstrained(nullable.type());
        }
        return type instanceof Type.Any || type instanceof Type.Bool || type instanceof Type.Named;
    }

    /** Returns a function for a shape's reader: by name, a short closure, or a function that is written for it. */
    Code function(Shape shape, String hint) {
        return function(shape, hint, LONGEST_CLOSURE);
    }

    Code function(Shape shape, String hint, int longest) {
        Code function = shape.reader().function();
        if (shape.reader() instanceof Reader.Path || function.line().length() <= longest) {
            return function;
        }
        String name = names.function("read", hint);
        functions.add(new ReadFunction(name, shape.type(), shape.reader()));
        return Code.text(name);
    }

    Reader text(Type.Text text, Use use) {
        String string = support.use("string");
        List<String> references = patterns(text, use);
        if (text.minLength() == 0 && text.maxLength().isEmpty() && references.isEmpty()) {
            return new Reader.Path(string);
        }
        return new Reader.Lambda(value -> constrained(Code.tried(Code.call(string, value)), text, references));
    }

    /** Returns the check of a string that is known to be one. */
    Code constrained(Code string, Type.Text text, List<String> references) {
        Code checked = string;
        boolean bounded = text.minLength() > 0 || text.maxLength().isPresent();
        if (bounded) {
            checked = Code.call(support.use("length"), checked, range(text.minLength(), text.maxLength()));
        }
        boolean tried = !bounded;
        for (String reference : references) {
            checked = Code.call(support.use("matching"), tried ? checked : Code.tried(checked), Code.text(reference));
            tried = false;
        }
        return checked;
    }

    List<String> patterns(Type.Text text, Use use) {
        return text.patterns().stream()
                .flatMap(pattern -> patterns.reference(pattern, use.hint(), use.location()).stream())
                .toList();
    }

    private Shape integer(Type.Range range, Use use) {
        Optional<BigInteger> min = least(range);
        Optional<BigInteger> max = greatest(range);
        Optional<String> type = integerType(range);
        List<String> divisors = divisors(range, use);
        if (type.isEmpty()) {
            support.use("Integer");
            if (min.isEmpty() && max.isEmpty()) {
                return new Shape(
                        "Integer",
                        divisors.isEmpty()
                                ? new Reader.Path("Integer::try_from")
                                : new Reader.Lambda(value -> Code.call("Integer::try_from", divided(value, divisors))));
            }
            support.use("Integer.within");
            return new Shape(
                    "Integer",
                    new Reader.Lambda(value -> Code.call(
                            "Integer::within", divided(value, divisors), Code.text(some(min)), Code.text(some(max)))));
        }
        String low = min.map(BigInteger::toString).orElse("");
        String high = max.map(bound -> "=" + bound).orElse("");
        return new Shape(
                type.get(),
                new Reader.Lambda(value ->
                        Code.call(support.use("integer"), divided(value, divisors), Code.text(low + ".." + high))));
    }

    private static String some(Optional<BigInteger> bound) {
        return bound.map(number -> "Some(\"" + number + "\")").orElse("None");
    }

    private static Optional<BigInteger> least(Type.Range range) {
        return range.min().map(bound -> {
            BigInteger whole = bound.setScale(0, RoundingMode.CEILING).toBigInteger();
            boolean next = range.minExclusive() && new BigDecimal(whole).compareTo(bound) == 0;
            return next ? whole.add(BigInteger.ONE) : whole;
        });
    }

    private static Optional<BigInteger> greatest(Type.Range range) {
        return range.max().map(bound -> {
            BigInteger whole = bound.setScale(0, RoundingMode.FLOOR).toBigInteger();
            boolean next = range.maxExclusive() && new BigDecimal(whole).compareTo(bound) == 0;
            return next ? whole.subtract(BigInteger.ONE) : whole;
        });
    }

    /** Returns the primitive type for the bounds; none if only {@code Integer} holds all that they allow. */
    static Optional<String> integerType(Type.Range range) {
        if (range.min().isEmpty() && range.max().isEmpty()) {
            return Optional.empty();
        }
        boolean unsigned = least(range).filter(min -> min.signum() >= 0).isPresent();
        BigInteger low = least(range).orElse(I64_MIN);
        BigInteger high = greatest(range).orElse(unsigned ? U64_MAX : I64_MAX);
        for (String type : unsigned ? List.of("u16", "u32", "u64") : List.of("i32", "i64")) {
            if (low.compareTo(lowest(type)) >= 0 && high.compareTo(highest(type)) <= 0 && low.compareTo(high) <= 0) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static BigInteger lowest(String type) {
        return switch (type) {
            case "i32" -> BigInteger.valueOf(Integer.MIN_VALUE);
            case "i64" -> I64_MIN;
            default -> BigInteger.ZERO;
        };
    }

    private static BigInteger highest(String type) {
        return switch (type) {
            case "u16" -> BigInteger.valueOf(0xFFFF);
            case "u32" -> BigInteger.valueOf(0xFFFF_FFFFL);
            case "u64" -> U64_MAX;
            case "i32" -> BigInteger.valueOf(Integer.MAX_VALUE);
            case "i64" -> I64_MAX;
            default -> I128_MAX;
        };
    }

    private Shape number(Type.Range range, Use use) {
        String number = support.use("number");
        List<String> divisors = divisors(range, use);
        Optional<String> min = range.min().map(Types::f64).filter(bound -> !bound.isEmpty());
        Optional<String> max = range.max().map(Types::f64).filter(bound -> !bound.isEmpty());
        String bounds;
        if (min.isPresent() && range.minExclusive()) {
            collections.add("Bound");
            bounds = "(Bound::Excluded(" + min.get() + "), "
                    + max.map(bound -> (range.maxExclusive() ? "Bound::Excluded(" : "Bound::Included(") + bound + ")")
                            .orElse("Bound::Unbounded")
                    + ")";
        } else {
            bounds = min.orElse("") + ".."
                    + max.map(bound -> (range.maxExclusive() ? "" : "=") + bound)
                            .orElse("");
        }
        return new Shape(
                "f64", new Reader.Lambda(value -> Code.call(number, divided(value, divisors), Code.text(bounds))));
    }

    /** Returns the literal of a bound; empty if no f64 is beyond it. */
    private static String f64(BigDecimal bound) {
        double value = bound.doubleValue();
        if (Double.isInfinite(value)) {
            return "";
        }
        String text = bound.precision() <= 15 ? bound.toPlainString() : Double.toString(value);
        if (text.length() > 24) {
            text = Double.toString(value);
        }
        return text.contains(".") || text.contains("E") ? text.replace("E", "e") : text + ".0";
    }

    private List<String> divisors(Type.Range range, Use use) {
        return range.divisors().stream()
                .sorted()
                .flatMap(divisor -> predicates.divisor(divisor, use.location()).stream())
                .toList();
    }

    private Code divided(Code value, List<String> divisors) {
        Code checked = value;
        for (String divisor : divisors) {
            checked = Code.tried(Code.call(support.use("multiple"), checked, Code.text(divisor)));
        }
        return checked;
    }

    private Shape literal(List<Json> values, Use use) {
        if (values.stream().allMatch(Json.Str.class::isInstance)) {
            String name = names.freshType(upper(use.hint()));
            declared.add(new Constants(
                    name,
                    values.stream().map(value -> ((Json.Str) value).value()).toList()));
            return new Shape(name, new Reader.Path(name + "::try_from"));
        }
        Code allowed = Code.slice(
                values.stream().map(Canonical::text).map(Text::literal).toList());
        String literal = support.use("literal");
        Reader any = new Reader.Lambda(value -> Code.call(literal, value, allowed));
        if (values.stream().allMatch(Json.Bool.class::isInstance)) {
            return new Shape("bool", after("boolean", any));
        }
        if (values.stream().allMatch(value -> value instanceof Json.Num number && isSmall(number))) {
            return new Shape(
                    "i64",
                    new Reader.Lambda(
                            value -> Code.call(support.use("integer"), Code.tried(any.apply(value)), Code.text(".."))));
        }
        return new Shape("Value", any);
    }

    private static boolean isSmall(Json.Num number) {
        return number.isInteger()
                && number.value().precision() - number.value().scale() <= 19
                && number.value().toBigInteger().bitLength() < 64;
    }

    private Reader after(String part, Reader first) {
        return new Reader.Lambda(value -> Code.call(support.use(part), Code.tried(first.apply(value))));
    }

    private static String upper(String hint) {
        return hint.isEmpty() ? "Constant" : hint;
    }

    private Shape tuple(Type.Tuple tuple, Use use) {
        List<Shape> prefix = new ArrayList<>();
        for (int i = 0; i < tuple.prefix().size(); i++) {
            prefix.add(shape(tuple.prefix().get(i), use.part(i + 1)));
        }
        Optional<Shape> rest =
                tuple.rest() instanceof Type.Never ? Optional.empty() : Optional.of(shape(tuple.rest(), use.item()));
        Optional<Long> max = rest.isPresent()
                ? tuple.max()
                : Optional.of(Math.min(tuple.max().orElse(Long.MAX_VALUE), prefix.size()));
        Code items = Code.call(
                "Items::of",
                tuple.unique() ? Code.tried(Code.call(support.use("unique"), Code.text("value"))) : Code.text("value"),
                range(tuple.min(), max));
        support.use("Items");
        if (rest.isEmpty() && tuple.min() >= prefix.size() && prefix.size() <= LONGEST_TUPLE) {
            String parts = String.join(", ", prefix.stream().map(Shape::type).toList());
            String type = "(" + parts + (prefix.size() == 1 ? ",)" : ")");
            String function = names.function("read", use.hint());
            declared.add(new TupleFunction(function, type, prefix, items));
            return new Shape(type, new Reader.Path(function));
        }
        String name = names.freshType(upper(use.hint()));
        declared.add(new Positions(name, prefix, tuple.min(), rest, items));
        return new Shape(name, new Reader.Path(name + "::try_from"));
    }
}
