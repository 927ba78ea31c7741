package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides without types whether an expression is an executor of {@code java.util.concurrent}.
 *
 * <p>A name counts only when it is declared exactly once in the file, by a declaration in scope, with the type of an
 * executor: whatever shadows or overloads it makes the answer no, so that there are no false alarms.
 */
final class ExecutorReceiver {
    private static final Set<String> TYPES = Set.of(
            "ExecutorService",
            "ScheduledExecutorService",
            "AbstractExecutorService",
            "ThreadPoolExecutor",
            "ScheduledThreadPoolExecutor",
            "ForkJoinPool");

    private static final Set<Integer> DECLARATIONS = Set.of(
            TokenTypes.VARIABLE_DEF,
            TokenTypes.PARAMETER_DEF,
            TokenTypes.PATTERN_VARIABLE_DEF,
            TokenTypes.RECORD_COMPONENT_DEF,
            TokenTypes.RESOURCE,
            TokenTypes.LAMBDA);

    private ExecutorReceiver() {}

    static boolean isExecutor(DetailAST receiver) {
        if (receiver.getType() == TokenTypes.METHOD_CALL) {
            return isFactory(receiver);
        }
        String name = SyntaxCheck.nameOf(receiver);
        if (name.startsWith("this.")) {
            name = name.substring("this.".length());
        }
        List<DetailAST> declarations = new ArrayList<>();
        collect(rootOf(receiver), name, declarations);
        return declarations.size() == 1
                && isExecutorDeclaration(declarations.get(0))
                && isInScope(declarations.get(0), receiver);
    }

    private static boolean isFactory(DetailAST call) {
        String callee = SyntaxCheck.nameOf(call.getFirstChild());
        return callee.startsWith("Executors.new")
                || callee.startsWith("java.util.concurrent.Executors.new")
                || callee.equals("ForkJoinPool.commonPool");
    }

    private static boolean isExecutorDeclaration(DetailAST declaration) {
        DetailAST type = declaration.findFirstToken(TokenTypes.TYPE);
        if (type == null || type.getFirstChild() == null) {
            return false;
        }
        String written = SyntaxCheck.nameOf(type.getFirstChild());
        String simple = written.substring(written.lastIndexOf('.') + 1);
        if (!simple.equals("var")) {
            return TYPES.contains(simple);
        }
        DetailAST assign = declaration.findFirstToken(TokenTypes.ASSIGN);
        DetailAST value = assign == null ? declaration.getLastChild() : assign.getFirstChild();
        if (value == null) {
            value = declaration.getLastChild();
        }
        if (value.getType() == TokenTypes.EXPR) {
            value = value.getFirstChild();
        }
        return value.getType() == TokenTypes.METHOD_CALL && isFactory(value);
    }

    private static boolean isInScope(DetailAST declaration, DetailAST use) {
        DetailAST scope = declaration.getParent();
        if (declaration.getType() == TokenTypes.RESOURCE || scope.getType() == TokenTypes.PARAMETERS) {
            scope = scope.getParent();
        }
        if (scope.getType() == TokenTypes.RESOURCE_SPECIFICATION) {
            scope = scope.getParent();
        }
        for (DetailAST ast = use; ast != null; ast = ast.getParent()) {
            if (ast.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static DetailAST rootOf(DetailAST ast) {
        DetailAST root = ast;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }

    private static void collect(DetailAST ast, String name, List<DetailAST> found) {
        for (DetailAST child = ast.getFirstChild(); child != null; child = child.getNextSibling()) {
            DetailAST identifier = child.findFirstToken(TokenTypes.IDENT);
            if (DECLARATIONS.contains(child.getType()) && identifier != null && name.equals(identifier.getText())) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }
}
