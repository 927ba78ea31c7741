package io.neurectomy.standard;

/** What a finding means for the verdict on the repository. */
public enum Severity {
    /** The repository doesn't conform. */
    ERROR,
    /** Worth a look; the repository conforms all the same. */
    WARNING
}
