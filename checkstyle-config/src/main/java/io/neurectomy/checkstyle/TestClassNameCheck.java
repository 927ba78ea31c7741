package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.regex.Pattern;

/**
 * Finds classes with test methods whose name ends neither in {@code Test} nor in {@code IT}.
 *
 * <p>Abstract classes and interfaces are contracts that others run, and may have any name. A nested class is run by its
 * outermost class, whose name counts.
 */
public final class TestClassNameCheck extends SyntaxCheck {
    private static final Pattern NAME = Pattern.compile(".*(?:Test|IT)");

    private boolean seen;

    /** Creates the check. */
    public TestClassNameCheck() {
        super(TokenTypes.METHOD_DEF);
    }

    @Override
    public void beginTree(DetailAST root) {
        seen = false;
    }

    @Override
    public void visitToken(DetailAST method) {
        if (seen || !AnnotationName.isTest(method)) {
            return;
        }
        DetailAST type = outermostType(method);
        DetailAST name = type.findFirstToken(TokenTypes.IDENT);
        boolean contract = type.getType() == TokenTypes.INTERFACE_DEF
                || type.findFirstToken(TokenTypes.MODIFIERS).findFirstToken(TokenTypes.ABSTRACT) != null;
        if (!contract && !NAME.matcher(name.getText()).matches()) {
            seen = true;
            report(name, name.getText());
        }
    }

    private static DetailAST outermostType(DetailAST method) {
        DetailAST type = method;
        for (DetailAST ast = method; ast != null; ast = ast.getParent()) {
            if (ast.findFirstToken(TokenTypes.OBJBLOCK) != null) {
                type = ast;
            }
        }
        return type;
    }
}
