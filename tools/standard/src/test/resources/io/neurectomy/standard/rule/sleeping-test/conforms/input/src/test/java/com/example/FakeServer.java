package com.example;

class FakeServer {
    void answerLate() throws Exception {
        Thread.sleep(100);
    }
}
