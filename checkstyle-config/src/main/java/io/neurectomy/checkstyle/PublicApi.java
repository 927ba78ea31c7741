package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;

/** What others can see of a type: public and protected declarations in nothing but public and protected types. */
final class PublicApi {
    private PublicApi() {}

    /** Tells whether {@code declaration}, a member or a type, can be seen from another package. */
    static boolean contains(DetailAST declaration) {
        for (DetailAST ast = declaration; ; ) {
            DetailAST body = ast.getParent();
            boolean topLevel = body == null || body.getType() == TokenTypes.COMPILATION_UNIT;
            if (!topLevel && body.getType() != TokenTypes.OBJBLOCK) {
                return false;
            }
            DetailAST type = topLevel ? null : body.getParent();
            if (!isVisible(ast, type)) {
                return false;
            }
            if (type == null) {
                return true;
            }
            ast = type;
        }
    }

    private static boolean isVisible(DetailAST ast, DetailAST type) {
        if (ast.getType() == TokenTypes.ENUM_CONSTANT_DEF) {
            return true;
        }
        DetailAST modifiers = ast.findFirstToken(TokenTypes.MODIFIERS);
        if (modifiers == null) {
            return false;
        }
        boolean implicit = type != null
                && (type.getType() == TokenTypes.INTERFACE_DEF || type.getType() == TokenTypes.ANNOTATION_DEF);
        return implicit
                ? modifiers.findFirstToken(TokenTypes.LITERAL_PRIVATE) == null
                : modifiers.findFirstToken(TokenTypes.LITERAL_PUBLIC) != null
                        || modifiers.findFirstToken(TokenTypes.LITERAL_PROTECTED) != null;
    }
}
