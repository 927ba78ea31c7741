package io.neurectomy.standard;

import java.util.List;

/**
 * A document in Markdown.
 *
 * @param file the file
 * @param links the links that lead to files of the repository, in their order
 */
public record Document(SourceFile file, List<Link> links) {
    /**
     * Copies the list.
     *
     * @param file the file
     * @param links its links
     */
    public Document {
        links = List.copyOf(links);
    }

    /**
     * A link to a file of the repository, or to a heading in one.
     *
     * @param line line of the link, counted from 1
     * @param target where it leads, as it is written
     * @param state whether there is something
     */
    public record Link(int line, String target, State state) {}

    /** What is at the end of a link. */
    public enum State {
        /** The file, and the heading if the link names one. */
        THERE,
        /** There is no such file. */
        NO_FILE,
        /** The file has no such heading. */
        NO_HEADING
    }
}
