package __package__;

import java.util.OptionalDouble;

/**
 * Running statistics over the samples of one __Name__, by Welford's method.
 *
 * <p>Not safe for use by several threads.
 */
public final class __Name__ {
    private long count;
    private double mean;
    private double squares;
    private double largest = Double.NEGATIVE_INFINITY;

    /** Creates statistics without samples. */
    public __Name__() {}

    /**
     * Adds samples.
     *
     * @param samples the samples, finite numbers
     * @return this
     * @throws IllegalArgumentException if a sample is not a finite number
     */
    public __Name__ add(double... samples) {
        for (double sample : samples) {
            if (!Double.isFinite(sample)) {
                throw new IllegalArgumentException("not a finite number: " + sample);
            }
            count++;
            double delta = sample - mean;
            mean += delta / count;
            squares += delta * (sample - mean);
            largest = Math.max(largest, sample);
        }
        return this;
    }

    /**
     * Returns the mean.
     *
     * @return the mean, or empty without samples
     */
    public OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /**
     * Returns the sample variance.
     *
     * @return the variance, or empty with fewer than two samples
     */
    public OptionalDouble variance() {
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(squares / (count - 1));
    }

    /**
     * Returns the largest sample.
     *
     * @return the largest sample, or negative infinity without samples
     */
    public double largest() {
        return largest;
    }
}
