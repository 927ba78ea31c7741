package io.neurectomy.standard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An XML element with what a rule needs to judge it and to point at it.
 *
 * @param name local name
 * @param text the text directly inside it, without white space at its ends
 * @param line line of its start tag, counted from 1
 * @param comment text of the comment that stands directly above it (no element and no blank line between), or empty
 * @param innerComments texts of the comments directly inside it, in their order
 * @param children the elements directly inside it, in their order
 */
public record Element(
        String name, String text, int line, String comment, List<String> innerComments, List<Element> children) {
    /**
     * Copies the lists.
     *
     * @param name local name
     * @param text the text directly inside it
     * @param line line of its start tag
     * @param comment comment directly above it, or empty
     * @param innerComments comments directly inside it
     * @param children elements directly inside it
     */
    public Element {
        innerComments = List.copyOf(innerComments);
        children = List.copyOf(children);
    }

    /**
     * Returns the elements that are reached by a path of names.
     *
     * @param path names from a child of this element downwards, at least one
     * @return all that match, in document order
     */
    public Stream<Element> all(String... path) {
        Stream<Element> reached = Stream.of(this);
        for (String step : path) {
            reached = reached.flatMap(e -> e.children.stream()).filter(e -> e.name.equals(step));
        }
        return reached;
    }

    /**
     * Returns the first element that is reached by a path of names.
     *
     * @param path names from a child of this element downwards, at least one
     * @return the element, empty if there is none
     */
    public Optional<Element> first(String... path) {
        return all(path).findFirst();
    }

    /**
     * Returns the text of a child.
     *
     * @param child the child's name
     * @param otherwise what to return if there is no such child or it is empty
     * @return the text
     */
    public String text(String child, String otherwise) {
        return first(child).map(Element::text).filter(t -> !t.isEmpty()).orElse(otherwise);
    }

    /**
     * Tells whether a comment above or inside this element gives a reason: at least three words that are not markup
     * put out of use.
     *
     * @return true if there is such a comment
     */
    public boolean explained() {
        return Stream.concat(Stream.of(comment), innerComments.stream())
                .map(String::strip)
                .anyMatch(c -> !c.startsWith("<") && c.split("\\s+").length >= 3);
    }
}
