package io.neurectomy.codegen.rust;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression, laid out as rustfmt does with its default settings. Where rustfmt would break a line in a way that is not
 * written here, the caller gives the part a name instead.
 */
sealed interface Code {

    /** The width of a line. */
    int LINE = 100;

    /** The width from which on rustfmt breaks a call's arguments, an array or a chain of calls. */
    int SMALL = 60;

    /** The width up to which several items of an array stand on one line. */
    int SHORT_ITEM = 10;

    /** Anything that is never broken. */
    record Text(String text) implements Code {}

    /** A call with what follows it, such as {@code ?}. */
    record Call(String callee, List<Code> arguments, String suffix) implements Code {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What a member or an item of a value, if it is there, is given to. */
    record Part(String value, String get, Code holds) implements Code {}

    /** A closure of one line. */
    record Closure(String parameters, Code body) implements Code {}

    /** A slice, or an array, by its opening. */
    record Items(String open, List<Code> items) implements Code {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Operands with one operator between them; in parentheses within another expression. */
    record Chain(String operator, List<Code> operands) implements Code {
        public Chain {
            operands = List.copyOf(operands);
        }
    }

    static Code text(String text) {
        return new Text(text);
    }

    static Code call(String callee, Code... arguments) {
        return new Call(callee, List.of(arguments), "");
    }

    /** Returns the call of something that may fail, handing the failure on. */
    static Code tried(Code expression) {
        if (expression instanceof Call call) {
            return new Call(call.callee(), call.arguments(), call.suffix() + "?");
        }
        return new Text(expression.line() + "?");
    }

    static Code slice(List<String> items) {
        return new Items("&[", items.stream().map(Code::text).toList());
    }

    /** Returns the operands with the operator between them; the only one itself. */
    static Code chain(String operator, List<Code> operands) {
        return operands.size() == 1 ? operands.get(0) : new Chain(operator, operands);
    }

    /** Returns the expression in one line. */
    default String line() {
        if (this instanceof Text text) {
            return text.text();
        } else if (this instanceof Call call) {
            return call.callee() + "(" + lines(call.arguments(), ", ") + ")" + call.suffix();
        } else if (this instanceof Part part) {
            return part.value() + part.get() + ".is_none_or(" + part.holds().line() + ")";
        } else if (this instanceof Closure closure) {
            return "|" + closure.parameters() + "| " + closure.body().line();
        } else if (this instanceof Items items) {
            return items.open() + lines(items.items(), ", ") + "]";
        } else if (this instanceof Chain chain) {
            return chain.operands().stream()
                    .map(Code::operand)
                    .collect(Collectors.joining(" " + chain.operator() + " "));
        }
        throw new IllegalStateException("no such expression");
    }

    private String operand() {
        return this instanceof Chain ? "(" + line() + ")" : line();
    }

    private static String lines(List<Code> parts, String separator) {
        return parts.stream().map(Code::line).collect(Collectors.joining(separator));
    }

    /**
     * Returns the expression in one or more lines, the second and further ones indented relative to the first.
     *
     * @param indent the columns before the line on which it begins
     * @param before the columns on that line that are taken already
     * @param after the columns that follow on its last line
     */
    default String layout(int indent, int before, int after) {
        String line = line();
        if (isSmall() && indent + before + line.length() + after <= LINE) {
            return line;
        }
        if (this instanceof Call call && !call.arguments().isEmpty()) {
            Code last = call.arguments().get(call.arguments().size() - 1);
            if (call.arguments().size() == 1 && (last instanceof Call || last instanceof Items)) {
                String open = call.callee() + "(";
                String close = ")" + call.suffix();
                return open + last.layout(indent, before + open.length(), close.length() + after) + close;
            }
            if (last instanceof Closure closure) {
                List<Code> others = call.arguments().subList(0, call.arguments().size() - 1);
                String head = call.callee() + "(" + lines(others, ", ") + (others.isEmpty() ? "" : ", ") + "|"
                        + closure.parameters() + "| {";
                if (indent + before + head.length() <= LINE
                        && head.length() - call.callee().length() - 1 <= SMALL
                        && others.stream().allMatch(Code::isSmall)) {
                    String body = closure.body().layout(indent + 4, 0, 0).replace("\n", "\n    ");
                    return head + "\n    " + body + "\n})" + call.suffix();
                }
            }
            return call.callee() + "(" + vertical(call.arguments(), indent) + ")" + call.suffix();
        } else if (this instanceof Part part) {
            return part.value() + "\n    " + part.get() + "\n    "
                    + new Call(".is_none_or", List.of(part.holds()), "")
                            .layout(indent + 4, 0, after)
                            .replace("\n", "\n    ");
        } else if (this instanceof Items items) {
            boolean packed = items.items().stream().allMatch(item -> item.line().length() <= SHORT_ITEM);
            return items.open() + (packed ? filled(items.items(), indent) : vertical(items.items(), indent)) + "]";
        } else if (this instanceof Chain chain) {
            StringBuilder all = new StringBuilder();
            for (Code operand : chain.operands()) {
                boolean first = all.length() == 0;
                String open = first ? "" : chain.operator() + " ";
                int used = first ? before : open.length();
                if (!first) {
                    all.append("\n    ").append(open);
                }
                boolean grouped = operand instanceof Chain;
                String text = operand.layout(first ? indent : indent + 4, used + (grouped ? 1 : 0), grouped ? 1 : 0);
                all.append(grouped ? "(" : "")
                        .append(first ? text : text.replace("\n", "\n    "))
                        .append(grouped ? ")" : "");
            }
            return all.toString();
        }
        return line;
    }

    /** Returns whether every call and array in it is narrow enough for one line. */
    private boolean isSmall() {
        if (this instanceof Call call) {
            return lines(call.arguments(), ", ").length() <= SMALL
                    && call.arguments().stream().allMatch(Code::isSmall);
        } else if (this instanceof Items items) {
            return lines(items.items(), ", ").length() <= SMALL;
        } else if (this instanceof Chain chain) {
            return chain.operands().stream().allMatch(Code::isSmall);
        } else if (this instanceof Part) {
            return line().length() <= SMALL;
        } else if (this instanceof Closure closure) {
            return closure.body().isSmall();
        }
        return true;
    }

    private static String vertical(List<Code> parts, int indent) {
        StringBuilder all = new StringBuilder("\n");
        for (Code part : parts) {
            all.append("    ")
                    .append(part.layout(indent + 4, 0, 1).replace("\n", "\n    "))
                    .append(",\n");
        }
        return all.toString();
    }

    private static String filled(List<Code> parts, int indent) {
        StringBuilder all = new StringBuilder("\n   ");
        int column = indent + 3;
        for (Code part : parts) {
            int width = part.line().length() + 2;
            if (column + width > LINE) {
                all.append("\n   ");
                column = indent + 3;
            }
            all.append(' ').append(part.line()).append(',');
            column += width;
        }
        return all.append('\n').toString();
    }
}
