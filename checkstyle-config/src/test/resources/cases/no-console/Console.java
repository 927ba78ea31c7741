package app;

import static java.lang.System.err;

import java.util.function.Consumer;

/** Prints. */
public final class Console {
    private Console() {}

    static void run(Exception e, Consumer<String> sink) {
        System.out.println("out");
        java.lang.System.err.print("err");
        err.println("static import");
        Consumer<String> print = System.out::println;
        e.printStackTrace();
        e.getCause().printStackTrace();
        Consumer<Exception> trace = Throwable::printStackTrace;
        Thread.dumpStack();
        sink.accept(String.valueOf(System.err));
    }

    static final class Failure extends RuntimeException {
        void show() {
            printStackTrace();
        }
    }
}
