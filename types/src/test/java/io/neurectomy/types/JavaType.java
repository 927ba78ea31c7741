package io.neurectomy.types;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The generated classes by the names of their definitions, as any Jackson mapper reads and writes them. */
final class JavaType {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JavaType() {}

    static Optional<Class<?>> of(String definition) {
        try {
            return Optional.of(Class.forName(Agent.class.getPackageName() + "." + definition));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    static Object read(String definition, String json) {
        return JSON.readValue(json, of(definition).orElseThrow());
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }
}
