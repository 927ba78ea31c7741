package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.regex.Pattern;

/**
 * Finds comments, other than Javadoc, with a line that is a Java statement or opens a block. A block of such lines is
 * reported once, at its first line.
 */
public final class CommentedOutCodeCheck extends SyntaxCheck {
    // Prose may end in a semicolon, too: so a statement needs a call, an assignment or a keyword that fits its rest.
    private static final Pattern CODE = Pattern.compile("(?:"
            + "(?:import|package)(?: static)? [\\w.]+(?:\\.\\*)?"
            + "|(?:return|throw)(?: [\\w.\"]+| .*[()=+?].*)?"
            + "|(?:break|continue)"
            + "|(?:(?:final|private|public|protected|static) )+[\\w.<>\\[\\], ?]+ \\w+(?: = .*)?"
            + "|(?:[\\w.]+(?:<[^;]*>)?(?:\\[])* )?[\\w.]+(?:\\[\\w+])? (?:[-+*/|&]?=) [^=].*"
            + "|(?:new )?[\\w.]+\\(.*\\)(?:\\.\\w+\\(.*\\))*"
            + "|\\w+(?:\\+\\+|--)"
            + ");"
            + "|(?:\\} ?)?(?:(?:else )?if|for|while|switch|catch|try) ?\\(.*\\) ?\\{"
            + "|(?:\\} ?)?(?:else|try|finally|do) ?\\{"
            + "|(?:(?:final|private|public|protected|static|abstract) )+.*\\{");

    private int lastCodeLine;

    /** Creates the check. */
    public CommentedOutCodeCheck() {
        super(TokenTypes.SINGLE_LINE_COMMENT, TokenTypes.BLOCK_COMMENT_BEGIN);
    }

    @Override
    public boolean isCommentNodesRequired() {
        return true;
    }

    @Override
    public void beginTree(DetailAST root) {
        lastCodeLine = -1;
    }

    @Override
    public void visitToken(DetailAST comment) {
        String text = comment.getFirstChild().getText();
        boolean block = comment.getType() == TokenTypes.BLOCK_COMMENT_BEGIN;
        if ((block && text.startsWith("*")) || text.lines().noneMatch(CommentedOutCodeCheck::isCode)) {
            return;
        }
        if (lastCodeLine < 0 || comment.getLineNo() > lastCodeLine + 1) {
            report(comment);
        }
        lastCodeLine = comment.getLineNo();
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        if (text.startsWith("*")) {
            text = text.substring(1).strip();
        }
        return (text.endsWith(";") || text.endsWith("{")) && CODE.matcher(text).matches();
    }
}
