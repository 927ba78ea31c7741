package io.neurectomy.core.lifecycle;

/** What can be asked of a container, or reported of it. */
public enum ContainerCommand {
    /** Starts its process. */
    START,

    /** Freezes its processes. */
    PAUSE,

    /** Lets frozen processes go on. */
    RESUME,

    /** Says that its process ended, by itself, stopped or killed. */
    EXIT,

    /** Says that the engine can't use it any more. */
    DIE
}
