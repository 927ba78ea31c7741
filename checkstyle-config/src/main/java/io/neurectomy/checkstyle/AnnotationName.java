package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.Set;

/** The simple names of annotations, whether they are written simple or qualified. */
final class AnnotationName {
    /** What marks a method as a test for the JUnit Platform: Jupiter's five, and the property of jqwik. */
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property");

    private AnnotationName() {}

    /** Returns the last part of the name of {@code annotation}, a token {@code ANNOTATION}. */
    static String of(DetailAST annotation) {
        DetailAST name = annotation.findFirstToken(TokenTypes.AT).getNextSibling();
        return name.getType() == TokenTypes.DOT ? name.getLastChild().getText() : name.getText();
    }

    /** Tells whether {@code declaration} carries an annotation with one of {@code names}. */
    static boolean isOn(DetailAST declaration, Set<String> names) {
        DetailAST modifiers = declaration.findFirstToken(TokenTypes.MODIFIERS);
        if (modifiers == null) {
            modifiers = declaration.findFirstToken(TokenTypes.ANNOTATIONS);
        }
        if (modifiers == null) {
            return false;
        }
        for (DetailAST child = modifiers.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getType() == TokenTypes.ANNOTATION && names.contains(of(child))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether {@code method} is a test method. */
    static boolean isTest(DetailAST method) {
        return isOn(method, TESTS);
    }
}
