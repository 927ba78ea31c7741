package io.neurectomy.codegen.model;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Declaration.Kind;
import io.neurectomy.codegen.schema.Evaluator;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents as the code of a perfect back end would: by shape and residual. So a test can ask whether a model decides
 * what its schema decides, whatever language is to come.
 */
final class ModelReader {

    private final Model model;
    private final Evaluator evaluator;
    private final Map<String, SchemaId> residuals = new HashMap<>();

    ModelReader(Model model) {
        this.model = model;
        List<Schema> schemas = new ArrayList<>(model.graph().schemas());
        for (Declaration declaration : model.declarations().values()) {
            SchemaId id = new SchemaId(schemas.size());
            residuals.put(declaration.name(), id);
            schemas.add(new Schema(
                    id,
                    new Location("residual", 1, 1, ""),
                    "",
                    false,
                    declaration.residual(),
                    Schema.Annotations.NONE));
        }
        this.evaluator = new Evaluator(new SchemaGraph(model.graph().root(), schemas));
    }

    boolean reads(Json document) {
        return reads(new Type.Named(model.root()), document);
    }

    private boolean reads(Type type, Json value) {
        if (type instanceof Type.Any) {
            return true;
        } else if (type instanceof Type.Never) {
            return false;
        } else if (type instanceof Type.Null) {
            return value instanceof Json.Null;
        } else if (type instanceof Type.Bool) {
            return value instanceof Json.Bool;
        } else if (type instanceof Type.Int integer) {
            return value instanceof Json.Num number && number.isInteger() && within(integer.range(), number.value());
        } else if (type instanceof Type.Num some) {
            return value instanceof Json.Num number && within(some.range(), number.value());
        } else if (type instanceof Type.Text text) {
            return value instanceof Json.Str string && matches(text, string.value());
        } else if (type instanceof Type.Literal literal) {
            return literal.values().contains(value);
        } else if (type instanceof Type.Nullable nullable) {
            return value instanceof Json.Null || reads(nullable.type(), value);
        } else if (type instanceof Type.Array array) {
            return value instanceof Json.Arr items
                    && isCount(items.items().size(), array.min(), array.max())
                    && (!array.unique() || isUnique(items))
                    && items.items().stream().allMatch(item -> reads(array.item(), item));
        } else if (type instanceof Type.Tuple tuple) {
            return value instanceof Json.Arr items && reads(tuple, items);
        } else if (type instanceof Type.Dictionary dictionary) {
            return value instanceof Json.Obj object
                    && isCount(object.members().size(), dictionary.min(), dictionary.max())
                    && object.members().values().stream().allMatch(item -> reads(dictionary.value(), item));
        }
        return reads(model.declaration(((Type.Named) type).name()), value);
    }

    private boolean reads(Type.Tuple tuple, Json.Arr items) {
        boolean read = isCount(items.items().size(), tuple.min(), tuple.max()) && (!tuple.unique() || isUnique(items));
        for (int i = 0; read && i < items.items().size(); i++) {
            read = reads(
                    i < tuple.prefix().size() ? tuple.prefix().get(i) : tuple.rest(),
                    items.items().get(i));
        }
        return read;
    }

    private boolean reads(Declaration declaration, Json value) {
        if (!evaluator.isValid(residuals.get(declaration.name()), value)) {
            return false;
        }
        if (declaration instanceof Declaration.Obj object) {
            return value instanceof Json.Obj members && reads(object, members);
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            return value instanceof Json.Str string && enumeration.values().contains(string.value());
        } else if (declaration instanceof Declaration.Union union) {
            return union.variants().stream()
                    .filter(variant -> isTaken(union, variant, value))
                    .findFirst()
                    .map(variant -> reads(variant.type(), value))
                    .orElse(false);
        }
        return reads(((Declaration.Alias) declaration).type(), value);
    }

    private boolean isTaken(Declaration.Union union, Declaration.Variant variant, Json value) {
        boolean candidate = variant.kinds().contains(kindOf(value));
        if (candidate && !variant.tags().isEmpty()) {
            Json tag = ((Json.Obj) value).members().get(union.tag().orElseThrow());
            candidate = tag instanceof Json.Str text && variant.tags().contains(text.value());
        }
        return candidate && (!variant.trial() || evaluator.isValid(variant.schema(), value));
    }

    private boolean reads(Declaration.Obj object, Json.Obj value) {
        Map<String, Json> rest = new HashMap<>(value.members());
        for (Declaration.Property property : object.properties()) {
            Json member = rest.remove(property.jsonName());
            if (member == null ? property.required() : !reads(property.type(), member)) {
                return false;
            }
        }
        return isCount(value.members().size(), object.minProperties(), object.maxProperties())
                && rest.values().stream().allMatch(member -> reads(object.additional(), member));
    }

    private static Kind kindOf(Json value) {
        if (value instanceof Json.Null) {
            return Kind.NULL;
        } else if (value instanceof Json.Bool) {
            return Kind.BOOLEAN;
        } else if (value instanceof Json.Num) {
            return Kind.NUMBER;
        } else if (value instanceof Json.Str) {
            return Kind.STRING;
        }
        return value instanceof Json.Arr ? Kind.ARRAY : Kind.OBJECT;
    }

    private boolean matches(Type.Text text, String value) {
        return isCount(value.codePointCount(0, value.length()), text.minLength(), text.maxLength())
                && text.patterns().stream().allMatch(pattern -> evaluator.matches(pattern, value));
    }

    private static boolean within(Type.Range range, BigDecimal value) {
        return range.min()
                        .map(min -> value.compareTo(min) >= (range.minExclusive() ? 1 : 0))
                        .orElse(true)
                && range.max()
                        .map(max -> value.compareTo(max) <= (range.maxExclusive() ? -1 : 0))
                        .orElse(true)
                && range.divisors().stream()
                        .allMatch(divisor -> value.remainder(divisor).signum() == 0);
    }

    private static boolean isCount(long count, long min, Optional<Long> max) {
        return count >= min && count <= max.orElse(Long.MAX_VALUE);
    }

    private static boolean isUnique(Json.Arr array) {
        return new HashSet<>(array.items()).size() == array.items().size();
    }
}
