package io.neurectomy.standard;

/**
 * A property that a file of the repository sets for the build: in {@code <properties>} of a POM or as {@code -D} in
 * {@code .mvn/maven.config}.
 *
 * @param name the property's name
 * @param value its value without white space at its ends
 * @param place where it is set
 */
public record Setting(String name, String value, Place place) {}
