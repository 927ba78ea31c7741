package io.neurectomy.core.lifecycle;

/** What can be asked of a workflow, or reported of it. */
public enum WorkflowCommand {
    /** Begins, resumes or repeats its run. */
    START,

    /** Interrupts the run, to be resumed. */
    PAUSE,

    /** Says that every node is done. */
    COMPLETE,

    /** Says that the run can't go on. */
    FAIL,

    /** Gives the run up because somebody asked for it. */
    CANCEL
}
