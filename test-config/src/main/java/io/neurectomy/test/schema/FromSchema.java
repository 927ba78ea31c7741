package io.neurectomy.test.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link SchemaTest} that gets documents of a schema.
 *
 * <p>A parameter of the type {@link InvalidDocument} gets invalid documents. Others get valid ones: a {@code String} or
 * a Jackson 3 {@code JsonNode} the document itself, any other type what Jackson 3's plain {@code JsonMapper} reads.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromSchema {

    /**
     * Names the schema.
     *
     * @return a resource beside the test class, else at the root of the class path, else a file
     */
    String value();
}
