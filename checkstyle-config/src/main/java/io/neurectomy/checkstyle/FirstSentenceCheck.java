package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds Javadoc of the public API and of packages whose first sentence is missing or has no end.
 *
 * <p>Checkstyle's {@code SummaryJavadoc} parses the whole comment for this, at a multiple of the cost, and also judges
 * what nobody outside can see; its {@code JavadocStyle} exists only before Checkstyle 13.
 */
public final class FirstSentenceCheck extends SyntaxCheck {
    private static final Set<Integer> DECLARATIONS = Set.of(
            TokenTypes.ANNOTATION_DEF,
            TokenTypes.ANNOTATION_FIELD_DEF,
            TokenTypes.CLASS_DEF,
            TokenTypes.COMPACT_CTOR_DEF,
            TokenTypes.CTOR_DEF,
            TokenTypes.ENUM_CONSTANT_DEF,
            TokenTypes.ENUM_DEF,
            TokenTypes.INTERFACE_DEF,
            TokenTypes.METHOD_DEF,
            TokenTypes.PACKAGE_DEF,
            TokenTypes.RECORD_DEF,
            TokenTypes.VARIABLE_DEF);

    private static final Set<Integer> BEFORE_THE_NAME = Set.of(
            TokenTypes.ANNOTATION,
            TokenTypes.ANNOTATIONS,
            TokenTypes.DOT,
            TokenTypes.MODIFIERS,
            TokenTypes.TYPE,
            TokenTypes.TYPE_PARAMETERS);

    private static final Pattern STARS = Pattern.compile("(?m)^[ \\t]*\\*+|\\A\\*+");
    private static final Pattern TAGS = Pattern.compile("(?ms)^\\s*@\\w.*");
    private static final Pattern END =
            Pattern.compile("[.?!](?:\\s|\\)|<|$)|\\A\\s*\\{@(?:return|summary)\\b|\\{@inheritDoc}");

    /** Creates the check. */
    public FirstSentenceCheck() {
        super(TokenTypes.BLOCK_COMMENT_BEGIN);
    }

    @Override
    public boolean isCommentNodesRequired() {
        return true;
    }

    @Override
    public void visitToken(DetailAST comment) {
        String text = comment.getFirstChild().getText();
        if (text.startsWith("*") && isOnApi(comment) && !hasSentence(text)) {
            report(comment);
        }
    }

    private static boolean hasSentence(String comment) {
        String text = STARS.matcher(comment).replaceAll("");
        return END.matcher(TAGS.matcher(text).replaceFirst("").strip()).find();
    }

    private static boolean isOnApi(DetailAST comment) {
        DetailAST ast = comment.getParent();
        while (ast != null && BEFORE_THE_NAME.contains(ast.getType())) {
            ast = ast.getParent();
        }
        return ast != null
                && DECLARATIONS.contains(ast.getType())
                && (ast.getType() == TokenTypes.PACKAGE_DEF || PublicApi.contains(ast));
    }
}
