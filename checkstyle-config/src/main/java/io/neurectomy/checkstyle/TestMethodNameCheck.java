package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.regex.Pattern;

/**
 * Finds test methods that are not named by a behaviour: those that begin with {@code test}, and those whose one word fits
 * any test. Another single word may say it all: {@code parses} in a test of a parser.
 */
public final class TestMethodNameCheck extends SyntaxCheck {
    private static final Pattern VAGUE = Pattern.compile(
            "test(?:[A-Z0-9_].*)?|(?:basic|case|check|checks|fails?|failure|foo|it|ok|runs?|simple|success|works?)[0-9_]*");

    /** Creates the check. */
    public TestMethodNameCheck() {
        super(TokenTypes.METHOD_DEF);
    }

    @Override
    public void visitToken(DetailAST method) {
        DetailAST name = method.findFirstToken(TokenTypes.IDENT);
        if (VAGUE.matcher(name.getText()).matches() && AnnotationName.isTest(method)) {
            report(name, name.getText());
        }
    }
}
