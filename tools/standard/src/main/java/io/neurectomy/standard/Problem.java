package io.neurectomy.standard;

/**
 * Something that kept a part of the repository from being read.
 *
 * @param kind what sort of thing
 * @param place where it was noticed
 * @param message what is wrong, one sentence without a period at its end
 */
public record Problem(Kind kind, Place place, String message) {
    /** The sorts of problems. */
    public enum Kind {
        /** A POM that can't be read. */
        POM,
        /** An entry in {@code <modules>} that leads nowhere, out of the repository or in a circle. */
        MODULE,
        /** Another file that can't be read or isn't read. */
        FILE
    }
}
