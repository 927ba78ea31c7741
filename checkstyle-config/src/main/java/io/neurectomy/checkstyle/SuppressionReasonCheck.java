package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code @SuppressWarnings} without a comment that says why: on a line of the annotation, or alone on the line
 * above it. A Javadoc comment above it documents the element and is not a reason.
 */
public final class SuppressionReasonCheck extends SyntaxCheck {
    private final List<DetailAST> suppressions = new ArrayList<>();
    private final Set<Integer> lines = new HashSet<>();
    private final Set<Integer> linesOfTheirOwn = new HashSet<>();

    /** Creates the check. */
    public SuppressionReasonCheck() {
        super(TokenTypes.ANNOTATION, TokenTypes.SINGLE_LINE_COMMENT, TokenTypes.BLOCK_COMMENT_BEGIN);
    }

    @Override
    public boolean isCommentNodesRequired() {
        return true;
    }

    @Override
    public void beginTree(DetailAST root) {
        suppressions.clear();
        lines.clear();
        linesOfTheirOwn.clear();
    }

    @Override
    public void visitToken(DetailAST ast) {
        if (ast.getType() != TokenTypes.ANNOTATION) {
            addComment(ast);
        } else if (AnnotationName.of(ast).equals("SuppressWarnings")) {
            suppressions.add(ast);
        }
    }

    private void addComment(DetailAST comment) {
        String text = comment.getFirstChild().getText();
        boolean javadoc = comment.getType() == TokenTypes.BLOCK_COMMENT_BEGIN && text.startsWith("*");
        if (javadoc || text.isBlank()) {
            return;
        }
        int last = comment.getLastChild().getLineNo();
        lines.add(comment.getLineNo());
        if (getLine(comment.getLineNo() - 1).substring(0, comment.getColumnNo()).isBlank()) {
            linesOfTheirOwn.add(comment.getType() == TokenTypes.BLOCK_COMMENT_BEGIN ? last : comment.getLineNo());
        }
    }

    @Override
    public void finishTree(DetailAST root) {
        for (DetailAST suppression : suppressions) {
            int first = suppression.getLineNo();
            boolean reason = linesOfTheirOwn.contains(first - 1);
            for (int line = first; line <= lastLine(suppression) && !reason; line++) {
                reason = lines.contains(line);
            }
            if (!reason) {
                report(suppression);
            }
        }
    }

    private static int lastLine(DetailAST annotation) {
        DetailAST end = annotation.findFirstToken(TokenTypes.RPAREN);
        return end == null ? annotation.getLineNo() : end.getLineNo();
    }
}
