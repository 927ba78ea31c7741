package app;

/**
 * Is signed.
 *
 * @author somebody
 */
public interface Signed {}
