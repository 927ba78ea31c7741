package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;

/** Finds tests that are switched off by {@code @Disabled} without a text that says why. */
public final class DisabledReasonCheck extends SyntaxCheck {
    /** Creates the check. */
    public DisabledReasonCheck() {
        super(TokenTypes.ANNOTATION);
    }

    @Override
    public void visitToken(DetailAST annotation) {
        if (AnnotationName.of(annotation).equals("Disabled") && !hasReason(annotation)) {
            report(annotation);
        }
    }

    private static boolean hasReason(DetailAST annotation) {
        DetailAST pair = annotation.findFirstToken(TokenTypes.ANNOTATION_MEMBER_VALUE_PAIR);
        DetailAST expression = (pair == null ? annotation : pair).findFirstToken(TokenTypes.EXPR);
        if (expression == null) {
            return false;
        }
        DetailAST value = expression.getFirstChild();
        return switch (value.getType()) {
            case TokenTypes.STRING_LITERAL -> !value.getText().replace("\"", "").isBlank();
            case TokenTypes.TEXT_BLOCK_LITERAL_BEGIN ->
                !value.getFirstChild().getText().isBlank();
            default -> true;
        };
    }
}
