package com.acme.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.money.Price;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void addsThePricesUp() {
        assertEquals(new Price(3), new Order(List.of(new Price(1), new Price(2))).total());
    }
}
