package com.acme.spring;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ConfigurationTest {

    @Test
    void hasAClock() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Configuration.class)) {
            assertNotNull(context.getBean(InstantSource.class));
        }
    }
}
