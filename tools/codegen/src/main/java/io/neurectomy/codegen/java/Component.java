package io.neurectomy.codegen.java;

import com.palantir.javapoet.TypeName;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Type;
import java.util.Optional;

/**
 * What a member of an object, an item of a tuple or the value of a wrapper is in Java.
 *
 * @param name its name in Java, unique in its class
 * @param jsonName its name in JSON
 * @param at the pointer to it from the value it is part of
 * @param type its type in the model
 * @param mode how absence and {@code null} look
 * @param java its Java type as a component, with its nullness
 * @param javadoc what it says
 * @param constant its value, if the mode is {@link Mode#CONSTANT}
 */
record Component(
        String name,
        String jsonName,
        String at,
        Type type,
        Mode mode,
        TypeName java,
        String javadoc,
        Optional<Json> constant) {

    /** How absence and {@code null} look. */
    enum Mode {
        /** Always there and always the same, so it is no component. */
        CONSTANT,
        /** Always there and never {@code null}. */
        VALUE,
        /** Always there; {@code null} is {@code null}. */
        NULLABLE,
        /** The members that have no component of their own. */
        EXTRAS,
        /** Absent if {@code null}. */
        OPTIONAL,
        /** Absent, {@code null} or a value. */
        PRESENCE
    }

    boolean isComponent() {
        return mode != Mode.CONSTANT;
    }

    boolean isRequired() {
        return mode == Mode.CONSTANT || mode == Mode.VALUE || mode == Mode.NULLABLE;
    }
}
