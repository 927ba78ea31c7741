package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the declarations of a model use each other: which of them need no type of their own. */
final class Usage {

    private final Model model;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> inlined = new HashSet<>();
    private final Set<String> tagged = new HashSet<>();
    private final Components<String> aliases;

    Usage(Model model) {
        this.model = model;
        uses.put(model.root(), 2);
        Map<String, List<String>> aliasEdges = new LinkedHashMap<>();
        for (Declaration declaration : model.declarations().values()) {
            List<String> names = new ArrayList<>();
            all(declaration).forEach(type -> names(type, names));
            names.forEach(name -> uses.merge(name, 1, Integer::sum));
            if (declaration instanceof Declaration.Alias) {
                aliasEdges.put(declaration.name(), names);
            }
        }
        aliases = Components.of(aliasEdges);
        for (Declaration declaration : model.declarations().values()) {
            if (declaration instanceof Declaration.Union union && isTagged(union)) {
                tagged.add(union.name());
                union.variants().forEach(variant -> inlined.add(((Type.Named) variant.type()).name()));
            }
        }
    }

    /** Returns whether an object is written as a variant of the only enum that uses it. */
    boolean isInlined(String name) {
        return inlined.contains(name);
    }

    /** Returns whether serde's {@code tag} says what tells the variants of a union apart. */
    boolean isTagged(String union) {
        return tagged.contains(union);
    }

    /** Returns whether an alias leads to itself by way of aliases only, which Rust's aliases must not. */
    boolean isCyclic(Declaration.Alias alias) {
        List<String> names = new ArrayList<>();
        names(alias.type(), names);
        return aliases.of(alias.name()).size() > 1 || names.contains(alias.name());
    }

    private boolean isTagged(Declaration.Union union) {
        if (union.tag().isEmpty()) {
            return false;
        }
        String tag = union.tag().get();
        return union.variants().stream()
                .allMatch(variant -> variant.tags().size() == 1
                        && variant.type() instanceof Type.Named named
                        && uses.getOrDefault(named.name(), 0) == 1
                        && model.declaration(named.name()) instanceof Declaration.Obj object
                        && object.properties().stream()
                                .anyMatch(property -> property.jsonName().equals(tag)
                                        && property.required()
                                        && isText(property.type())));
    }

    private boolean isText(Type type) {
        return type instanceof Type.Literal
                || (type instanceof Type.Named named
                        && model.declaration(named.name()) instanceof Declaration.Enumeration);
    }

    static List<Type> all(Declaration declaration) {
        List<Type> all = new ArrayList<>(Boxes.held(declaration));
        if (declaration instanceof Declaration.Obj object) {
            all.add(object.additional());
        }
        return all;
    }

    private static void names(Type type, List<String> names) {
        if (type instanceof Type.Named named) {
            names.add(named.name());
        } else if (type instanceof Type.Nullable nullable) {
            names(nullable.type(), names);
        } else if (type instanceof Type.Array array) {
            names(array.item(), names);
        } else if (type instanceof Type.Tuple tuple) {
            tuple.prefix().forEach(item -> names(item, names));
            names(tuple.rest(), names);
        } else if (type instanceof Type.Dictionary dictionary) {
            names(dictionary.value(), names);
        }
    }
}
