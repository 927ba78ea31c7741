package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.schema.Assertion;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says why a value is refused, by the keyword that refuses it. */
final class Reasons {

    private static final int LONGEST_LIST = 5;

    private Reasons() {}

    static String of(Assertion assertion) {
        if (assertion instanceof Assertion.Never) {
            return "no value is allowed";
        } else if (assertion instanceof Assertion.Required required
                && required.names().size() <= LONGEST_LIST) {
            return "a member of " + String.join(", ", required.names()) + " is missing";
        } else if (assertion instanceof Assertion.DependentRequired dependent
                && dependent.names().size() <= LONGEST_LIST) {
            return dependent.names().entrySet().stream()
                    .map(entry -> entry.getKey() + " needs " + String.join(", ", entry.getValue()))
                    .collect(Collectors.joining("; "));
        } else if (assertion instanceof Assertion.OneOf) {
            return "not exactly one of the schemas in `oneOf` holds";
        } else if (assertion instanceof Assertion.AnyOf) {
            return "none of the schemas in `anyOf` holds";
        } else if (assertion instanceof Assertion.Not) {
            return "the schema in `not` holds";
        } else if (assertion instanceof Assertion.Reference) {
            return "a member or an item that no schema describes is not allowed, or another rule about the whole does not hold";
        } else if (assertion instanceof Assertion.Conditional) {
            return "the schema that `if` chooses does not hold";
        }
        return "`" + keyword(assertion) + "` does not hold";
    }

    private static String keyword(Assertion assertion) {
        if (assertion instanceof Assertion.Types) {
            return "type";
        } else if (assertion instanceof Assertion.Values) {
            return "enum";
        }
        String name = assertion.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
