package com.example;

class ATest {
    private final Harness harness = new Harness();

    @Test
    void asserts() {
        assertThat(1).isEqualTo(1);
    }

    @Test
    void assertsByAMethodOfItsOwn() {
        step("a");
    }

    @Test(expected = IllegalStateException.class)
    public void expects() {
        "a".trim();
    }

    @Test
    void isHeldByOtherTestCode() {
        harness.run("a");
    }

    private void step(String a) {
        if (a.isBlank()) {
            throw new AssertionError();
        }
    }
}
