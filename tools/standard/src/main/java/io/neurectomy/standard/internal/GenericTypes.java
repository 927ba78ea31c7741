package io.neurectomy.standard.internal;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generic types of the Java platform that can be told by an import alone. */
final class GenericTypes {
    private static final Set<String> QUALIFIED = Set.of(
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.Collection",
            "java.util.Comparator",
            "java.util.Deque",
            "java.util.EnumMap",
            "java.util.Enumeration",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.Iterator",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.List",
            "java.util.ListIterator",
            "java.util.Map",
            "java.util.Optional",
            "java.util.PriorityQueue",
            "java.util.Queue",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.SortedSet",
            "java.util.Stack",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.Vector",
            "java.util.WeakHashMap",
            "java.util.concurrent.BlockingQueue",
            "java.util.concurrent.Callable",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.Future",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.function.BiFunction",
            "java.util.function.Consumer",
            "java.util.function.Function",
            "java.util.function.Predicate",
            "java.util.function.Supplier");

    private GenericTypes() {}

    /** The simple name of a generic type, empty if the import names none of them. */
    static Optional<String> simpleName(String imported) {
        return QUALIFIED.contains(imported)
                ? Optional.of(imported.substring(imported.lastIndexOf('.') + 1))
                : Optional.empty();
    }

    /** The names in a type that stand for a generic type and have no type arguments. An array's type is left alone. */
    static Stream<Tree> raw(@Nullable Tree type, Set<String> generics) {
        if (type instanceof IdentifierTree name
                && generics.contains(name.getName().toString())) {
            return Stream.of(name);
        }
        return type instanceof ParameterizedTypeTree parameterized
                ? parameterized.getTypeArguments().stream().flatMap(argument -> raw(argument, generics))
                : Stream.empty();
    }
}
