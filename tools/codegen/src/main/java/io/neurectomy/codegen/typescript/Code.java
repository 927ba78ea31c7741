package io.neurectomy.codegen.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An expression with its layout: on one line if it fits, else broken as Prettier does. */
sealed interface Code {

    /** How long a line may be. */
    int LINE = 80;

    /** Returns the length on one line. */
    int width();

    /** Appends it in one line. */
    void flat(StringBuilder out);

    /** Appends it broken, if it can be. */
    void broken(StringBuilder out, int depth);

    /**
     * Text that can't be broken.
     *
     * @param text the text
     */
    record Text(String text) implements Code {
        @Override
        public int width() {
            return text.length();
        }

        @Override
        public void flat(StringBuilder out) {
            out.append(text);
        }

        @Override
        public void broken(StringBuilder out, int depth) {
            out.append(text);
        }
    }

    /**
     * A value behind a key.
     *
     * @param key with the colon
     * @param value its value
     * @param width on one line
     */
    record Pair(String key, Code value, int width) implements Code {
        @Override
        public void flat(StringBuilder out) {
            out.append(key);
            value.flat(out);
        }

        @Override
        public void broken(StringBuilder out, int depth) {
            out.append(key);
            if (value instanceof Text && key.trim().length() > 1) {
                // A value that does not fit beside its key stands below it.
                out.append('\n').append("  ".repeat(depth + 1));
                value.flat(out);
                int space = out.lastIndexOf(key) + key.length() - 1;
                if (out.charAt(space) == ' ') {
                    out.deleteCharAt(space);
                }
                return;
            }
            value.broken(out, depth);
        }
    }

    /**
     * Items between brackets.
     *
     * @param open the opening bracket with what stands before it
     * @param items the items
     * @param close the closing bracket
     * @param padded whether there are spaces inside the brackets on one line
     * @param width on one line
     */
    record Group(String open, List<Code> items, String close, boolean padded, int width) implements Code {
        @Override
        public void flat(StringBuilder out) {
            out.append(open).append(padded ? " " : "");
            String separator = "";
            for (Code item : items) {
                out.append(separator);
                item.flat(out);
                separator = ", ";
            }
            out.append(padded ? " " : "").append(close);
        }

        @Override
        public void broken(StringBuilder out, int depth) {
            out.append(open);
            if (items.stream().allMatch(Group::isNumber)) {
                fill(out, depth);
            } else {
                for (Code item : items) {
                    out.append('\n').append("  ".repeat(depth + 1));
                    item.write(out, depth + 1, 1);
                    out.append(',');
                }
            }
            out.append('\n').append("  ".repeat(depth)).append(close);
        }

        private void fill(StringBuilder out, int depth) {
            int column = LINE;
            for (Code item : items) {
                if (column + item.width() + 2 > LINE) {
                    out.append('\n').append("  ".repeat(depth + 1));
                    column = 2 * depth + 2;
                } else {
                    out.append(' ');
                    column++;
                }
                item.flat(out);
                out.append(',');
                column += item.width() + 1;
            }
        }

        private static boolean isNumber(Code item) {
            return item instanceof Text text && text.text().matches("-?\\d.*");
        }
    }

    static Code text(String text) {
        return new Text(text);
    }

    static Code pair(String key, Code value) {
        return new Pair(key + ": ", value, key.length() + 2 + value.width());
    }

    static Code object(List<Code> members) {
        return members.isEmpty() ? text("{}") : group("{", members, "}", true);
    }

    static Code array(List<Code> items) {
        return items.isEmpty() ? text("[]") : group("[", items, "]", false);
    }

    /** A call; the brackets of a last argument that has some stand beside those of the call. */
    static Code call(String function, Code... arguments) {
        return call(function, List.of(arguments));
    }

    static Code call(String function, List<Code> arguments) {
        if (arguments.isEmpty()) {
            return text(function + "()");
        }
        List<Code> before = arguments.subList(0, arguments.size() - 1);
        Code last = arguments.get(arguments.size() - 1);
        boolean literal = last instanceof Group group
                && (group.open().equals("{") || group.open().equals("["));
        if (literal && before.stream().allMatch(Text.class::isInstance)) {
            StringBuilder open = new StringBuilder(function).append('(');
            for (Code argument : before) {
                argument.flat(open);
                open.append(", ");
            }
            Group group = (Group) last;
            return group(open + group.open(), group.items(), group.close() + ")", group.padded());
        }
        return group(function + "(", arguments, ")", false);
    }

    private static Code group(String open, List<Code> items, String close, boolean padded) {
        int width = open.length() + close.length() + (padded ? 2 : 0) + 2 * (items.size() - 1);
        for (Code item : items) {
            width += item.width();
        }
        return new Group(open, List.copyOf(new ArrayList<>(items)), close, padded, width);
    }

    /**
     * Appends it in the better way.
     *
     * @param out the end of it stands where this goes
     * @param depth the indentation of the line
     * @param behind how many characters must fit behind it
     */
    default void write(StringBuilder out, int depth, int behind) {
        int column = out.length() - out.lastIndexOf("\n") - 1;
        if (column + width() + behind <= LINE) {
            flat(out);
        } else {
            broken(out, depth);
        }
    }

    /** Returns all of several, or the only one. */
    static Code all(Stream<Code> checks) {
        List<Code> all = checks.filter(check -> !check.equals(Checks.ANY)).toList();
        return all.isEmpty() ? Checks.ANY : all.size() == 1 ? all.get(0) : call("json.allOf", all);
    }
}
