package io.neurectomy.test.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that has to hold for all documents of the schemas that its {@link FromSchema} parameters name.
 *
 * <p>The method is called once for each document, on one instance: {@code @BeforeEach} runs once. When a call fails, the
 * document is made smaller as long as it still fails, and the failure shows it with the seed that repeats the run,
 * {@code -Dschema.seed=…}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(SchemaTestExtension.class)
public @interface SchemaTest {

    /**
     * Returns how many documents are tried.
     *
     * @return the number of calls of a test that passes
     */
    int documents() default 100;
}
