package app;

import org.junit.jupiter.api.Test;

interface StoreContract {
    @Test
    default void keepsTheOrder() {}
}
