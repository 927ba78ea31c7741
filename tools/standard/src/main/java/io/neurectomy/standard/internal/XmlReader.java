package io.neurectomy.standard.internal;

import io.neurectomy.standard.Element;
import io.neurectomy.standard.UnreadablePomException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into {@link Element}s; opens nothing that the document names. */
public final class XmlReader {
    // Maven's own reader accepts the entities of HTML without a declaration, so names such as &oslash; are in real
    // POMs.
    private static final Pattern UNDECLARED_ENTITY =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;");
    // Below the limits of every JDK (25 stops at 100), so that all of them say the same.
    private static final int DEPTH_LIMIT = 80;

    private final Deque<Draft> open = new ArrayDeque<>();
    private String comment = "";

    private XmlReader() {}

    /**
     * Reads a document.
     *
     * @param xml the document's text
     * @return its root element
     * @throws UnreadablePomException if the text is not well-formed or nested deeper than any POM
     */
    public static Element read(String xml) throws UnreadablePomException {
        return new XmlReader().document(xml);
    }

    private Element document(String xml) throws UnreadablePomException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        Draft document = new Draft("", 0, "");
        open.push(document);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(
                    new StringReader(UNDECLARED_ENTITY.matcher(xml).replaceAll("?")));
            while (reader.hasNext()) {
                reader.next();
                accept(reader);
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNumber(), 0);
            throw new UnreadablePomException("is not well-formed XML" + inside(), line);
        }
        return document.children.get(0);
    }

    private void accept(XMLStreamReader reader) throws UnreadablePomException {
        int line = reader.getLocation().getLineNumber();
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() > DEPTH_LIMIT) {
                    throw new UnreadablePomException("is nested deeper than " + DEPTH_LIMIT + " elements", line);
                }
                open.push(new Draft(reader.getLocalName(), line, comment));
                comment = "";
            }
            case XMLStreamConstants.END_ELEMENT -> {
                Element element = open.pop().finish();
                current().children.add(element);
                comment = "";
            }
            case XMLStreamConstants.COMMENT -> {
                comment = reader.getText().strip();
                current().comments.add(comment);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                String text = reader.getText();
                if (!text.isBlank() || text.chars().filter(c -> c == '\n').count() > 1) {
                    comment = "";
                }
                current().text.append(text);
            }
            default -> {
                // Processing instructions and document types say nothing to a rule.
            }
        }
    }

    /** The parser's own words change with the user's language; where it stopped does not. */
    private String inside() {
        Draft innermost = current();
        return innermost.name.isEmpty()
                ? ""
                : " inside <" + innermost.name + ">, which begins on line " + innermost.line;
    }

    private Draft current() {
        return open.element();
    }

    private static final class Draft {
        private final String name;
        private final int line;
        private final String comment;
        private final StringBuilder text = new StringBuilder();
        private final List<String> comments = new ArrayList<>();
        private final List<Element> children = new ArrayList<>();

        Draft(String name, int line, String comment) {
            this.name = name;
            this.line = line;
            this.comment = comment;
        }

        Element finish() {
            return new Element(name, text.toString().strip(), line, comment, comments, children);
        }
    }
}
