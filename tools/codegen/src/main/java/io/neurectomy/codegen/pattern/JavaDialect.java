package io.neurectomy.codegen.pattern;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code java.util.regex}. */
final class JavaDialect extends Dialect {

    /** Java finds the width of some lookbehinds not obvious although they have one. */
    static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException refused) {
            return false;
        }
    }

    @Override
    Optional<String> bare(Regex.Item item) {
        if (item instanceof Regex.Shorthand shorthand) {
            return switch (shorthand.kind()) {
                case DIGIT -> Optional.of(shorthand.negated() ? "\\D" : "\\d");
                case WORD -> Optional.of(shorthand.negated() ? "\\W" : "\\w");
                case SPACE -> Optional.empty(); // Java's knows ASCII only.
            };
        }
        if (item instanceof Regex.Property property) {
            String prefix = property.negated() ? "\\P{" : "\\p{";
            return switch (property.name()) {
                case "General_Category" -> Optional.of(prefix + property.value() + "}");
                case "Script" -> Optional.of(prefix + "Is" + property.value() + "}");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    @Override
    String classSyntax() {
        return "\\]^-[&";
    }

    @Override
    String escaped(int codePoint) {
        return codePoint > 0xFFFF
                ? String.format("\\x{%x}", codePoint)
                : codePoint > 0xFF ? String.format("\\u%04x", codePoint) : String.format("\\x%02x", codePoint);
    }

    @Override
    String end() {
        return "\\z";
    }

    /** Java's {@code \b} has other word characters than its {@code \w}, and not the same ones in each release. */
    @Override
    String wordBoundary(boolean negated) {
        return negated ? "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))" : "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
    }

    @Override
    String look(Regex.Look look) {
        if (!look.ahead() && !Width.of(look.body()).bounded()) {
            throw new Unsayable();
        }
        return super.look(look);
    }
}
