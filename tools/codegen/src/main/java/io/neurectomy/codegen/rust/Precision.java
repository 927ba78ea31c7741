package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which numbers of a model are more than Rust's own types, or serde_json without its features, can hold. */
final class Precision {

    private Precision() {}

    /** Returns whether a value of the model can hold a number that is not exact in serde_json without features. */
    static boolean isNeeded(Model model) {
        return model.declarations().values().stream()
                .anyMatch(declaration -> any(declaration, Precision::isOfAnySize)
                        || !declaration.residual().isEmpty());
    }

    private static boolean isOfAnySize(Type type) {
        return type instanceof Type.Any
                || type instanceof Type.Num
                || (type instanceof Type.Int integer
                        && Types.integerType(integer.range()).isEmpty())
                || (type instanceof Type.Literal literal
                        && literal.values().stream().anyMatch(value -> !(value instanceof Json.Str)));
    }

    /** Returns what the code does not keep or read although it is valid, each once at the first place. */
    static List<Finding> findings(Model model) {
        List<Finding> findings = new ArrayList<>();
        first(model, Precision::isHalfBounded)
                .ifPresent(declaration -> findings.add(new Finding(
                        "bounded-integer",
                        Finding.Severity.WARNING,
                        declaration.location(),
                        "'type' integer with only one of 'minimum' and 'maximum' is read into 64 bits here and wherever else it"
                                + " stands: a greater one is refused. Add the other bound.")));
        first(model, Type.Num.class::isInstance)
                .ifPresent(declaration -> findings.add(new Finding(
                        "rounded-number",
                        Finding.Severity.WARNING,
                        declaration.location(),
                        "'type' number is read as f64 here and wherever else it stands: more than 17 digits are rounded,"
                                + " and an integer that f64 does not hold is refused. Use 'type' integer for those.")));
        return findings;
    }

    private static boolean isHalfBounded(Type type) {
        return type instanceof Type.Int integer
                && integer.range().min().isPresent() != integer.range().max().isPresent()
                && Types.integerType(integer.range()).isPresent();
    }

    private static Optional<Declaration> first(Model model, Predicate<Type> wanted) {
        return model.declarations().values().stream()
                .filter(declaration -> any(declaration, wanted))
                .findFirst();
    }

    private static boolean any(Declaration declaration, Predicate<Type> wanted) {
        return Usage.all(declaration).stream().anyMatch(type -> any(type, wanted));
    }

    private static boolean any(Type type, Predicate<Type> wanted) {
        if (wanted.test(type)) {
            return true;
        } else if (type instanceof Type.Nullable nullable) {
            return any(nullable.type(), wanted);
        } else if (type instanceof Type.Array array) {
            return any(array.item(), wanted);
        } else if (type instanceof Type.Tuple tuple) {
            return any(tuple.rest(), wanted) || tuple.prefix().stream().anyMatch(item -> any(item, wanted));
        } else if (type instanceof Type.Dictionary dictionary) {
            return any(dictionary.value(), wanted);
        }
        return false;
    }
}
