package a;

/** A class that is stable. */
public @interface Stable {}
