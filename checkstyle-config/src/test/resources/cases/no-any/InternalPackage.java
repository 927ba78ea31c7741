package app.internal.store;

/** Is nobody's API. */
public class InternalPackage {
    /**
     * Finds a value.
     *
     * @param key the key
     * @return the value
     */
    public Object find(Object key) {
        return key;
    }
}
