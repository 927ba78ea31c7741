package com.acme.starters;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ApplicationTest {

    @Test
    void asksItsDatabase() {
        try (ConfigurableApplicationContext context = SpringApplication.run(Application.class)) {
            assertTrue(context.getBean(Application.Counter.class).answers());
        }
    }
}
