package app;

public class Agent<T> {
    public static final int LIMIT = 1;

    int hidden;

    protected Agent() {}

    public T start(T state) {
        throw new IllegalStateException("running");
    }

    public enum State {
        RUNNING
    }

    public record Point(int x) {}

    public @interface Marker {
        int value();
    }

    @Override
    public String toString() {
        return "agent";
    }

    interface Hidden {
        void run();
    }
}
