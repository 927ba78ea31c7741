package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CustomerTest {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void readsAndWritesWhatTheSchemaAllows() {
        String json = "{\"name\":\"Ada\"}";
        Customer ada = mapper.readValue(json, Customer.class);
        assertEquals("Ada", ada.name());
        assertEquals(json, mapper.writeValueAsString(ada));
    }

    @Test
    void refusesWhatTheSchemaForbids() {
        assertThrows(JacksonException.class, () -> mapper.readValue("{}", Customer.class));
    }
}
