package io.neurectomy.client;

/** Hears which deprecated operations are used. Called on the thread that received the answer, once per operation and client. */
@FunctionalInterface
public interface DeprecationListener {

    /**
     * Takes a notice.
     *
     * @param notice what the server said
     */
    void deprecated(DeprecationNotice notice);
}
