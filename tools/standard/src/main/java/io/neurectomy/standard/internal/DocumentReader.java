package io.neurectomy.standard.internal;

import io.neurectomy.standard.Document;
import io.neurectomy.standard.Document.Link;
import io.neurectomy.standard.Document.State;
import io.neurectomy.standard.SourceFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds where the links of Markdown documents lead. What a site generator may serve at an address without a file of that name is
 * left alone: addresses of pages, addresses from the root, templates.
 */
final class DocumentReader {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.[A-Za-z0-9]{1,10}|[A-Z][A-Z_-]+");
    private static final Pattern ANCHOR = Pattern.compile("(?i)\\b(?:id|name)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern NOT_IN_A_SLUG = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Pc} -]");

    private final Path root;
    private final Map<Path, Optional<Set<String>>> headings = new HashMap<>();

    DocumentReader(Path root) {
        this.root = root;
    }

    Document document(SourceFile file) {
        List<Link> links = new ArrayList<>();
        PARSER.parse(file.text()).accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Link link) {
                add(link, link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                add(image, image.getDestination());
                visitChildren(image);
            }

            private void add(Node node, String target) {
                int line = node.getSourceSpans().stream()
                        .mapToInt(span -> span.getLineIndex() + 1)
                        .findFirst()
                        .orElse(0);
                state(file.path(), target).ifPresent(state -> links.add(new Link(line, target, state)));
            }
        });
        return new Document(file, links);
    }

    /** Empty if it leads out of the repository, or to what need not be a file. */
    private Optional<State> state(String document, String target) {
        if (SCHEME.matcher(target).matches() || target.startsWith("/") || target.matches(".*[{}<>$|*].*")) {
            return Optional.empty();
        }
        int hash = target.indexOf('#');
        String address = decoded((hash < 0 ? target : target.substring(0, hash)).replaceFirst("\\?.*", ""));
        String heading = hash < 0 ? "" : decoded(target.substring(hash + 1));
        try {
            Path self = root.resolve(document);
            Path file = address.isEmpty()
                    ? self
                    : Optional.ofNullable(self.getParent())
                            .orElse(root)
                            .resolve(address)
                            .normalize();
            Path name = file.getFileName();
            if (!file.startsWith(root)
                    || file.equals(root)
                    || name == null
                    || root.relativize(file).toString().matches("(.*/)?target(/.*)?")) {
                return Optional.empty();
            }
            if (Files.exists(file)) {
                return Optional.of(hasHeading(file, heading) ? State.THERE : State.NO_HEADING);
            }
            boolean page = name.toString().endsWith(".html")
                    || !FILE_NAME.matcher(name.toString()).matches();
            return page ? Optional.empty() : Optional.of(State.NO_FILE);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private boolean hasHeading(Path file, String heading) {
        if (heading.isEmpty() || !file.toString().endsWith(".md")) {
            return true;
        }
        return headings.computeIfAbsent(file, DocumentReader::headings)
                .map(known -> known.contains(heading.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static Optional<Set<String>> headings(Path file) {
        String text;
        try {
            text = TextReader.lenient(file);
        } catch (TextReader.UnreadableFileException e) {
            return Optional.empty();
        }
        Set<String> found = new HashSet<>();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String slug = slug(heading);
                String unique = slug;
                for (int i = 1; !found.add(unique); i++) {
                    unique = slug + "-" + i;
                }
            }
        });
        Matcher anchors = ANCHOR.matcher(text);
        while (anchors.find()) {
            found.add(anchors.group(1).toLowerCase(Locale.ROOT));
        }
        return Optional.of(found);
    }

    /** As GitHub makes it. */
    private static String slug(Heading heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return NOT_IN_A_SLUG
                .matcher(text.toString().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }
}
