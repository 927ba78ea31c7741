package io.neurectomy.codegen.python;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks long lines of Python as the formatter Black does: at the last bracket that lets the line before it fit, then one
 * element per line with a comma behind the last, so that a project's formatter finds nothing to change.
 */
final class Layout {

    private static final int WIDTH = 88;
    private static final String STEP = "    ";

    private Layout() {}

    /** Returns a statement, given as one line without indentation, in as many lines as it needs. */
    static String statement(String line, int depth) {
        List<String> out = new ArrayList<>();
        statement(line, STEP.repeat(depth), out);
        return String.join("\n", out);
    }

    private static void statement(String line, String indent, List<String> out) {
        if (fits(indent, line)) {
            out.add(indent + line);
            return;
        }
        if (assign(line, indent, out)) {
            return;
        }
        if (isLongUnion(line) && parenthesize(line, indent, out)) {
            return;
        }
        List<Pair> pairs = pairs(line);
        for (int i = pairs.size() - 1; i >= 0; i--) {
            Pair pair = pairs.get(i);
            if (pair.close - pair.open > 1
                    && fits(indent, line.substring(0, pair.open + 1))
                    && fits(indent, line.substring(pair.close))
                    && !isFollowedByOperator(line, pair)) {
                bracket(line, pair, indent, out);
                return;
            }
        }
        if (!parenthesize(line, indent, out)) {
            out.add(indent + line);
        }
    }

    private static boolean isLongUnion(String line) {
        int assigned = top(line, ": TypeAlias = ", 0);
        return assigned > 0 && top(line, " | ", assigned) > 0;
    }

    /** Puts a short value that does not fit behind a long annotation in parentheses, on a line of its own. */
    private static boolean assign(String line, String indent, List<String> out) {
        int assigned = top(line, " = ", 0);
        if (assigned < 0 || top(line, ": ", 0) < 0) {
            return false;
        }
        String value = line.substring(assigned + 3);
        int open = pairs(value).stream().map(Pair::open).findFirst().orElse(-1);
        boolean headFits = open >= 0 && fits(indent, line.substring(0, assigned + 3 + open + 1));
        if (headFits
                || !fits(indent, line.substring(0, assigned + 3) + "(")
                || !fits(indent + STEP, value)
                || operators(value).size() > 1) {
            return false;
        }
        out.add(indent + line.substring(0, assigned + 3) + "(");
        out.add(indent + STEP + value);
        out.add(indent + ")");
        return true;
    }

    /** Wraps what stands behind {@code =}, {@code return}, {@code if} or {@code :} in parentheses and breaks inside. */
    private static boolean parenthesize(String line, String indent, List<String> out) {
        int start;
        int end = line.length();
        int assigned = top(line, " = ", 0);
        if (line.startsWith("return ")) {
            start = 7;
        } else if (line.startsWith("if ") && line.endsWith(":")) {
            start = 3;
            end--;
        } else if (assigned > 0 && (top(line, ": ", 0) < 0 || isLongUnion(line))) {
            start = assigned + 3;
        } else if (top(line, ": ", 0) > 0) {
            start = top(line, ": ", 0) + 2;
            end = assigned > 0 ? assigned : end;
        } else {
            return false;
        }
        String inner = line.substring(start, end);
        if (operators(inner).size() < 2) {
            return false;
        }
        out.add(indent + line.substring(0, start) + "(");
        body(inner, indent + STEP, false, out);
        out.add(indent + ")" + line.substring(end));
        return true;
    }

    private static void bracket(String line, Pair pair, String indent, List<String> out) {
        out.add(indent + line.substring(0, pair.open + 1));
        boolean display =
                pair.open == 0 || (" ([{=,".indexOf(line.charAt(pair.open - 1)) >= 0 && !line.startsWith("class "));
        body(line.substring(pair.open + 1, pair.close), indent + STEP, display, out);
        String rest = line.substring(pair.close);
        out.add(indent + rest);
    }

    private static void body(String text, String indent, boolean display, List<String> out) {
        List<String> elements = top(text, " for ", 0) > 0 ? List.of(text) : split(text);
        if (fits(indent, text) && !(display && elements.size() > 1)) {
            out.add(indent + text);
            return;
        }
        if (elements.size() > 1) {
            for (String element : elements) {
                element(element, indent, ",", out);
            }
            return;
        }
        element(text, indent, "", out);
    }

    private static void element(String text, String indent, String behind, List<String> out) {
        List<String> lines = new ArrayList<>();
        List<String> operands = operators(text);
        if (fits(indent, text + behind)) {
            lines.add(indent + text);
        } else if (operands.size() > 1) {
            operands.forEach(operand -> element(operand, indent, "", lines));
        } else {
            statement(text, indent, lines);
        }
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + behind);
        out.addAll(lines);
    }

    private static boolean fits(String indent, String text) {
        return indent.length() + text.codePointCount(0, text.length()) <= WIDTH;
    }

    private static boolean isFollowedByOperator(String line, Pair pair) {
        String rest = line.substring(pair.close + 1);
        return rest.startsWith(" | ") || rest.startsWith(" and ") || rest.startsWith(" or ");
    }

    private record Pair(int open, int close) {}

    /** Returns the brackets that stand in no other bracket and in no text. */
    private static List<Pair> pairs(String line) {
        List<Pair> pairs = new ArrayList<>();
        int depth = 0;
        int open = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfText(line, i);
            } else if ("([{".indexOf(c) >= 0) {
                if (depth++ == 0) {
                    open = i;
                }
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                pairs.add(new Pair(open, i));
            }
        }
        return pairs;
    }

    private static int endOfText(String line, int start) {
        boolean raw = start > 0 && line.charAt(start - 1) == 'r';
        for (int i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == line.charAt(start)) {
                return i;
            }
        }
        return raw ? line.length() - 1 : line.length();
    }

    private static int top(String line, String sought, int from) {
        int depth = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (depth == 0 && line.startsWith(sought, i)) {
                return i;
            }
            if (c == '"' || c == '\'') {
                i = endOfText(line, i);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return -1;
    }

    private static List<String> split(String text) {
        List<String> elements = new ArrayList<>();
        int from = 0;
        for (int at = top(text, ", ", 0); at >= 0; at = top(text, ", ", from)) {
            elements.add(text.substring(from, at));
            from = at + 2;
        }
        elements.add(text.substring(from));
        return elements;
    }

    /** Returns the operands, each but the first with the operator before it, of the loosest operator there is. */
    private static List<String> operators(String text) {
        int each = top(text, " for ", 0);
        if (text.startsWith("lambda")) {
            return List.of(text);
        }
        if (each > 0) {
            List<String> parts = new ArrayList<>(List.of(text.substring(0, each)));
            int condition = top(text, " if ", each);
            parts.add(text.substring(each + 1, condition < 0 ? text.length() : condition));
            if (condition > 0) {
                parts.add(text.substring(condition + 1));
            }
            return parts;
        }
        for (String operator : List.of(" or ", " and ", " not in ", " in ", " == ", " != ", " >= ", " | ", " - ")) {
            List<String> parts = new ArrayList<>();
            int from = 0;
            if (text.startsWith("not in ")) {
                return List.of(text);
            }
            for (int at = top(text, operator, 0); at >= 0; at = top(text, operator, at + 1)) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
            if (!parts.isEmpty()) {
                parts.add(text.substring(from));
                return parts;
            }
        }
        return List.of(text);
    }
}
