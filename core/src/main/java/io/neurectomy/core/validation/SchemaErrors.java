package io.neurectomy.core.validation;

import com.networknt.schema.Error;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import io.neurectomy.core.internal.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says what the validator found, once and in our words. */
final class SchemaErrors {

    private static final Set<String> UNIONS = Set.of("oneOf", "anyOf");
    private static final Set<String> NO_SUCH_MEMBER = Set.of("additionalProperties", "unevaluatedProperties");

    private static final int LONGEST = 120;

    private SchemaErrors() {}

    static List<ValidationError> of(List<Error> found, boolean withLines) {
        List<Error> errors = new ArrayList<>(found);
        List<ValidationError> unions = new ArrayList<>();
        for (Error union : found) {
            if (UNIONS.contains(union.getKeyword())) {
                unions.addAll(narrow(union, errors, withLines));
            }
        }
        List<ValidationError> result = new ArrayList<>(unions);
        errors.forEach(error -> result.add(of(error, withLines)));
        return result.stream().distinct().toList();
    }

    /**
     * Leaves of a union's errors those of the variants that the document means to be. A variant is meant unless one of its
     * constants differs, which is how unions are told apart here.
     */
    private static List<ValidationError> narrow(Error union, List<Error> errors, boolean withLines) {
        String path = union.getEvaluationPath() + "/";
        List<Error> below = errors.stream()
                .filter(error -> error.getEvaluationPath().toString().startsWith(path))
                .toList();
        if (below.isEmpty()) {
            // More than one variant fits; there is nothing to leave.
            return List.of();
        }
        List<Error> constants = below.stream()
                .filter(error -> error.getKeyword().equals("const"))
                .toList();
        Set<String> excluded =
                constants.stream().map(error -> branch(path, error)).collect(Collectors.toSet());
        Set<String> branches = below.stream().map(error -> branch(path, error)).collect(Collectors.toSet());
        errors.remove(union);
        errors.removeIf(error ->
                error.getEvaluationPath().toString().startsWith(path) && excluded.contains(branch(path, error)));
        if (!excluded.equals(branches)) {
            keepShared(path, errors, branches.size() - excluded.size());
            return List.of();
        }
        Error first = constants.get(0);
        Set<String> allowed = constants.stream()
                .map(error -> error.getSchemaNode().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(new ValidationError(
                pointer(first), line(first, withLines), "const", oneOf(allowed), actual(first.getInstanceNode())));
    }

    /** Leaves what is wrong in each variant that may be meant, such as that the member is missing which tells. */
    private static void keepShared(String path, List<Error> errors, int variants) {
        Map<ValidationError, Set<String>> branches = new HashMap<>();
        for (Error error : errors) {
            if (error.getEvaluationPath().toString().startsWith(path)) {
                branches.computeIfAbsent(of(error, false), same -> new HashSet<>())
                        .add(branch(path, error));
            }
        }
        if (branches.values().stream().anyMatch(where -> where.size() == variants)) {
            errors.removeIf(error -> error.getEvaluationPath().toString().startsWith(path)
                    && branches.getOrDefault(of(error, false), Set.of()).size() < variants);
        }
    }

    private static String branch(String path, Error error) {
        String rest = error.getEvaluationPath().toString().substring(path.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static ValidationError of(Error error, boolean withLines) {
        String keyword = error.getKeyword();
        JsonNode value = error.getInstanceNode();
        if (NO_SUCH_MEMBER.contains(keyword)) {
            String member = Objects.requireNonNullElse(error.getProperty(), "");
            return new ValidationError(
                    pointer(error) + "/" + member.replace("~", "~0").replace("/", "~1"),
                    line(error, withLines),
                    keyword,
                    "no such member",
                    actual(value.path(member)));
        }
        if (keyword.equals("required")) {
            return new ValidationError(
                    pointer(error),
                    line(error, withLines),
                    keyword,
                    "a member " + QuotedText.of(Objects.requireNonNullElse(error.getProperty(), "")),
                    actual(value) + " without it");
        }
        return new ValidationError(pointer(error), line(error, withLines), keyword, expected(error), actual(value));
    }

    private static String expected(Error error) {
        JsonNode schema = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> schema.isArray() ? oneOf(texts(schema)) : "type " + schema.asString("");
            case "enum" -> oneOf(texts(schema));
            case "const" -> schema.toString();
            case "pattern" -> "text that matches " + schema.asString("");
            case "minLength" -> "at least " + schema + " characters";
            case "maxLength" -> "at most " + schema + " characters";
            case "minItems" -> "at least " + schema + " items";
            case "maxItems" -> "at most " + schema + " items";
            case "minimum" -> "at least " + schema;
            case "maximum" -> "at most " + schema;
            case "exclusiveMinimum" -> "more than " + schema;
            case "exclusiveMaximum" -> "less than " + schema;
            case "oneOf" -> "exactly one variant of the union";
            case "not" -> "nothing of " + schema;
            default -> error.getKeyword() + " " + schema;
        };
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::toString).toList();
    }

    private static String oneOf(Iterable<String> values) {
        return "one of " + String.join(", ", values);
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static int line(Error error, boolean withLines) {
        if (!withLines) {
            return 0;
        }
        return error.getInstanceNode() instanceof TokenStreamLocationAware node
                ? Math.max(0, node.tokenStreamLocation().getLineNr())
                : 0;
    }

    private static String actual(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> QuotedText.of(value.stringValue());
            case OBJECT -> "an object";
            case ARRAY -> "an array of " + value.size();
            case MISSING -> "nothing";
            default -> oneLine(value.toString());
        };
    }

    /** Numbers may be as long as a text, and messages of the parser quote it. */
    static String oneLine(String text) {
        String line = text.codePoints()
                .limit(LONGEST)
                .map(character -> character < ' ' || character > '~' ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() > LONGEST ? line + "…" : line;
    }
}
