package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.Set;

/**
 * Finds output that goes to the console past every logger: {@code System.out} and {@code System.err} in any form,
 * {@code printStackTrace()} without a target, and {@code Thread.dumpStack()}.
 *
 * <p>A stack trace that is printed into a given writer is not console output and not reported.
 */
public final class NoConsoleCheck extends SyntaxCheck {
    private static final Set<String> STREAMS = Set.of("out", "err");

    /** Creates the check. */
    public NoConsoleCheck() {
        super(TokenTypes.DOT, TokenTypes.METHOD_CALL, TokenTypes.METHOD_REF);
    }

    @Override
    public void visitToken(DetailAST ast) {
        DetailAST last = ast.getLastChild();
        switch (ast.getType()) {
            case TokenTypes.DOT -> {
                if (STREAMS.contains(last.getText()) && isType(nameOf(ast.getFirstChild()), "java.lang.System")) {
                    report(ast.getFirstChild(), "System." + last.getText());
                }
            }
            case TokenTypes.METHOD_REF -> {
                if (isConsoleCall(ast.getFirstChild(), last.getText())) {
                    report(last, last.getText());
                }
            }
            default -> {
                DetailAST callee = ast.getFirstChild();
                boolean qualified = callee.getType() == TokenTypes.DOT;
                String name = qualified ? callee.getLastChild().getText() : callee.getText();
                if (ast.findFirstToken(TokenTypes.ELIST).getChildCount() == 0
                        && isConsoleCall(callee.getFirstChild(), name)) {
                    report(qualified ? callee.getLastChild() : callee, name);
                }
            }
        }
    }

    private static boolean isConsoleCall(DetailAST receiver, String method) {
        return method.equals("printStackTrace")
                || (method.equals("dumpStack") && receiver != null && isType(nameOf(receiver), "java.lang.Thread"));
    }
}
