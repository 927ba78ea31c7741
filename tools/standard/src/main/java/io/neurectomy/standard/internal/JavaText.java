package io.neurectomy.standard.internal;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.neurectomy.standard.JavaAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text beneath a tree: lines, comments beside them, annotations as they are written. */
final class JavaText {
    private static final Pattern GENERATED = Pattern.compile(
            "(?i)\\b(?:do not (?:edit|modify)|(?:auto-?|automatically )?generated (?:by|from) )|@generated\\b");
    private static final int LONGEST_VALUE = 200;

    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final String text;

    JavaText(Trees trees, CompilationUnitTree unit, String text) {
        this.positions = trees.getSourcePositions();
        this.unit = unit;
        this.text = text;
    }

    /** The line on which a tree begins; of a declaration the line behind its annotations. */
    int line(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        if (tree instanceof ClassTree type) {
            start = behind(type.getModifiers(), start);
        } else if (tree instanceof MethodTree method) {
            start = behind(method.getModifiers(), start);
        }
        return start < 0 ? 1 : (int) unit.getLineMap().getLineNumber(start);
    }

    /** Tells whether a comment other than Javadoc stands on a line, or is all that the line above holds. */
    boolean isExplained(int line) {
        String own = lineText(line);
        String above = line > 1 ? lineText(line - 1).strip() : "";
        return own.contains("//")
                || own.contains("/*")
                || above.startsWith("//")
                || (above.endsWith("*/") && !startsJavadoc(line - 1));
    }

    /** Tells whether the text before the first type says that a tool wrote the file. */
    boolean isGenerated() {
        List<? extends Tree> types = unit.getTypeDecls();
        long end = types.isEmpty() ? 0 : positions.getStartPosition(unit, types.get(0));
        String head = text.substring(0, (int) Math.max(Math.min(end, text.length()), 0));
        boolean annotated = types.stream()
                .filter(ClassTree.class::isInstance)
                .flatMap(t -> ((ClassTree) t).getModifiers().getAnnotations().stream())
                .anyMatch(a -> annotation(a).name().equals("Generated"));
        return annotated || GENERATED.matcher(head).find();
    }

    List<JavaAnnotation> annotations(ModifiersTree modifiers) {
        return annotations(modifiers.getAnnotations());
    }

    List<JavaAnnotation> annotations(List<? extends AnnotationTree> trees) {
        return trees.stream().map(this::annotation).toList();
    }

    JavaAnnotation annotation(AnnotationTree tree) {
        Map<String, List<String>> values = new TreeMap<>();
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree assignment) {
                values.put(assignment.getVariable().toString(), values(assignment.getExpression()));
            } else {
                values.put("value", values(argument));
            }
        }
        String name = tree.getAnnotationType().toString();
        return new JavaAnnotation(name.substring(name.lastIndexOf('.') + 1), values, line(tree));
    }

    private static List<String> values(ExpressionTree expression) {
        if (expression instanceof NewArrayTree array && array.getInitializers() != null) {
            List<String> all = new ArrayList<>();
            array.getInitializers().forEach(e -> all.addAll(values(e)));
            return all;
        }
        String value =
                expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
        return List.of(value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
    }

    private long behind(ModifiersTree modifiers, long start) {
        long end = positions.getEndPosition(unit, modifiers);
        if (end < 0) {
            return start;
        }
        int at = (int) end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean startsJavadoc(int line) {
        for (int i = line; i > 0; i--) {
            String candidate = lineText(i);
            if (candidate.contains("/*")) {
                return candidate.contains("/**");
            }
        }
        return false;
    }

    private String lineText(int line) {
        int start = (int) unit.getLineMap().getStartPosition(line);
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
