package io.neurectomy.standard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outline of a Markdown document.
 *
 * @param sections the headings in document order
 */
public record Markdown(List<Section> sections) {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern HTML_HEADING = Pattern.compile("(?i)\\s*(?:<\\w+[^>]*>\\s*)*<h([1-6])[^>]*>(.*)");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(=+|-{2,})[ \\t]*");

    /**
     * A heading and what stands below it, up to the next heading of any level.
     *
     * @param level 1 to 6
     * @param title text of the heading
     * @param line line of the heading, counted from 1
     * @param body the lines below it
     */
    public record Section(int level, String title, int line, List<String> body) {}

    /**
     * Reads a document.
     *
     * @param text Markdown
     * @return its outline; what stands above the first heading is left out
     */
    public static Markdown parse(String text) {
        List<Section> sections = new ArrayList<>();
        List<String> body = new ArrayList<>();
        String fence = "";
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher fenceMatcher = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            Matcher html = HTML_HEADING.matcher(line);
            if (fenceMatcher.matches()) {
                String mark = fenceMatcher.group(1);
                if (fence.isEmpty()) {
                    fence = mark;
                } else if (mark.startsWith(fence)) {
                    fence = "";
                }
                body.add(line);
            } else if (!fence.isEmpty()) {
                body.add(line);
            } else if (heading.matches()) {
                body = start(sections, heading.group(1).length(), heading.group(2), number);
            } else if (html.matches()) {
                body = start(
                        sections, Integer.parseInt(html.group(1)), html.group(2).replaceAll("<[^>]*>", ""), number);
            } else if (UNDERLINE.matcher(line).matches() && !body.isEmpty() && isText(body.get(body.size() - 1))) {
                String title = body.remove(body.size() - 1).strip();
                body = start(sections, line.strip().startsWith("=") ? 1 : 2, title, number - 1);
            } else {
                body.add(line);
            }
        }
        return new Markdown(List.copyOf(sections));
    }

    private static List<String> start(List<Section> sections, int level, String title, int line) {
        List<String> body = new ArrayList<>();
        sections.add(new Section(level, title.strip(), line, body));
        return body;
    }

    private static boolean isText(String line) {
        return !line.isBlank() && !line.startsWith("|") && !line.startsWith(">") && !line.startsWith("-");
    }
}
