package io.neurectomy.standard;

/** What a finding means for the verdict on the repository. */
public enum Severity {
    /** The repository doesn't conform. */
    ERROR(3),
    /** Worth a look; the repository conforms all the same. */
    WARNING(1);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /**
     * Returns how much a rule of this severity counts in the score of its dimension, unless it says otherwise.
     *
     * @return a number above 0
     */
    public int weight() {
        return weight;
    }
}
