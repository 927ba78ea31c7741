package io.neurectomy.codegen.pattern;

import java.util.Optional;

/** The crate {@code regex}, on {@code str}. */
final class RustDialect extends Dialect {

    @Override
    Optional<String> bare(Regex.Item item) {
        if (item instanceof Regex.Property property) {
            String value = property.value().isEmpty() ? "" : "=" + property.value();
            return Optional.of((property.negated() ? "\\P{" : "\\p{") + property.name() + value + "}");
        }
        return Optional.empty();
    }

    /** A text in UTF-8 holds no surrogates, and Rust knows no class that does. */
    @Override
    CharacterSet characters(CharacterSet set) {
        return set.withoutSurrogates();
    }

    @Override
    String classSyntax() {
        return "\\]^-[&~";
    }

    @Override
    String escaped(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return nothing();
        }
        return String.format("\\x{%x}", codePoint);
    }

    @Override
    String nothing() {
        return "[^\\s\\S]";
    }

    @Override
    String end() {
        return "$";
    }

    @Override
    String wordBoundary(boolean negated) {
        if (negated) {
            throw new Unsayable();
        }
        return "(?-u:\\b)";
    }

    @Override
    String look(Regex.Look look) {
        throw new Unsayable();
    }

    @Override
    String backReference(int number, boolean certain) {
        throw new Unsayable();
    }
}
