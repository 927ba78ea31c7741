package app;

/** Is incomplete. */
public class Incomplete<T> {
    /**
     * Starts it.
     *
     * @param state the state
     */
    public <S> S start(T state, S signal) throws java.io.IOException {
        return signal;
    }

    /** Is a point. */
    public record Point(int x) {}
}
