package io.neurectomy.codegen.pattern;

import java.util.Optional;

/** Regular expression literals of JavaScript with the flag {@code u}. */
final class JavaScriptDialect extends Dialect {

    /** Returns a literal of a text that is valid as it stands, else of the tree. */
    String literal(Optional<String> valid, Regex root) {
        String body = valid.map(JavaScriptDialect::delimited).orElseGet(() -> delimited(text(root)));
        return "/" + (body.isEmpty() ? "(?:)" : body) + "/u";
    }

    /** Escapes the slash, which would end the literal, and what would not be seen. */
    private static String delimited(String body) {
        StringBuilder out = new StringBuilder();
        boolean escape = false;
        for (int i = 0; i < body.length(); ) {
            int c = body.codePointAt(i);
            i += Character.charCount(c);
            if (c == '/' && !escape) {
                out.append("\\/");
            } else if (c != ' ' && !isVisible(c)) {
                out.append(new JavaScriptDialect().escaped(c));
            } else {
                out.appendCodePoint(c);
            }
            escape = c == '\\' && !escape;
        }
        return out.toString();
    }

    @Override
    Optional<String> bare(Regex.Item item) {
        if (item instanceof Regex.Shorthand shorthand) {
            String letter = switch (shorthand.kind()) {
                case DIGIT -> "d";
                case WORD -> "w";
                case SPACE -> "s";
            };
            return Optional.of("\\" + (shorthand.negated() ? letter.toUpperCase(java.util.Locale.ROOT) : letter));
        }
        if (item instanceof Regex.Property property) {
            String value = property.value().isEmpty() ? "" : "=" + property.value();
            return Optional.of((property.negated() ? "\\P{" : "\\p{") + property.name() + value + "}");
        }
        return Optional.empty();
    }

    @Override
    String classSyntax() {
        return "\\]^-[";
    }

    @Override
    String escaped(int codePoint) {
        return codePoint > 0xFFFF
                ? String.format("\\u{%x}", codePoint)
                : codePoint > 0xFF ? String.format("\\u%04x", codePoint) : String.format("\\x%02x", codePoint);
    }

    @Override
    String everything() {
        return "[^]";
    }

    @Override
    String nothing() {
        return "[]";
    }

    @Override
    String end() {
        return "$";
    }

    @Override
    String wordBoundary(boolean negated) {
        return negated ? "\\B" : "\\b";
    }

    @Override
    String backReference(int number, boolean certain) {
        return "(?:\\" + number + ")";
    }
}
