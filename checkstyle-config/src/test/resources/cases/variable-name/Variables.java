package app;

import java.util.function.UnaryOperator;

/** Holds variables. */
public final class Variables {
    private static int Count;
    private final int max_size = 1;

    private Variables() {}

    record Point(int X) {}

    static int sum(int First, Object other) {
        final int Second = 1;
        int third_one = 2;
        UnaryOperator<Integer> plus = Value -> Value + 1;
        try {
            Count++;
        } catch (IllegalStateException Ex) {
            throw Ex;
        }
        return other instanceof Integer Number ? Number : First + Second + third_one + plus.apply(1);
    }
}
