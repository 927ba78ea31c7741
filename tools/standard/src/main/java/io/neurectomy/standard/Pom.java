package io.neurectomy.standard;

import io.neurectomy.standard.internal.XmlReader;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A POM as it is written, before Maven adds anything.
 *
 * @param file path relative to the repository's folder; for a POM outside the repository its coordinates
 * @param project the document's {@code <project>} element
 */
public record Pom(String file, Element project) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}]+)}");

    /**
     * Reads a POM.
     *
     * @param file path relative to the repository's folder, or the coordinates of a POM outside it
     * @param xml the document's text
     * @return the POM
     * @throws UnreadablePomException if the text is not well-formed XML, its root is not {@code <project>}, or it has
     *     no artifactId
     */
    public static Pom parse(String file, String xml) throws UnreadablePomException {
        Element root = XmlReader.read(xml);
        if (!root.name().equals("project")) {
            throw new UnreadablePomException("is not a POM: its root element is <" + root.name() + ">", root.line());
        }
        if (root.text("artifactId", "").isEmpty()) {
            throw new UnreadablePomException("has no <artifactId>", root.line());
        }
        return new Pom(file, root);
    }

    /**
     * Returns the POM's own coordinates; group and version come from {@code <parent>} where the POM has none.
     *
     * @return the coordinates
     */
    public Coordinates coordinates() {
        Coordinates parent = parent().orElse(new Coordinates("", "", ""));
        return new Coordinates(
                project.text("groupId", parent.groupId()),
                project.text("artifactId", ""),
                project.text("version", parent.version()));
    }

    /**
     * Returns what {@code <parent>} names.
     *
     * @return the parent's coordinates, empty if the POM has no parent
     */
    public Optional<Coordinates> parent() {
        return project.first("parent")
                .map(p -> new Coordinates(p.text("groupId", ""), p.text("artifactId", ""), p.text("version", "")));
    }

    /**
     * Returns what is built.
     *
     * @return the packaging, {@code jar} by default
     */
    public String packaging() {
        return project.text("packaging", "jar");
    }

    /**
     * Returns the elements that hold dependencies, properties, modules and plugins: the project and its profiles.
     *
     * @return {@code <project>} first, then each {@code <profile>}
     */
    public Stream<Element> bodies() {
        return Stream.concat(Stream.of(project), project.all("profiles", "profile"));
    }

    /**
     * Returns the modules that the POM lists, also in profiles.
     *
     * @return each {@code <module>} or {@code <subproject>} element
     */
    public Stream<Element> modules() {
        return bodies().flatMap(
                        body -> Stream.concat(body.all("modules", "module"), body.all("subprojects", "subproject")));
    }

    /**
     * Returns the place of an element of this POM.
     *
     * @param element the element
     * @return this file and the element's line
     */
    public Place at(Element element) {
        return new Place(file, element.line());
    }

    /**
     * Replaces the expressions that this POM alone can answer: its own properties and {@code project.*} coordinates.
     *
     * @param text any text of this POM
     * @return the text; expressions that stay unanswered are left as they are
     */
    public String resolve(String text) {
        String resolved = text;
        // An own property may hold another expression; a fixed number of rounds also ends a property that holds itself.
        for (int round = 0; round < 3 && resolved.contains("${"); round++) {
            resolved = EXPRESSION
                    .matcher(resolved)
                    .replaceAll(m -> Matcher.quoteReplacement(answer(m.group(1)).orElse(m.group())));
        }
        return resolved;
    }

    private Optional<String> answer(String expression) {
        Coordinates own = coordinates();
        Function<Coordinates, Optional<String>> ofParent = p -> switch (expression) {
            case "project.parent.groupId" -> Optional.of(p.groupId());
            case "project.parent.version" -> Optional.of(p.version());
            default -> Optional.empty();
        };
        return switch (expression) {
            case "project.groupId", "pom.groupId", "groupId" -> Optional.of(own.groupId());
            case "project.artifactId", "pom.artifactId", "artifactId" -> Optional.of(own.artifactId());
            case "project.version", "pom.version", "version" -> Optional.of(own.version());
            case "project.parent.groupId", "project.parent.version" -> parent().flatMap(ofParent);
            default -> project.first("properties", expression).map(Element::text);
        };
    }
}
