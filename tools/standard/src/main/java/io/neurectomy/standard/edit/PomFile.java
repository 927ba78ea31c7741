package io.neurectomy.standard.edit;

import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.maven.PomEditor;
import io.neurectomy.standard.UnreadablePomException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A POM that is edited in place: what an edit does not mean keeps its bytes, comments, order, white space, line ends and
 * byte order mark included. Not safe for use by several threads.
 */
public final class PomFile {
    private final String path;
    private final byte[] before;
    private final PomEditor editor;

    private PomFile(String path, byte[] before, PomEditor editor) {
        this.path = path;
        this.before = before;
        this.editor = editor;
    }

    /**
     * Reads a POM.
     *
     * @param repository the repository's folder
     * @param path the POM's path in it
     * @return the POM, not edited yet
     * @throws IOException if the file can't be read
     * @throws UnreadablePomException if it is not well-formed
     */
    public static PomFile read(Path repository, String path) throws IOException, UnreadablePomException {
        byte[] bytes = Files.readAllBytes(repository.resolve(path));
        try {
            // From bytes, not from text: a byte order mark would end up behind the XML declaration.
            return new PomFile(path, bytes, new PomEditor(Document.of(new ByteArrayInputStream(bytes))));
        } catch (DomTripException e) {
            throw new UnreadablePomException("is not well-formed XML: " + e.getMessage(), 0);
        }
    }

    /**
     * Returns the edits.
     *
     * @return the file as it is to be, empty if no edit changed anything
     */
    public Optional<FileChange> change() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        editor.document().toXml(out);
        byte[] after = out.toByteArray();
        return Arrays.equals(before, after) ? Optional.empty() : Optional.of(FileChange.replaced(path, before, after));
    }

    /**
     * Lists a module: in order if the list is in order, else at its end.
     *
     * @param name the module's folder
     */
    public void addModule(String name) {
        Element modules = child(editor.root(), "modules");
        List<Element> listed = modules.childElements("module").toList();
        List<String> names = listed.stream().map(Element::textContentTrimmed).toList();
        if (names.contains(name)) {
            return;
        }
        boolean sorted = names.size() > 1 && names.stream().sorted().toList().equals(names);
        Optional<Element> next = listed.stream()
                .filter(m -> sorted && m.textContentTrimmed().compareTo(name) > 0)
                .findFirst();
        if (next.isPresent()) {
            editor.insertElementBefore(next.get(), "module", name);
        } else if (listed.isEmpty()) {
            editor.addElement(modules, "module", name);
        } else {
            editor.insertElementAfter(listed.get(listed.size() - 1), "module", name);
        }
    }

    /**
     * Sets a property, in place if it is there.
     *
     * @param name the property's name
     * @param value its value
     */
    public void setProperty(String name, String value) {
        Element properties = child(editor.root(), "properties");
        Optional<Element> there = properties.childElement(name);
        if (there.isEmpty()) {
            editor.addElement(properties, name, value);
        } else if (!there.get().textContentTrimmed().equals(value)) {
            editor.setTextContent(there.get(), value);
        }
    }

    /**
     * Removes a property.
     *
     * @param name the property's name
     */
    public void removeProperty(String name) {
        editor.root()
                .childElement("properties")
                .flatMap(properties -> properties.childElement(name))
                .ifPresent(editor::removeElement);
    }

    /**
     * Names another parent, or the first one. A parent outside the repository gets an empty {@code <relativePath/>}.
     *
     * @param groupId of the parent
     * @param artifactId of the parent
     * @param version of the parent
     */
    public void setParent(String groupId, String artifactId, String version) {
        Element parent = child(editor.root(), "parent");
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("groupId", groupId);
        wanted.put("artifactId", artifactId);
        wanted.put("version", version);
        wanted.forEach((name, value) -> parent.childElement(name)
                .ifPresentOrElse(there -> setText(there, value), () -> editor.addElement(parent, name, value)));
        Optional<Element> relative = parent.childElement("relativePath");
        if (relative.isEmpty()) {
            editor.addElement(parent, "relativePath").selfClosing(true);
        } else if (!relative.get().textContentTrimmed().isEmpty()) {
            editor.setTextContent(relative.get(), "");
        }
    }

    /**
     * Returns the root of the document, for edits that have no method here.
     *
     * @return {@code <project>}
     */
    Element root() {
        return editor.root();
    }

    PomEditor editor() {
        return editor;
    }

    /** Finds an element below the project, or puts it where POMs have it. */
    Element at(String... names) {
        Element element = editor.root();
        for (String name : names) {
            element = child(element, name);
        }
        return element;
    }

    /** Finds a plugin by its artifactId below {@code <build>}; makes it if it is not there. */
    Element plugin(String groupId, String artifactId) {
        Element plugins = at("build", "plugins");
        return plugins(plugins)
                .filter(p -> artifactId.equals(p.childTextTrimmed("artifactId")))
                .findFirst()
                .orElseGet(() -> {
                    Element made = editor.addElement(plugins, "plugin");
                    editor.addElement(made, "groupId", groupId);
                    editor.addElement(made, "artifactId", artifactId);
                    return made;
                });
    }

    static Stream<Element> plugins(Element plugins) {
        return plugins.childElements("plugin");
    }

    private void setText(Element element, String value) {
        if (!element.textContentTrimmed().equals(value)) {
            editor.setTextContent(element, value);
        }
    }

    private Element child(Element parent, String name) {
        return parent.childElement(name).orElseGet(() -> editor.insertMavenElement(parent, name));
    }
}
