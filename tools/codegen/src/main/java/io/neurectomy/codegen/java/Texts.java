package io.neurectomy.codegen.java;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts of a schema inside Java source: whatever they hold, they stay texts. */
final class Texts {

    /** A class file holds no constant of more than 65535 bytes, and a character takes at most three. */
    private static final int LONGEST_CONSTANT = 20_000;

    private static final Set<String> NO_COMPONENT = Set.of(
            // No component of a record may have these names.
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            // What every generated type with a builder has.
            "builder",
            "toBuilder",
            "allValues",
            // Words of the language.
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "yield",
            "record",
            "sealed",
            "permits",
            "var",
            "_");

    private Texts() {}

    /** Returns a string literal in ASCII, so that neither encodings nor unicode escapes can change it. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        // No unicode escape: the compiler would see the character itself, such as a line end.
                        out.append(String.format("\\%03o", (int) c));
                    } else if (c > 0x7f) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Returns string literals, separated by commas, that together make a text of any length. */
    static String literals(String text) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start == 0 || start < text.length(); start += LONGEST_CONSTANT) {
            parts.add(literal(text.substring(start, Math.min(text.length(), start + LONGEST_CONSTANT))));
        }
        return String.join(", ", parts);
    }

    /** Returns one step of a JSON Pointer. */
    static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /** Returns an expression for a decimal. */
    static String decimal(BigDecimal value) {
        return "new BigDecimal(\"" + value + "\")";
    }

    /** Returns the words of a name: letters and digits of ASCII, split where the case changes. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean ascii = c < 0x80 && Character.isLetterOrDigit(c);
            boolean starts = Character.isUpperCase(c)
                    && word.length() > 0
                    && (!Character.isUpperCase(name.charAt(i - 1))
                            || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
            if ((!ascii || starts) && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (ascii) {
                word.append(c);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** Returns the name of a component, a parameter or a method for a member, not yet unique. */
    static String component(String member) {
        StringBuilder name = new StringBuilder();
        for (String word : words(member)) {
            name.append(name.length() == 0 ? lowerFirst(word) : upperFirst(word));
        }
        String result = name.length() == 0 ? "value" : name.toString();
        if (Character.isDigit(result.charAt(0))) {
            result = "_" + result;
        }
        return NO_COMPONENT.contains(result) ? result + "_" : result;
    }

    /** Returns the name of a constant, not yet unique. */
    static String constant(String text) {
        String name = String.join("_", words(text)).toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return text.isEmpty() ? "EMPTY" : "VALUE";
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** Returns the name with its first letter in upper case. */
    static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String lowerFirst(String word) {
        boolean acronym = word.chars().noneMatch(Character::isLowerCase);
        return acronym
                ? word.toLowerCase(Locale.ROOT)
                : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /**
     * Returns a text as it may stand in a Javadoc comment of JavaPoet: no tag, no HTML, no end of the comment, no unicode
     * escape, nothing that turns the direction of writing.
     */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '\\' -> out.append("&#92;");
                case '*' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '/' ? "&#42;" : "*");
                case '/' -> out.append(i == 0 || text.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                case '\n' -> out.append('\n');
                default -> {
                    int type = Character.getType(c);
                    boolean visible = type != Character.CONTROL
                            && type != Character.FORMAT
                            && type != Character.LINE_SEPARATOR
                            && type != Character.PARAGRAPH_SEPARATOR
                            && type != Character.UNASSIGNED;
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(visible && !Character.isSurrogate(c) ? c : ' ');
                    }
                }
            }
        }
        return out.toString();
    }

    /** Returns a text as one line of words, to stand behind a tag of Javadoc. */
    static String javadocLine(String text) {
        return javadoc(text.strip().replaceAll("\\s+", " "));
    }

    /** Returns a description as paragraphs of Javadoc. */
    static String javadocParagraphs(Schema.Annotations annotations, String otherwise) {
        String text = annotations
                .description()
                .or(annotations::title)
                .filter(said -> !said.isBlank())
                .orElse(otherwise)
                .strip();
        StringBuilder out = new StringBuilder();
        for (String paragraph : text.split("\\R\\s*\\R", -1)) {
            String body = javadocLine(paragraph);
            if (!body.isBlank()) {
                out.append(out.length() == 0 ? "" : "\n\n<p>").append(wrap(body));
            }
        }
        return out.length() == 0 ? javadoc(otherwise) : out.toString();
    }

    private static String wrap(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + word.length() > 110) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }

    /** Returns JSON in one line, to be shown in Javadoc. */
    static String shown(Json value) {
        String text = value.text();
        return javadocLine(text.length() > 200 ? text.substring(0, 200) + "..." : text);
    }
}
