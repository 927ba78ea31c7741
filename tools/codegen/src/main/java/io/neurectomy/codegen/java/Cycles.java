package io.neurectomy.codegen.java;

import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaGraph;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the schemas that lead back to themselves: Tarjan's strongly connected components, without recursion. */
final class Cycles {

    private final SchemaGraph graph;

    Cycles(SchemaGraph graph) {
        this.graph = graph;
    }

    Set<Integer> members() {
        int size = graph.schemas().size();
        List<List<Integer>> targets = new ArrayList<>(size);
        for (Schema schema : graph.schemas()) {
            List<Integer> list = new ArrayList<>();
            schema.assertions().forEach(assertion -> targets(assertion, id -> list.add(id.number())));
            targets.add(list);
        }
        Set<Integer> members = new HashSet<>();
        int[] index = new int[size];
        int[] low = new int[size];
        int[] next = new int[size];
        BitSet open = new BitSet(size);
        Deque<Integer> component = new ArrayDeque<>();
        int counter = 0;
        for (int start = 0; start < size; start++) {
            if (index[start] != 0) {
                continue;
            }
            Deque<Integer> path = new ArrayDeque<>();
            path.push(start);
            while (!path.isEmpty()) {
                int node = path.peek();
                if (index[node] == 0) {
                    counter++;
                    index[node] = counter;
                    low[node] = counter;
                    component.push(node);
                    open.set(node);
                }
                if (next[node] < targets.get(node).size()) {
                    int target = targets.get(node).get(next[node]++);
                    if (index[target] == 0) {
                        path.push(target);
                    } else if (open.get(target)) {
                        low[node] = Math.min(low[node], index[target]);
                    }
                    continue;
                }
                path.pop();
                if (!path.isEmpty()) {
                    low[path.peek()] = Math.min(low[path.peek()], low[node]);
                }
                if (low[node] == index[node]) {
                    close(node, component, open, targets, members);
                }
            }
        }
        return members;
    }

    private static void close(
            int node, Deque<Integer> component, BitSet open, List<List<Integer>> targets, Set<Integer> members) {
        List<Integer> closed = new ArrayList<>();
        int member;
        do {
            member = component.pop();
            open.clear(member);
            closed.add(member);
        } while (member != node);
        if (closed.size() > 1 || targets.get(node).contains(node)) {
            members.addAll(closed);
        }
    }

    private static void targets(Assertion assertion, Consumer<SchemaId> found) {
        if (assertion instanceof Assertion.PrefixItems prefix) {
            prefix.schemas().forEach(found);
        } else if (assertion instanceof Assertion.Items items) {
            found.accept(items.schema());
        } else if (assertion instanceof Assertion.Contains contains) {
            found.accept(contains.schema());
        } else if (assertion instanceof Assertion.UnevaluatedItems items) {
            found.accept(items.schema());
        } else if (assertion instanceof Assertion.Properties properties) {
            properties.schemas().values().forEach(found);
        } else if (assertion instanceof Assertion.PatternProperties properties) {
            properties.schemas().values().forEach(found);
        } else if (assertion instanceof Assertion.AdditionalProperties additional) {
            found.accept(additional.schema());
        } else if (assertion instanceof Assertion.PropertyNames names) {
            found.accept(names.schema());
        } else if (assertion instanceof Assertion.DependentSchemas dependent) {
            dependent.schemas().values().forEach(found);
        } else if (assertion instanceof Assertion.UnevaluatedProperties properties) {
            found.accept(properties.schema());
        } else if (assertion instanceof Assertion.Reference reference) {
            found.accept(reference.schema());
        } else if (assertion instanceof Assertion.AllOf all) {
            all.schemas().forEach(found);
        } else if (assertion instanceof Assertion.AnyOf any) {
            any.schemas().forEach(found);
        } else if (assertion instanceof Assertion.OneOf one) {
            one.schemas().forEach(found);
        } else if (assertion instanceof Assertion.Not not) {
            found.accept(not.schema());
        } else if (assertion instanceof Assertion.Conditional conditional) {
            found.accept(conditional.condition());
            conditional.then().ifPresent(found);
            conditional.otherwise().ifPresent(found);
        }
    }
}
