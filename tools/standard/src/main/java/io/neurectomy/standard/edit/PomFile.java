package io.neurectomy.standard.edit;

import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.maven.PomEditor;
import io.neurectomy.standard.Pom;
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
import java.util.stream.IntStream;
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
     * Returns a property.
     *
     * @param name the property's name
     * @return its value, empty if it is not there
     */
    public String property(String name) {
        return editor.root()
                .path("properties", name)
                .map(Element::textContentTrimmed)
                .orElse("");
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
            // DomTrip would leave a blank line before the end tag.
            parent.innerPrecedingWhitespace(parent.precedingWhitespace().replaceAll("(?:\\r?\\n)+(?=\\r?\\n)", ""));
        } else if (!relative.get().textContentTrimmed().isEmpty()) {
            editor.setTextContent(relative.get(), "");
        }
    }

    /**
     * Sets a child of the project that is not there.
     *
     * @param name of the child, such as {@code groupId}
     * @param value its text
     */
    public void setMissing(String name, String value) {
        if (editor.root().childElement(name).isEmpty()) {
            editor.insertMavenElement(editor.root(), name, value);
        }
    }

    /**
     * Imports a BOM, last: what the POM manages itself goes before it.
     *
     * @param groupId of the BOM
     * @param artifactId of the BOM
     * @param version of the BOM
     */
    public void importBom(String groupId, String artifactId, String version) {
        Element dependencies = at("dependencyManagement", "dependencies");
        Element bom = editor.addElement(dependencies, "dependency");
        editor.addElement(bom, "groupId", groupId);
        editor.addElement(bom, "artifactId", artifactId);
        editor.addElement(bom, "version", version);
        editor.addElement(bom, "type", "pom");
        editor.addElement(bom, "scope", "import");
    }

    /**
     * Removes an element.
     *
     * @param read this POM as it was read
     * @param element an element of it; nothing happens if it is not there any more
     */
    public void remove(Pom read, io.neurectomy.standard.Element element) {
        counterpart(read.project(), editor.root(), element).ifPresent(editor::removeElement);
    }

    /**
     * Gives an element a child with a text, or the child another text.
     *
     * @param read this POM as it was read
     * @param element an element of it; nothing happens if it is not there any more
     * @param name the child's name
     * @param text what it is to say
     */
    public void setChild(Pom read, io.neurectomy.standard.Element element, String name, String text) {
        counterpart(read.project(), editor.root(), element)
                .ifPresent(parent -> parent.childElement(name)
                        .ifPresentOrElse(
                                child -> setText(child, text), () -> editor.insertMavenElement(parent, name, text)));
    }

    /** By the way that leads there: what was read knows no more of the text than the line. */
    private static Optional<Element> counterpart(
            io.neurectomy.standard.Element from, Element at, io.neurectomy.standard.Element wanted) {
        if (from.equals(wanted)) {
            return Optional.of(at);
        }
        List<Element> children = at.childElements().toList();
        return IntStream.range(0, Math.min(from.children().size(), children.size()))
                .mapToObj(i -> counterpart(from.children().get(i), children.get(i), wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Removes a plugin wherever the POM names it, profiles included.
     *
     * @param artifactId of the plugin
     * @return true if it was there
     */
    public boolean removePlugins(String artifactId) {
        List<Element> found = plugins(artifactId).toList();
        found.forEach(editor::removeElement);
        return !found.isEmpty();
    }

    /**
     * Removes an element of a plugin wherever the POM names the plugin; a parent that is left empty goes too.
     *
     * @param artifactId of the plugin
     * @param names the way from the plugin to the element
     * @return true if it was there
     */
    public boolean removeFromPlugins(String artifactId, String... names) {
        boolean removed = false;
        for (Element plugin : plugins(artifactId).toList()) {
            Optional<Element> found = plugin.path(names);
            if (found.isPresent()) {
                removed = true;
                removeWithEmptyParents(found.get(), plugin);
            }
        }
        return removed;
    }

    private void removeWithEmptyParents(Element element, Element plugin) {
        Element parent = (Element) element.parent();
        editor.removeElement(element);
        if (parent != plugin && parent.childElements().findAny().isEmpty()) {
            editor.removeElement(parent);
        }
    }

    /**
     * Puts a text before the text of a plugin's element, unless it holds it.
     *
     * @param artifactId of the plugin
     * @param prefix what has to be in the text
     * @param names the way from the plugin to the element
     * @return true if it changed anything
     */
    public boolean prefixInPlugins(String artifactId, String prefix, String... names) {
        List<Element> lacking = plugins(artifactId)
                .flatMap(plugin -> plugin.path(names).stream())
                .filter(e -> !e.textContentTrimmed().contains(prefix.strip()))
                .filter(e -> !e.textContentTrimmed().contains("${argLine}"))
                .toList();
        lacking.forEach(e -> editor.setTextContent(e, prefix + e.textContentTrimmed()));
        return !lacking.isEmpty();
    }

    /**
     * Gives a plugin that the POM names without a version the one that was in force.
     *
     * @param key {@code groupId:artifactId}
     * @param version of the plugin
     * @return true if it was written
     */
    public boolean pinPlugin(String key, String version) {
        String artifactId = key.substring(key.indexOf(':') + 1);
        List<Element> named = plugins(artifactId).toList();
        if (named.isEmpty()
                || named.stream().anyMatch(p -> p.childElement("version").isPresent())) {
            return false;
        }
        Element first = named.get(0);
        Element after = first.childElement("artifactId").orElseThrow();
        editor.insertElementAfter(after, "version", version);
        return true;
    }

    /**
     * Appends an annotation processor to those of the parent.
     *
     * @param groupId of the processor
     * @param artifactId of the processor
     * @param version of the processor
     * @return true if it was not there
     */
    public boolean appendProcessor(String groupId, String artifactId, String version) {
        Element configuration = child(plugin("org.apache.maven.plugins", "maven-compiler-plugin"), "configuration");
        Element paths = child(configuration, "annotationProcessorPaths");
        if (paths.childElements().anyMatch(p -> artifactId.equals(p.childTextTrimmed("artifactId")))) {
            if (paths.attribute("combine.children") == null) {
                paths.attribute("combine.children", "append");
                return true;
            }
            return false;
        }
        paths.attribute("combine.children", "append");
        Element path = editor.addElement(paths, "path");
        editor.addElement(path, "groupId", groupId);
        editor.addElement(path, "artifactId", artifactId);
        editor.addElement(path, "version", version);
        return true;
    }

    /**
     * Sets elements of a plugin's configuration, under a comment that says who wrote them.
     *
     * @param artifactId of a plugin of Maven's own group
     * @param comment why it stands here
     * @param values text of each element by its path below {@code <configuration>}, the names joined by {@code /}
     */
    public void configure(String artifactId, String comment, Map<String, String> values) {
        boolean there = plugins(artifactId).findAny().isPresent();
        Element plugin = plugin("org.apache.maven.plugins", artifactId);
        if (!there) {
            editor.insertCommentBefore(plugin, " " + comment + " ");
        }
        values.forEach((path, value) -> {
            Element at = child(plugin, "configuration");
            String[] names = path.split("/", -1);
            for (int i = 0; i < names.length - 1; i++) {
                at = child(at, names[i]);
            }
            String name = names[names.length - 1];
            if (at.childElements(name).noneMatch(e -> e.textContentTrimmed().equals(value))) {
                editor.addElement(at, name, value);
            }
        });
    }

    private Stream<Element> plugins(String artifactId) {
        return editor.root()
                .descendants("plugin")
                .filter(p -> artifactId.equals(p.childTextTrimmed("artifactId")))
                .filter(p -> !(p.parent() instanceof Element parent
                        && parent.parent() instanceof Element above
                        && above.name().equals("reporting")));
    }

    private Element at(String... names) {
        Element element = editor.root();
        for (String name : names) {
            element = child(element, name);
        }
        return element;
    }

    /** Finds a plugin of the build by its artifactId; makes it if it is not there. */
    private Element plugin(String groupId, String artifactId) {
        Element plugins = at("build", "plugins");
        return plugins.childElements("plugin")
                .filter(p -> artifactId.equals(p.childTextTrimmed("artifactId")))
                .findFirst()
                .orElseGet(() -> {
                    Element made = editor.addElement(plugins, "plugin");
                    editor.addElement(made, "groupId", groupId);
                    editor.addElement(made, "artifactId", artifactId);
                    return made;
                });
    }

    private void setText(Element element, String value) {
        if (!element.textContentTrimmed().equals(value)) {
            editor.setTextContent(element, value);
        }
    }

    private Element child(Element parent, String name) {
        return parent.childElement(name)
                .orElseGet(() -> parent == editor.root()
                        ? editor.insertMavenElement(parent, name)
                        : editor.addElement(parent, name));
    }
}
