package io.neurectomy.checkstyle;

import com.puppycrawl.tools.checkstyle.api.DetailAST;
import com.puppycrawl.tools.checkstyle.api.TokenTypes;
import java.util.Set;

/**
 * Finds signatures of the public API that give up the type: {@code Object}, containers of it such as
 * {@code Map<String, Object>}, and, where a value comes out, containers of {@code ?}.
 *
 * <p>Not reported is what a signature can't avoid or what is common usage: overriding methods, {@code equals},
 * {@code clone} and the hooks of serialization, {@code Object...} and {@code Object[]} as parameters (as in formatted
 * messages), {@code Class<?>}, {@code Future<?>} and a container of {@code ?} as a parameter, which promises only not to
 * look at the elements. Packages with a part {@code internal} have no public API.
 */
public final class NoAnyCheck extends SyntaxCheck {
    private static final Set<String> FORCED = Set.of("equals", "clone", "readResolve", "writeReplace");

    private static final Set<String> CONTAINERS = Set.of(
            "Collection",
            "CompletableFuture",
            "CompletionStage",
            "Deque",
            "HashMap",
            "Iterable",
            "Iterator",
            "List",
            "ArrayList",
            "Map",
            "Optional",
            "Queue",
            "Set",
            "SequencedCollection",
            "SequencedMap",
            "SortedMap",
            "Stream",
            "Supplier");

    private static final Set<String> ASYNCHRONOUS = Set.of("CompletableFuture", "CompletionStage");

    private boolean internal;

    /** Creates the check. */
    public NoAnyCheck() {
        super(
                TokenTypes.PACKAGE_DEF,
                TokenTypes.METHOD_DEF,
                TokenTypes.CTOR_DEF,
                TokenTypes.RECORD_COMPONENT_DEF,
                TokenTypes.VARIABLE_DEF);
    }

    @Override
    public void beginTree(DetailAST root) {
        internal = false;
    }

    @Override
    public void visitToken(DetailAST ast) {
        switch (ast.getType()) {
            case TokenTypes.PACKAGE_DEF ->
                internal = ("." + nameOf(ast.findFirstToken(TokenTypes.SEMI).getPreviousSibling()) + ".")
                        .contains(".internal.");
            case TokenTypes.METHOD_DEF, TokenTypes.CTOR_DEF -> visitMethod(ast);
            case TokenTypes.RECORD_COMPONENT_DEF -> {
                if (!internal && PublicApi.contains(ast.getParent().getParent())) {
                    checkOutput(ast);
                }
            }
            default -> {
                boolean field = ast.getParent().getType() == TokenTypes.OBJBLOCK;
                if (!internal && field && PublicApi.contains(ast)) {
                    checkOutput(ast);
                }
            }
        }
    }

    private void visitMethod(DetailAST method) {
        String name = method.findFirstToken(TokenTypes.IDENT).getText();
        if (internal
                || FORCED.contains(name)
                || !PublicApi.contains(method)
                || AnnotationName.isOn(method, Set.of("Override"))) {
            return;
        }
        if (method.getType() == TokenTypes.METHOD_DEF) {
            checkOutput(method);
        }
        DetailAST parameters = method.findFirstToken(TokenTypes.PARAMETERS);
        for (DetailAST child = parameters.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getType() == TokenTypes.PARAMETER_DEF && child.findFirstToken(TokenTypes.ELLIPSIS) == null) {
                checkInput(child);
            }
        }
    }

    private void checkOutput(DetailAST declaration) {
        DetailAST type = declaration.findFirstToken(TokenTypes.TYPE);
        if (isObject(type) || holdsAny(type, true)) {
            report(type, TypeText.of(type));
        }
    }

    private void checkInput(DetailAST parameter) {
        DetailAST type = parameter.findFirstToken(TokenTypes.TYPE);
        boolean array = type.findFirstToken(TokenTypes.ARRAY_DECLARATOR) != null;
        if (!array && (isObject(type) || holdsAny(type, false))) {
            report(type, TypeText.of(type));
        }
    }

    private static boolean isObject(DetailAST type) {
        return isType(TypeText.nameIn(type), "java.lang.Object");
    }

    /** Tells whether {@code type} is a container whose type arguments, at any depth, are {@code Object} or {@code ?}. */
    private static boolean holdsAny(DetailAST type, boolean wildcards) {
        DetailAST arguments = type.findFirstToken(TokenTypes.TYPE_ARGUMENTS);
        String name = TypeText.nameIn(type);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (arguments == null || !CONTAINERS.contains(simple)) {
            return false;
        }
        for (DetailAST child = arguments.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getType() == TokenTypes.TYPE_ARGUMENT) {
                DetailAST wildcard = child.findFirstToken(TokenTypes.WILDCARD_TYPE);
                boolean unbounded = wildcard != null && wildcard.getNextSibling() == null && wildcards;
                // A stage of ? says that it only signals the end, as Future<?> does.
                if (isObject(child) || (unbounded && !ASYNCHRONOUS.contains(simple)) || holdsAny(child, wildcards)) {
                    return true;
                }
            }
        }
        return false;
    }
}
