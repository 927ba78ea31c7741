package com.example;

class Fixtures {
    @Test
    void isDataForATest() {}
}
