package io.neurectomy.standard.internal;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.neurectomy.standard.JavaAnnotation;
import io.neurectomy.standard.JavaMethod;
import io.neurectomy.standard.JavaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A type whose body is being read. */
final class TypeDraft {
    final List<JavaMethod> methods = new ArrayList<>();
    /** Types that fields name: any method of the type may use them. */
    final Set<String> names = new HashSet<>();

    private final List<String> members = new ArrayList<>();
    private final ClassTree tree;
    private final String name;
    private final boolean visible;
    private final List<JavaAnnotation> annotations;
    private final String javadoc;
    private final int line;

    TypeDraft(ClassTree tree, Optional<TypeDraft> outer, List<JavaAnnotation> annotations, String javadoc, int line) {
        this.tree = tree;
        this.name = outer.map(o -> o.name + ".").orElse("") + tree.getSimpleName();
        Set<Modifier> modifiers = tree.getModifiers().getFlags();
        this.visible = outer.map(o -> o.makesVisible(modifiers)).orElse(modifiers.contains(Modifier.PUBLIC));
        this.annotations = annotations;
        this.javadoc = javadoc;
        this.line = line;
    }

    /** Tells whether a member with these modifiers can be seen from other packages. */
    boolean makesVisible(Set<Modifier> modifiers) {
        boolean implicit = kind() == JavaType.Kind.INTERFACE || kind() == JavaType.Kind.ANNOTATION;
        return visible
                && !modifiers.contains(Modifier.PRIVATE)
                && (implicit || modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED));
    }

    void addMember(VariableTree field) {
        // The parser turns an enum's constants into static fields that are created on the spot.
        boolean constant = tree.getKind() == Tree.Kind.ENUM
                && field.getInitializer() instanceof NewClassTree
                && tree.getSimpleName().contentEquals(String.valueOf(field.getType()));
        if (constant || !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
            members.add(field.getName().toString());
        }
    }

    JavaType type() {
        List<JavaMethod> complete = methods.stream()
                .map(m -> names.isEmpty() || m.calls().isEmpty() ? m : m.naming(names))
                .toList();
        return new JavaType(
                name, kind(), visible, javadoc, annotations, line, tree.getExtendsClause() != null, members, complete);
    }

    private JavaType.Kind kind() {
        return switch (tree.getKind()) {
            case INTERFACE -> JavaType.Kind.INTERFACE;
            case ENUM -> JavaType.Kind.ENUM;
            case RECORD -> JavaType.Kind.RECORD;
            case ANNOTATION_TYPE -> JavaType.Kind.ANNOTATION;
            default -> JavaType.Kind.CLASS;
        };
    }
}
