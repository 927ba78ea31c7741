package io.neurectomy.core.lifecycle;

/** What can be asked of an agent, or reported of it. */
public enum AgentCommand {
    /** Begins or resumes work. */
    START,

    /** Interrupts work, to be resumed. */
    PAUSE,

    /** Ends work, or clears an error. */
    STOP,

    /** Says that it can't go on. */
    FAIL,

    /** Says that its work is done. */
    COMPLETE
}
