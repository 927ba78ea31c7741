package app.helpers.text;

/** Is a type. */
public interface InHelpers {}
