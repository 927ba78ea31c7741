package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.regex.Pattern;

/**
 * Finds test methods that are not named by a behaviour: those that begin with {@code test}, and those of one word, which
 * can't say both what is done and what comes of it.
 */
public final class TestMethodNameCheck extends SyntaxCheck {
    private static final Pattern BEHAVIOUR = Pattern.compile("(?!test(?:[A-Z0-9_]|$))[a-z]+[0-9_]*[A-Z0-9_].*");

    /** Creates the check. */
    public TestMethodNameCheck() {
        super(TokenTypes.METHOD_DEF);
    }

    @Override
    public void visitToken(DetailAST method) {
        DetailAST name = method.findFirstToken(TokenTypes.IDENT);
        if (!BEHAVIOUR.matcher(name.getText()).matches() && AnnotationName.isTest(method)) {
            report(name, name.getText());
        }
    }
}
