package io.neurectomy.standard;

import java.util.Optional;

/**
 * A repair that needs no thought, as a value: what to change, not how. A rule offers one only where there is a single right
 * answer and no build that passed would fail by it.
 */
public sealed interface Repair {
    /**
     * Returns where it changes something.
     *
     * @return path relative to the repository's folder
     */
    String file();

    /**
     * Says what is done, for the line that is printed.
     *
     * @return a place and a few words, such as {@code core/pom.xml:14: <version> removed}
     */
    String description();

    /**
     * Removes an element of a POM with all that is in it.
     *
     * @param file the POM
     * @param element an element of it, as it was read
     */
    record RemoveElement(String file, Element element) implements Repair {
        @Override
        public String description() {
            return new Place(file, element.line()) + ": <" + element.name() + "> removed";
        }
    }

    /**
     * Gives an element of a POM a child with a text, or the child another text.
     *
     * @param file the POM
     * @param element an element of it, as it was read
     * @param child name of the child
     * @param text what the child is to say
     */
    record SetChild(String file, Element element, String child, String text) implements Repair {
        @Override
        public String description() {
            return new Place(file, element.line()) + ": <" + child + "> set to " + text;
        }
    }

    /**
     * Sets a property of a POM.
     *
     * @param file the POM
     * @param name the property's name
     * @param value its value
     */
    record SetProperty(String file, String name, String value) implements Repair {
        @Override
        public String description() {
            return file + ": <" + name + "> set to " + value;
        }
    }

    /**
     * Creates a file that is not there.
     *
     * @param file path relative to the repository's folder
     * @param text the whole text
     */
    record CreateFile(String file, String text) implements Repair {
        @Override
        public String description() {
            return file + ": written";
        }
    }

    /**
     * Changes or removes the one line of a text file that reads so.
     *
     * @param file path relative to the repository's folder
     * @param line the line as it is, without its end
     * @param by what it is to read; empty to remove it
     */
    record ReplaceLine(String file, String line, Optional<String> by) implements Repair {
        @Override
        public String description() {
            return file + ": " + by.map(text -> "now reads " + text).orElse("no longer holds " + line);
        }
    }
}
