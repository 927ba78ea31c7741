package io.neurectomy.codegen.python;

import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The order in which declarations stand in a module. The annotations of a class are read when the class is first used and
 * may name what follows; the right side of an alias is evaluated at once and may not.
 *
 * @param names of the declarations, in order
 * @param lazy those aliases that lead back to themselves through aliases only, so that no order helps
 */
record Order(List<String> names, Set<String> lazy) {

    /** Returns the order: what is named comes first wherever that is possible. */
    static Order of(Model model, Predicate<Declaration> isClass) {
        Map<String, Set<String>> uses = new HashMap<>();
        model.declarations().forEach((name, declaration) -> uses.put(name, uses(declaration)));
        List<String> order = new ArrayList<>();
        Set<String> lazy = new HashSet<>();
        for (List<String> circle :
                circles(List.copyOf(model.declarations().keySet()), name -> uses.getOrDefault(name, Set.of()))) {
            Set<String> eager = new LinkedHashSet<>();
            for (String name : circle) {
                if (isClass.test(model.declaration(name))) {
                    order.add(name);
                } else {
                    eager.add(name);
                }
            }
            Function<String, Set<String>> among = name -> {
                Set<String> targets = new LinkedHashSet<>(uses.getOrDefault(name, Set.of()));
                targets.retainAll(eager);
                return targets;
            };
            for (List<String> aliases : circles(List.copyOf(eager), among)) {
                order.addAll(aliases);
                String first = aliases.get(0);
                if (aliases.size() > 1 || among.apply(first).contains(first)) {
                    lazy.addAll(aliases);
                }
            }
        }
        return new Order(order, lazy);
    }

    private static Set<String> uses(Declaration declaration) {
        Set<String> names = new LinkedHashSet<>();
        if (declaration instanceof Declaration.Obj object) {
            object.properties().forEach(property -> uses(property.type(), names));
            uses(object.additional(), names);
        } else if (declaration instanceof Declaration.Union union) {
            union.variants().forEach(variant -> uses(variant.type(), names));
        } else if (declaration instanceof Declaration.Alias alias) {
            uses(alias.type(), names);
        }
        return names;
    }

    private static void uses(Type type, Set<String> names) {
        if (type instanceof Type.Named named) {
            names.add(named.name());
        } else if (type instanceof Type.Nullable nullable) {
            uses(nullable.type(), names);
        } else if (type instanceof Type.Array array) {
            uses(array.item(), names);
        } else if (type instanceof Type.Tuple tuple) {
            tuple.prefix().forEach(item -> uses(item, names));
            uses(tuple.rest(), names);
        } else if (type instanceof Type.Dictionary dictionary) {
            uses(dictionary.value(), names);
        }
    }

    /** Returns the strongly connected components (Tarjan), those that are led to before those that lead to them. */
    private static List<List<String>> circles(List<String> all, Function<String, Set<String>> uses) {
        return new Search(uses).find(all);
    }

    private static final class Search {
        private final Function<String, Set<String>> uses;
        private final Map<String, Integer> found = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Set<String> isOpen = new HashSet<>();
        private final List<List<String>> circles = new ArrayList<>();

        Search(Function<String, Set<String>> uses) {
            this.uses = uses;
        }

        List<List<String>> find(List<String> all) {
            for (String name : all) {
                if (!found.containsKey(name)) {
                    visit(name);
                }
            }
            return circles;
        }

        private int visit(String name) {
            int number = found.size();
            found.put(name, number);
            lowest.put(name, number);
            open.push(name);
            isOpen.add(name);
            for (String target : uses.apply(name)) {
                Integer before = found.get(target);
                int reached = before == null ? visit(target) : isOpen.contains(target) ? before : number;
                lowest.merge(name, reached, Math::min);
            }
            int low = lowest.getOrDefault(name, number);
            if (low == number) {
                List<String> circle = new ArrayList<>();
                String last;
                do {
                    last = open.pop();
                    isOpen.remove(last);
                    circle.add(last);
                } while (!last.equals(name));
                circles.add(circle);
            }
            return low;
        }
    }
}
