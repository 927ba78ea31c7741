package io.neurectomy.codegen.pattern;

import java.util.List;

/** Python's module {@code re}, on {@code str}. */
final class PythonDialect extends Dialect {

    @Override
    String classSyntax() {
        return "\\]^-[&|~";
    }

    @Override
    String escaped(int codePoint) {
        return codePoint > 0xFFFF
                ? String.format("\\U%08x", codePoint)
                : codePoint > 0xFF ? String.format("\\u%04x", codePoint) : String.format("\\x%02x", codePoint);
    }

    @Override
    String end() {
        return "\\Z";
    }

    @Override
    String wordBoundary(boolean negated) {
        return negated ? "(?a:\\B|^\\Z)" : "(?a:\\b)";
    }

    /** Python looks behind by a fixed width, so each option of a choice looks on its own. */
    @Override
    String look(Regex.Look look) {
        if (look.ahead()) {
            return super.look(look);
        }
        List<Regex> options = look.body() instanceof Regex.Choice choice ? choice.options() : List.of(look.body());
        if (!options.stream().allMatch(option -> Width.of(option).fixed())) {
            throw new Unsayable();
        }
        List<String> looks = options.stream()
                .map(option -> super.look(new Regex.Look(false, look.negated(), option)))
                .toList();
        return look.negated() || looks.size() == 1 ? String.join("", looks) : "(?:" + String.join("|", looks) + ")";
    }
}
