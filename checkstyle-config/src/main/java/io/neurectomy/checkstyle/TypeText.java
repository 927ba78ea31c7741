package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;

/** Types as they are written in the source, without annotations. */
final class TypeText {
    private TypeText() {}

    /** Returns the name in {@code type}, without arguments and dimensions, or an empty text for a primitive type. */
    static String nameIn(DetailAST type) {
        DetailAST name = type.findFirstToken(TokenTypes.DOT);
        if (name == null) {
            name = type.findFirstToken(TokenTypes.IDENT);
        }
        return name == null ? "" : SyntaxCheck.nameOf(name);
    }

    /** Returns {@code type} in one line, such as {@code Map<String, Object>}. */
    static String of(DetailAST type) {
        StringBuilder text = new StringBuilder();
        append(type, text);
        return text.toString();
    }

    private static void append(DetailAST ast, StringBuilder text) {
        if (ast.getType() == TokenTypes.DOT) {
            text.append(SyntaxCheck.nameOf(ast));
            return;
        }
        if (ast.getType() == TokenTypes.ANNOTATION || ast.getType() == TokenTypes.ANNOTATIONS) {
            return;
        }
        boolean container = ast.getFirstChild() != null;
        if (!container || ast.getType() == TokenTypes.ARRAY_DECLARATOR) {
            text.append(ast.getText());
        }
        if (ast.getType() == TokenTypes.COMMA) {
            text.append(' ');
        }
        for (DetailAST child = ast.getFirstChild(); child != null; child = child.getNextSibling()) {
            append(child, text);
        }
    }
}
