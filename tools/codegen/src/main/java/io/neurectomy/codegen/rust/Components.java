package io.neurectomy.codegen.rust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The strongly connected components of a graph, by Tarjan's algorithm. Without recursion, because schemas may nest deeper
 * than a stack.
 *
 * @param <N> a node
 */
final class Components<N> {

    private final Map<N, List<N>> edges;
    private final Map<N, Integer> index = new HashMap<>();
    private final Map<N, Integer> low = new HashMap<>();
    private final Deque<N> stack = new ArrayDeque<>();
    private final Set<N> onStack = new HashSet<>();
    private final Map<N, Set<N>> components = new HashMap<>();
    private final List<Set<N>> order = new ArrayList<>();

    private Components(Map<N, List<N>> edges) {
        this.edges = edges;
    }

    static <N> Components<N> of(Map<N, List<N>> edges) {
        Components<N> components = new Components<>(edges);
        for (N node : edges.keySet()) {
            if (!components.index.containsKey(node)) {
                components.visit(node);
            }
        }
        Collections.reverse(components.order);
        return components;
    }

    /** A node on the way down and the next of its edges. */
    private static final class Frame<N> {
        final N node;
        int next;

        Frame(N node) {
            this.node = node;
        }
    }

    private void visit(N start) {
        Deque<Frame<N>> frames = new ArrayDeque<>();
        enter(start, frames);
        while (!frames.isEmpty()) {
            Frame<N> frame = frames.peek();
            List<N> targets = edges.getOrDefault(frame.node, List.of());
            if (frame.next < targets.size()) {
                N target = targets.get(frame.next++);
                if (!index.containsKey(target)) {
                    enter(target, frames);
                } else if (onStack.contains(target)) {
                    low.merge(frame.node, index.getOrDefault(target, 0), Math::min);
                }
            } else {
                frames.pop();
                Frame<N> caller = frames.peek();
                if (caller != null) {
                    low.merge(caller.node, low.getOrDefault(frame.node, 0), Math::min);
                }
                if (low.getOrDefault(frame.node, 0).equals(index.get(frame.node))) {
                    close(frame.node);
                }
            }
        }
    }

    private void enter(N node, Deque<Frame<N>> frames) {
        index.put(node, index.size());
        low.put(node, index.size() - 1);
        stack.push(node);
        onStack.add(node);
        frames.push(new Frame<>(node));
    }

    private void close(N root) {
        Set<N> component = new LinkedHashSet<>();
        N node;
        do {
            node = stack.pop();
            onStack.remove(node);
            component.add(node);
            components.put(node, component);
        } while (!node.equals(root));
        order.add(component);
    }

    /** Returns the nodes that lead to this one and back, itself among them. */
    Set<N> of(N node) {
        return components.getOrDefault(node, Set.of(node));
    }

    /** Returns whether an edge is part of a cycle. */
    boolean isInCycle(N from, N to) {
        return of(from).contains(to);
    }

    /** Returns the components, each before those that it leads to. */
    List<Set<N>> callersFirst() {
        return Collections.unmodifiableList(order);
    }
}
