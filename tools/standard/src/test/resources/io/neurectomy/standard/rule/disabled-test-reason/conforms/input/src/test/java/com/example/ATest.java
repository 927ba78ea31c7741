package com.example;

class ATest {
    @Test
    @Disabled("issue 418")
    void a() {}

    @Test
    @Ignore(Reasons.SLOW)
    void b() {}
}
