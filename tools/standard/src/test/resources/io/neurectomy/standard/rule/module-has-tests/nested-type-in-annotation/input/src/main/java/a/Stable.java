package a;

public @interface Stable {
    enum Level { A }
}
