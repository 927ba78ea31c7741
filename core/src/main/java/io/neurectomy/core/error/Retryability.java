package io.neurectomy.core.error;

/** Says whether the same call, sent once more unchanged, can succeed and does no harm. */
public enum Retryability {
    /** It fails again: something else must change first. */
    NEVER,

    /** Nothing happened yet, so the call can be sent again after a pause, whatever it does. */
    SAFE,

    /** It is not known whether the call took effect, so only one that may take effect twice can be sent again. */
    IF_IDEMPOTENT
}
