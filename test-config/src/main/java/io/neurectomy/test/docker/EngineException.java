package io.neurectomy.test.docker;

/** What Docker answers where something can't be done: a status and a sentence for people. */
final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    EngineException(int status, String message) {
        super(message);
        this.status = status;
    }

    static EngineException badRequest(String message) {
        return new EngineException(400, message);
    }

    static EngineException notFound(String message) {
        return new EngineException(404, message);
    }

    static EngineException conflict(String message) {
        return new EngineException(409, message);
    }

    int status() {
        return status;
    }
}
