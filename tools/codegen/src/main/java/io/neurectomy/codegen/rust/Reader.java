package io.neurectomy.codegen.rust;

import java.util.function.UnaryOperator;

/** What reads a value of some type out of JSON: a function from a {@code Value} to a {@code Result}. */
sealed interface Reader {

    /** A function that has a name. */
    record Path(String name) implements Reader {}

    /** An expression over the value. */
    record Lambda(UnaryOperator<Code> body) implements Reader {}

    /** Returns the result of reading a value. */
    default Code apply(Code value) {
        return this instanceof Lambda lambda ? lambda.body().apply(value) : Code.call(((Path) this).name(), value);
    }

    /** Returns the function. */
    default Code function() {
        return this instanceof Lambda lambda
                ? new Code.Closure("v", lambda.body().apply(Code.text("v")))
                : Code.text(((Path) this).name());
    }
}
