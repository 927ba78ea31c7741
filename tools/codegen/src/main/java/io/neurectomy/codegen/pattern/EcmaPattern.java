package io.neurectomy.codegen.pattern;

import java.util.Optional;

/** A regular expression as JSON Schema uses it: ECMA-262, code point by code point, found anywhere in a text. */
public final class EcmaPattern {

    private final String source;
    private final Regex root;
    private final boolean unicode;
    private final Optional<String> foreign;

    private EcmaPattern(String source, Regex root, boolean unicode, Optional<String> foreign) {
        this.source = source;
        this.root = root;
        this.unicode = unicode;
        this.foreign = foreign;
    }

    /**
     * Reads a regular expression by the grammar of the {@code u} flag or, where that forbids it, of annex B.
     *
     * @param source the text, without delimiters
     * @return the expression
     * @throws InvalidPatternException if it is none
     */
    public static EcmaPattern parse(String source) throws InvalidPatternException {
        PatternParser parser = new PatternParser(source);
        Regex root = parser.parse();
        return new EcmaPattern(source, root, parser.unicode(), parser.foreign());
    }

    /**
     * Returns the text that was read.
     *
     * @return as it stands in the schema
     */
    public String source() {
        return source;
    }

    /**
     * Returns what it means.
     *
     * @return the tree
     */
    public Regex root() {
        return root;
    }

    /**
     * Returns what was understood although no grammar of ECMA-262 has it, so that other tools will refuse the schema.
     *
     * @return such as {@code '(?i)' is not ECMA-262}
     */
    public Optional<String> foreign() {
        return foreign;
    }

    /**
     * Returns the literal of JavaScript.
     *
     * @return such as {@code /^[A-Z]+$/u}; on one line, always with the flag {@code u}
     */
    public String toJavaScript() {
        return new JavaScriptDialect().literal(unicode ? Optional.of(source) : Optional.empty(), root);
    }

    /**
     * Returns the expression for {@code java.util.regex}, to be searched with {@code find()} and no flag.
     *
     * @return the text, not escaped for a string literal; empty if Java can't say it
     */
    public Optional<String> toJava() {
        return new JavaDialect().write(root).filter(JavaDialect::compiles);
    }

    /**
     * Returns the expression for Python's module {@code re}, to be searched with {@code search} and no flag.
     *
     * @return the text, not escaped for a string literal; empty if Python can't say it
     */
    public Optional<String> toPython() {
        return new PythonDialect().write(root);
    }

    /**
     * Returns the expression for the crate {@code regex}, to be searched with {@code is_match} and no option.
     *
     * @return the text, not escaped for a string literal; empty if it looks around, refers back, or else can't be said
     */
    public Optional<String> toRust() {
        return new RustDialect().write(root);
    }

    /**
     * Returns whether a matcher that backtracks, as those of JavaScript, Java and Python do, can take time exponential in
     * the length of a text that does not match.
     *
     * @return whether a part of a text can be read in two ways by a repetition, again and again
     */
    public boolean isCatastrophic() {
        return Ambiguity.of(root).isExponential();
    }

    @Override
    public String toString() {
        return source;
    }
}
