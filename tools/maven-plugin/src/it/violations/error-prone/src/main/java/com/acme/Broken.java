package com.acme;

import java.util.concurrent.CompletableFuture;

final class Broken {

    private Broken() {}

    static void run(Runnable task) {
        CompletableFuture.runAsync(task);
    }
}
