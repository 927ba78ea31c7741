package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.AbstractCheck;
import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.FullIdent;

/**
 * A check that looks at fixed kinds of syntax and has one message, {@code finding}, whose text stands in the rule file.
 *
 * <p>Checkstyle creates one instance for each thread, so subclasses may keep the state of the current file in fields.
 */
abstract class SyntaxCheck extends AbstractCheck {
    private final int[] tokens;

    SyntaxCheck(int... tokens) {
        this.tokens = tokens;
    }

    @Override
    public final int[] getDefaultTokens() {
        return tokens.clone();
    }

    @Override
    public final int[] getAcceptableTokens() {
        return tokens.clone();
    }

    @Override
    public final int[] getRequiredTokens() {
        return tokens.clone();
    }

    /** Reports a finding at the place of {@code ast}; {@code arguments} fill the placeholders of the message. */
    final void report(DetailAST ast, Object... arguments) {
        log(ast, "finding", arguments);
    }

    /** Returns the dotted name that {@code ast} is, such as {@code java.lang.System}, or an empty text. */
    static String nameOf(DetailAST ast) {
        return FullIdent.createFullIdent(ast).getText();
    }

    /** Tells whether a name as written, simple or qualified, is the type {@code qualified}. */
    static boolean isType(String written, String qualified) {
        return written.equals(qualified) || (written.indexOf('.') < 0 && qualified.endsWith("." + written));
    }
}
