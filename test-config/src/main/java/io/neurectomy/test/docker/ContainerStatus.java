package io.neurectomy.test.docker;

import java.util.Locale;

/** What a container is doing. */
public enum ContainerStatus {
    /** It has not been started yet. */
    CREATED,
    /** It was started and has not exited. */
    RUNNING,
    /** It was started and is frozen. */
    PAUSED,
    /** It was started and has exited. */
    EXITED;

    /** The word that Docker has for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a process: a paused one counts. */
    boolean isAlive() {
        return this == RUNNING || this == PAUSED;
    }
}
