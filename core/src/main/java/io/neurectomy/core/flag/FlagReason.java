package io.neurectomy.core.flag;

/** Why a flag has its value in a context. The names are OpenFeature's. */
public enum FlagReason {
    /** It was set for everyone, by the environment or an override. */
    STATIC,

    /** Nobody set it and no rule matched: the declared default. */
    DEFAULT,

    /** A rule matched the attributes. */
    TARGETING_MATCH,

    /** A rule matched the attributes, and its percentage the targeting key. */
    SPLIT,

    /** A rule has a percentage, and the context has no targeting key to take it of: the declared default. */
    TARGETING_KEY_MISSING
}
