package io.neurectomy.codegen.python;

import io.neurectomy.codegen.schema.Assertion;

/** The keyword of an assertion, for messages. */
final class Keyword {

    private Keyword() {}

    static String of(Assertion assertion) {
        if (assertion instanceof Assertion.Never) {
            return "false";
        } else if (assertion instanceof Assertion.Values) {
            return "enum";
        } else if (assertion instanceof Assertion.Reference) {
            return "$ref";
        } else if (assertion instanceof Assertion.Types) {
            return "type";
        } else if (assertion instanceof Assertion.Conditional) {
            return "if";
        }
        String name = assertion.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
