package com.example;

@Disabled
class ATest {
    @Test
    @Ignore
    void a() {}
}
