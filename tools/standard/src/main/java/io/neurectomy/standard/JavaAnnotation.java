package io.neurectomy.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as it is written.
 *
 * @param name its simple name, without package
 * @param values what is written for each element; the texts of string literals, other expressions as source code
 * @param line line, counted from 1
 */
public record JavaAnnotation(String name, Map<String, List<String>> values, int line) {
    /**
     * Copies the map.
     *
     * @param name its simple name
     * @param values what is written for each element
     * @param line line
     */
    public JavaAnnotation {
        values = Map.copyOf(values);
    }

    /**
     * Returns what is written for an element.
     *
     * @param element the element's name
     * @return the first value, empty if there is none
     */
    public Optional<String> value(String element) {
        return values.getOrDefault(element, List.of()).stream().findFirst();
    }
}
