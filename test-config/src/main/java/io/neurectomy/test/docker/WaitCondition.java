package io.neurectomy.test.docker;

/** What a client waits for. */
enum WaitCondition {
    /** The container does not run, which may be so already. */
    NOT_RUNNING,
    /** The container exits after the request. */
    NEXT_EXIT,
    /** The container is removed. */
    REMOVED;

    static WaitCondition parse(String text) {
        return switch (text) {
            case "", "not-running" -> NOT_RUNNING;
            case "next-exit" -> NEXT_EXIT;
            case "removed" -> REMOVED;
            default -> throw EngineException.badRequest("invalid condition: \"" + text + "\"");
        };
    }
}
