package io.neurectomy.standard.internal;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.neurectomy.standard.JavaAnnotation;
import io.neurectomy.standard.JavaImport;
import io.neurectomy.standard.JavaMark;
import io.neurectomy.standard.JavaMethod;
import io.neurectomy.standard.JavaModule;
import io.neurectomy.standard.JavaSource;
import io.neurectomy.standard.JavaType;
import io.neurectomy.standard.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the facts of one Java file from its tree; used once. */
final class JavaFacts extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final SourceFile file;
    private final JavaText text;
    private final boolean tests;
    private final Set<String> generics = new HashSet<>();
    private final List<JavaType> types = new ArrayList<>();
    private final List<JavaMark> marks = new ArrayList<>();
    private final Deque<TypeDraft> open = new ArrayDeque<>();
    private Optional<MethodDraft> method = Optional.empty();
    private Optional<JavaModule> module = Optional.empty();
    private List<JavaAnnotation> annotations = List.of();
    private String javadoc = "";
    // Lambdas and anonymous classes around the current tree: what stands in them runs at some other time.
    private int deferred;

    JavaFacts(Trees trees, CompilationUnitTree unit, SourceFile file, boolean tests) {
        this.trees = trees;
        this.unit = unit;
        this.file = file;
        this.text = new JavaText(trees, unit, file.text());
        this.tests = tests;
    }

    JavaSource read() {
        List<JavaImport> imports = unit.getImports().stream()
                .map(i -> new JavaImport(i.getQualifiedIdentifier().toString(), i.isStatic(), text.line(i)))
                .toList();
        imports.forEach(i -> GenericTypes.simpleName(i.name()).ifPresent(generics::add));
        scan(unit, null);
        PackageTree named = unit.getPackage();
        return new JavaSource(
                file.path(),
                named == null ? "" : named.getPackageName().toString(),
                javadoc,
                annotations,
                module,
                imports,
                types,
                marks,
                text.isGenerated(),
                Optional.empty());
    }

    @Override
    public @Nullable Void visitPackage(PackageTree node, @Nullable Void unused) {
        if (file.name().equals("package-info.java")) {
            javadoc = javadoc();
            annotations = text.annotations(node.getAnnotations());
        }
        return null;
    }

    @Override
    public @Nullable Void visitModule(ModuleTree node, @Nullable Void unused) {
        Map<String, List<String>> exports = new TreeMap<>();
        node.getDirectives().stream()
                .filter(ExportsTree.class::isInstance)
                .map(ExportsTree.class::cast)
                .forEach(e -> exports.put(e.getPackageName().toString(), names(e.getModuleNames())));
        module = Optional.of(new JavaModule(node.getName().toString(), exports));
        javadoc = javadoc();
        annotations = text.annotations(node.getAnnotations());
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
        if (node.getSimpleName().length() == 0 || method.isPresent()) {
            return deferred(() -> super.visitClass(node, null));
        }
        Optional<TypeDraft> outer = Optional.ofNullable(open.peek());
        TypeDraft draft = new TypeDraft(node, outer, text.annotations(node.getModifiers()), javadoc(), text.line(node));
        open.push(draft);
        int position = types.size();
        Stream.concat(Stream.ofNullable(node.getExtendsClause()), node.getImplementsClause().stream())
                .forEach(this::markRaw);
        super.visitClass(node, null);
        open.pop();
        types.add(position, draft.type());
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
        markRaw(node.getReturnType());
        Optional<MethodDraft> around = method;
        // A method of an anonymous or local class is a part of the method that creates it.
        if (around.isEmpty()) {
            method = Optional.of(new MethodDraft(node));
        }
        super.visitMethod(node, null);
        if (around.isEmpty()) {
            TypeDraft type = open.element();
            boolean visible = type.makesVisible(node.getModifiers().getFlags());
            List<JavaAnnotation> written = text.annotations(node.getModifiers());
            if (tests || visible || !written.isEmpty()) {
                type.methods.add(method.orElseThrow().method(visible, javadoc(), written, text.line(node)));
            }
        }
        method = around;
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
        markRaw(node.getType());
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree && method.isEmpty()) {
            open.element().addMember(node);
        }
        return super.visitVariable(node, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void unused) {
        markRaw(node.getIdentifier());
        return super.visitNewClass(node, null);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree node, @Nullable Void unused) {
        markRaw(node.getType());
        return super.visitTypeCast(node, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void unused) {
        return deferred(() -> super.visitLambdaExpression(node, null));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
        Tree called = node.getMethodSelect();
        if (called instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            call("." + name);
            if (name.equals("printStackTrace") && node.getArguments().isEmpty()) {
                mark(JavaMark.Kind.STACK_TRACE, "printStackTrace()", node);
            }
            if (name.equals("sleep") && deferred == 0 && isSleeper(select.getExpression())) {
                mark(JavaMark.Kind.SLEEP, called.toString(), node);
            }
        } else if (called instanceof IdentifierTree own) {
            call(own.getName().toString());
        }
        return super.visitMethodInvocation(node, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
        if (node.getExpression() instanceof IdentifierTree system
                && system.getName().contentEquals("System")
                && (node.getIdentifier().contentEquals("out")
                        || node.getIdentifier().contentEquals("err"))) {
            mark(JavaMark.Kind.CONSOLE, "System." + node.getIdentifier(), node);
        }
        return super.visitMemberSelect(node, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void unused) {
        if (!tests) {
            return null;
        }
        String name = node.getName().toString();
        if (Character.isUpperCase(name.charAt(0))) {
            method.ifPresentOrElse(m -> m.names.add(name), () -> {
                if (!open.isEmpty()) {
                    open.element().names.add(name);
                }
            });
        }
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree node, @Nullable Void unused) {
        method.ifPresent(m -> m.decides = true);
        return super.visitThrow(node, null);
    }

    @Override
    public @Nullable Void visitAssert(AssertTree node, @Nullable Void unused) {
        method.ifPresent(m -> m.decides = true);
        return super.visitAssert(node, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void unused) {
        JavaAnnotation annotation = text.annotation(node);
        if (annotation.name().equals("SuppressWarnings")) {
            mark(
                    JavaMark.Kind.SUPPRESSION,
                    String.join(", ", annotation.values().getOrDefault("value", List.of())),
                    node);
        }
        return super.visitAnnotation(node, null);
    }

    private static boolean isSleeper(Tree receiver) {
        Tree type = receiver instanceof MemberSelectTree unit ? unit.getExpression() : receiver;
        return type instanceof IdentifierTree name
                && (name.getName().contentEquals("Thread") || name.getName().contentEquals("TimeUnit"));
    }

    private @Nullable Void deferred(Runnable scan) {
        deferred++;
        scan.run();
        deferred--;
        return null;
    }

    private void call(String name) {
        if (tests) {
            method.ifPresent(m -> m.calls.add(name));
        }
    }

    private void mark(JavaMark.Kind kind, String what, Tree tree) {
        int line = text.line(tree);
        marks.add(new JavaMark(kind, what, line, text.isExplained(line)));
    }

    private void markRaw(@Nullable Tree type) {
        GenericTypes.raw(type, generics).forEach(raw -> mark(JavaMark.Kind.RAW_TYPE, raw.toString(), raw));
    }

    private String javadoc() {
        String comment = trees.getDocComment(getCurrentPath());
        return comment == null ? "" : comment.strip();
    }

    private static List<String> names(@Nullable List<?> trees) {
        return trees == null ? List.of() : trees.stream().map(String::valueOf).toList();
    }

    /** A method whose body is being read. */
    private static final class MethodDraft {
        private final MethodTree tree;
        private final Set<String> calls = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private boolean decides;

        MethodDraft(MethodTree tree) {
            this.tree = tree;
        }

        JavaMethod method(boolean visible, String javadoc, List<JavaAnnotation> annotations, int line) {
            return new JavaMethod(
                    tree.getName().toString(), visible, javadoc, annotations, line, calls, names, decides);
        }
    }
}
