package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.nio.file.Path;
import java.util.Set;

/** Finds package declarations in {@code package-info.java} that say nothing about null. */
public final class NullMarkedCheck extends SyntaxCheck {
    private static final Set<String> MARKS = Set.of("NullMarked", "NullUnmarked");

    /** Creates the check. */
    public NullMarkedCheck() {
        super(TokenTypes.PACKAGE_DEF);
    }

    @Override
    public void visitToken(DetailAST declaration) {
        if (Path.of(getFilePath()).endsWith("package-info.java") && !AnnotationName.isOn(declaration, MARKS)) {
            report(declaration);
        }
    }
}
