package com.example;

class ATest {
    @Test
    void plays() throws Exception {
        run(() -> Thread.sleep(100));
        // The clock of the file system has steps of a second.
        Thread.sleep(1000);
    }
}
