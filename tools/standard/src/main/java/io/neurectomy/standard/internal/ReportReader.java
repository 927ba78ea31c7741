package io.neurectomy.standard.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML reports of gates: elements and attributes, no text. */
public final class ReportReader {
    private ReportReader() {}

    /**
     * An element.
     *
     * @param name its name
     * @param attributes its attributes
     * @param nodes the elements in it, in their order
     */
    public record Node(String name, Map<String, String> attributes, List<Node> nodes) {
        /**
         * Returns an attribute.
         *
         * @param key its name
         * @return its value, {@code 0} if it is not there: reports leave out a line or a count that is none
         */
        public String attribute(String key) {
            return attributes.getOrDefault(key, "0");
        }

        /**
         * Returns the elements of a name at any depth.
         *
         * @param wanted the name
         * @return them in their order
         */
        public List<Node> all(String wanted) {
            List<Node> found = new ArrayList<>();
            for (Node node : nodes) {
                if (node.name.equals(wanted)) {
                    found.add(node);
                }
                found.addAll(node.all(wanted));
            }
            return found;
        }

        /**
         * Returns the elements of a name directly in this one.
         *
         * @param wanted the name
         * @return them in their order
         */
        public List<Node> children(String wanted) {
            return nodes.stream().filter(node -> node.name.equals(wanted)).toList();
        }

        /**
         * Tells whether an element is directly in this one.
         *
         * @param wanted its name
         * @return true if there is one
         */
        public boolean has(String wanted) {
            return !children(wanted).isEmpty();
        }
    }

    /**
     * Reads a report.
     *
     * @param file the report
     * @return a node whose only node is the root element
     * @throws IOException if the file can't be read or is not well-formed
     */
    public static Node read(Path file) throws IOException {
        Node top = new Node("", Map.of(), new ArrayList<>());
        Deque<Node> open = new ArrayDeque<>(List.of(top));
        try (InputStream in = Files.newInputStream(file)) {
            SAXParserFactory.newInstance().newSAXParser().parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String name, Attributes attributes) {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < attributes.getLength(); i++) {
                        values.put(attributes.getQName(i), attributes.getValue(i));
                    }
                    Node node = new Node(name, values, new ArrayList<>());
                    open.getFirst().nodes().add(node);
                    open.push(node);
                }

                @Override
                public void endElement(String uri, String local, String name) {
                    open.pop();
                }

                @Override
                public InputSource resolveEntity(String publicId, String systemId) {
                    // JaCoCo's report names a DTD on the Internet, or so the parser takes it.
                    return new InputSource(new StringReader(""));
                }
            });
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is not well-formed: " + e.getMessage(), e);
        }
        return top.nodes().get(0);
    }
}
