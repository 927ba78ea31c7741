package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a type would hold itself and has to be behind a {@code Box}: in structs rather than in enums and aliases. */
final class Boxes {

    private final Set<Edge> boxed = new HashSet<>();

    /** One declaration that holds another by value. */
    private record Edge(String owner, String target) {}

    Boxes(Model model) {
        box(model, true);
        box(model, false);
    }

    boolean isBoxed(String owner, String target) {
        return boxed.contains(new Edge(owner, target));
    }

    private void box(Model model, boolean structs) {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        model.declarations().forEach((name, declaration) -> {
            List<String> held = new ArrayList<>();
            held(declaration).forEach(type -> collect(type, held));
            held.removeIf(target -> isBoxed(name, target));
            edges.put(name, held);
        });
        Components<String> components = Components.of(edges);
        edges.forEach((name, targets) -> {
            if (!structs || model.declaration(name) instanceof Declaration.Obj) {
                for (String target : targets) {
                    if (components.isInCycle(name, target)) {
                        boxed.add(new Edge(name, target));
                    }
                }
            }
        });
    }

    static List<Type> held(Declaration declaration) {
        if (declaration instanceof Declaration.Obj object) {
            return object.properties().stream().map(Declaration.Property::type).toList();
        } else if (declaration instanceof Declaration.Union union) {
            return union.variants().stream().map(Declaration.Variant::type).toList();
        } else if (declaration instanceof Declaration.Alias alias) {
            return List.of(alias.type());
        }
        return List.of();
    }

    private static void collect(Type type, List<String> held) {
        if (type instanceof Type.Named named) {
            held.add(named.name());
        } else if (type instanceof Type.Nullable nullable) {
            collect(nullable.type(), held);
        } else if (type instanceof Type.Tuple tuple) {
            tuple.prefix().forEach(item -> collect(item, held));
        }
    }
}
