package app.utility.bills;

/** Is a type. */
public interface InUtility {}
