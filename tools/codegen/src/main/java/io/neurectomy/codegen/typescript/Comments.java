package io.neurectomy.codegen.typescript;

import io.neurectomy.codegen.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Documentation comments. */
final class Comments {

    private Comments() {}

    /** Returns the comment with its line end; nothing if there is nothing to say. */
    static String of(Schema.Annotations annotations, String indent) {
        List<String> paragraphs = new ArrayList<>();
        annotations.description().or(annotations::title).ifPresent(paragraphs::add);
        if (paragraphs.isEmpty()) {
            annotations.format().ifPresent(format -> paragraphs.add("Format: `" + format + "`."));
        }
        annotations.defaultValue().map(Comments::shown).ifPresent(value -> paragraphs.add("Default: `" + value + "`."));
        if (annotations.deprecated()) {
            paragraphs.add("@deprecated");
        }
        return of(paragraphs, indent);
    }

    private static String shown(io.neurectomy.codegen.json.Json value) {
        String text = value.text();
        return text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 50)) + "…" : text;
    }

    static String of(List<String> paragraphs, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (String line : paragraph.strip().split("\\R", -1)) {
                wrap(clean(line), Code.LINE - indent.length() - " * ".length(), lines);
            }
        }
        if (lines.isEmpty() || lines.stream().allMatch(String::isEmpty)) {
            return "";
        }
        if (lines.size() == 1 && indent.length() + lines.get(0).length() + "/**  */".length() <= Code.LINE) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        StringBuilder out = new StringBuilder(indent).append("/**\n");
        for (String line : lines) {
            out.append(indent)
                    .append(" *")
                    .append(line.isEmpty() ? "" : " " + line)
                    .append('\n');
        }
        return out.append(indent).append(" */\n").toString();
    }

    /** Keeps a text inside its comment, and its characters where they stand. */
    private static String clean(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (!Literals.isHidden(c) || c == 0x200D) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().replace("*/", "*\\/").stripTrailing();
    }

    private static void wrap(String line, int width, List<String> lines) {
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= 0 || rest.substring(0, space).isBlank()) {
                space = rest.indexOf(' ', width);
            }
            if (space < 0) {
                break;
            }
            lines.add(rest.substring(0, space).stripTrailing());
            rest = rest.substring(space).stripLeading();
        }
        lines.add(rest);
    }
}
