package io.neurectomy.test.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that a test class or test method needs services, which a parameter of type {@link Services} leads to.
 *
 * <p>Each service is the one that its variable names ({@link Service#urlVariable()}); where there is none, a container of
 * its image by Testcontainers, one for the whole run. Where neither can be had, the tests are skipped, and the end of the run
 * says so; with {@code CI=true} or {@code NEURECTOMY_TEST_SERVICES=required} they fail. A URL that nobody answers always
 * fails.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsServiceExtension.class)
public @interface NeedsService {
    /**
     * Returns what is needed.
     *
     * @return one service or more
     */
    Service[] value();
}
