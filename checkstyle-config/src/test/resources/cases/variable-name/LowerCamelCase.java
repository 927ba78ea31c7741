package app;

import java.util.function.IntBinaryOperator;

/** Holds variables. */
public final class LowerCamelCase {
    private int xPosition;

    private LowerCamelCase() {}

    int sum(LowerCamelCase this, int iPv4) {
        IntBinaryOperator plus = (a, b) -> a + b;
        for (int i = 0; i < iPv4; i++) {
            xPosition = plus.applyAsInt(xPosition, i);
        }
        return xPosition;
    }
}
