package com.acme.spring;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration
class Configuration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
