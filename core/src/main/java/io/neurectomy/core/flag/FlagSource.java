package io.neurectomy.core.flag;

/** Where the setting of a flag comes from. */
public enum FlagSource {
    /** Nobody set it: the declared default. */
    DEFAULT,

    /** An operator set the environment variable. */
    ENVIRONMENT,

    /** A test or a program set it over everything else. */
    OVERRIDE
}
