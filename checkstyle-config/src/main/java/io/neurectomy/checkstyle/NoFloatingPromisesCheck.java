package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.Set;

/**
 * Finds statements that start asynchronous work and drop its result, and with it every exception.
 *
 * <p>It reports what syntax alone proves: a stage method of {@code CompletionStage} at the end of a statement (Error
 * Prone's {@code FutureReturnValueIgnored} looks only at {@code Future}), the factories of {@code CompletableFuture},
 * and {@code submit} on an executor that is declared in the same file. A chain that ends with {@code whenComplete},
 * {@code handle} or {@code exceptionally} has dealt with the exception and is not reported.
 */
public final class NoFloatingPromisesCheck extends SyntaxCheck {
    private static final Set<String> FACTORIES = Set.of("supplyAsync", "runAsync", "allOf", "anyOf");

    private static final Set<String> STAGES = Set.of(
            "thenApply",
            "thenApplyAsync",
            "thenAccept",
            "thenAcceptAsync",
            "thenRun",
            "thenRunAsync",
            "thenCompose",
            "thenComposeAsync",
            "thenCombine",
            "thenCombineAsync",
            "thenAcceptBoth",
            "thenAcceptBothAsync",
            "runAfterBoth",
            "runAfterBothAsync",
            "runAfterEither",
            "runAfterEitherAsync",
            "applyToEither",
            "applyToEitherAsync",
            "acceptEither",
            "acceptEitherAsync");

    private static final Set<Integer> STATEMENTS = Set.of(
            TokenTypes.SLIST,
            TokenTypes.LITERAL_IF,
            TokenTypes.LITERAL_ELSE,
            TokenTypes.LITERAL_FOR,
            TokenTypes.LITERAL_WHILE,
            TokenTypes.LITERAL_DO,
            TokenTypes.LABELED_STAT);

    /** Creates the check. */
    public NoFloatingPromisesCheck() {
        super(TokenTypes.METHOD_CALL);
    }

    @Override
    public void visitToken(DetailAST call) {
        DetailAST callee = call.getFirstChild();
        if (callee.getType() != TokenTypes.DOT || !isStatement(call)) {
            return;
        }
        DetailAST receiver = callee.getFirstChild();
        String method = callee.getLastChild().getText();
        boolean dropped = STAGES.contains(method)
                || (FACTORIES.contains(method) && isType(nameOf(receiver), "java.util.concurrent.CompletableFuture"))
                || (method.equals("submit") && ExecutorReceiver.isExecutor(receiver));
        if (dropped) {
            report(call.getFirstChild().getLastChild(), method);
        }
    }

    private static boolean isStatement(DetailAST call) {
        DetailAST expression = call.getParent();
        if (expression.getType() != TokenTypes.EXPR) {
            return false;
        }
        DetailAST before = expression.getPreviousSibling();
        boolean condition = before != null && before.getType() == TokenTypes.LPAREN;
        return !condition && STATEMENTS.contains(expression.getParent().getType());
    }
}
