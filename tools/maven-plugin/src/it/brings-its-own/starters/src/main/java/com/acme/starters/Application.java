package com.acme.starters;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootApplication
class Application {

    @Bean
    Counter counter(JdbcTemplate jdbc) {
        return new Counter(jdbc);
    }

    static final class Counter {
        private final JdbcTemplate jdbc;

        Counter(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        boolean answers() {
            return Integer.valueOf(1).equals(jdbc.queryForObject("select 1", Integer.class));
        }
    }
}
