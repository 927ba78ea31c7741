package com.example;

class ATest {
    @Test
    void waits() throws Exception {
        Thread.sleep(100);
        TimeUnit.SECONDS.sleep(1);
    }
}
