package app;

/** Holds types. */
public final class Outer {
    private Outer() {}

    static class AgentHelper {}
}
