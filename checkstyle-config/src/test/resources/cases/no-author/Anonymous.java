package app;

/**
 * Is about mail@author.example and the tag {@literal @author}.
 *
 * @see String
 */
public interface Anonymous {}
