package com.example;

@SpringBootTest
class ContextTest {
    @Test
    void contextLoads() {}
}
