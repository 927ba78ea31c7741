package io.neurectomy.codegen.schema;

import io.neurectomy.codegen.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the keywords of a schema resource mean.
 *
 * @param draft whose rules hold
 * @param declared whether {@code $schema} says so; otherwise a keyword of any draft is understood as that draft means it
 * @param vocabularies whose keywords count
 */
record Dialect(Draft draft, boolean declared, Set<Vocabulary> vocabularies) {

    /** The drafts that differ, oldest first. */
    enum Draft {
        DRAFT_04,
        DRAFT_06,
        DRAFT_07,
        DRAFT_2019_09,
        DRAFT_2020_12
    }

    /** The vocabularies that a meta-schema can leave out with an effect. */
    enum Vocabulary {
        APPLICATOR,
        UNEVALUATED,
        VALIDATION
    }

    static Dialect declared(Draft draft) {
        return new Dialect(draft, true, EnumSet.allOf(Vocabulary.class));
    }

    static Dialect undeclared(Draft draft) {
        return new Dialect(draft, false, EnumSet.allOf(Vocabulary.class));
    }

    /** Returns the draft whose meta-schema has this URI, without regard to {@code https} and an empty fragment. */
    static Optional<Draft> draft(String uri) {
        String name =
                uri.replaceFirst("^https?://(www\\.)?json-schema\\.org/", "").replaceFirst("#$", "");
        return switch (name) {
            case "draft-04/schema", "draft-04/hyper-schema" -> Optional.of(Draft.DRAFT_04);
            case "draft-06/schema", "draft-06/hyper-schema" -> Optional.of(Draft.DRAFT_06);
            case "draft-07/schema", "draft-07/hyper-schema" -> Optional.of(Draft.DRAFT_07);
            case "draft/2019-09/schema", "draft/2019-09/hyper-schema" -> Optional.of(Draft.DRAFT_2019_09);
            case "draft/2020-12/schema", "draft/2020-12/hyper-schema", "schema" -> Optional.of(Draft.DRAFT_2020_12);
            default -> Optional.empty();
        };
    }

    /**
     * Says by what draft a document without {@code $schema} was written. What decides is whether a {@code $ref} hides its
     * siblings: a document that uses only what newer drafts have dropped was tested with a tool that hides them.
     */
    static Dialect guess(Json document) {
        boolean old = false;
        boolean oldest = false;
        Deque<Json> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            Json value = open.removeLast();
            if (value instanceof Json.Arr array) {
                open.addAll(array.items());
            } else if (value instanceof Json.Obj object) {
                for (var member : object.members().entrySet()) {
                    Json child = member.getValue();
                    switch (member.getKey()) {
                        case "$defs",
                                "prefixItems",
                                "unevaluatedItems",
                                "unevaluatedProperties",
                                "dependentRequired",
                                "dependentSchemas",
                                "$anchor",
                                "$dynamicRef",
                                "$dynamicAnchor",
                                "$recursiveRef",
                                "minContains",
                                "maxContains" -> {
                            return undeclared(Draft.DRAFT_2020_12);
                        }
                        case "definitions", "dependencies" -> old |= child instanceof Json.Obj;
                        case "additionalItems" -> old |= !(child instanceof Json.Arr);
                        case "items" -> old |= child instanceof Json.Arr;
                        case "exclusiveMinimum", "exclusiveMaximum" -> oldest |= child instanceof Json.Bool;
                        default -> {}
                    }
                    open.add(child);
                }
            }
        }
        return undeclared(oldest ? Draft.DRAFT_04 : old ? Draft.DRAFT_07 : Draft.DRAFT_2020_12);
    }

    Dialect with(Set<Vocabulary> others) {
        return new Dialect(draft, declared, others);
    }

    boolean since(Draft first) {
        return draft.compareTo(first) >= 0;
    }

    boolean has(Vocabulary vocabulary) {
        return vocabularies.contains(vocabulary);
    }

    /** Up to draft-07 nothing beside a {@code $ref} counts. */
    boolean refHidesSiblings() {
        return !since(Draft.DRAFT_2019_09);
    }

    boolean knows(Draft first) {
        return !declared || since(first);
    }

    boolean dropped(Draft last) {
        return declared && draft.compareTo(last) > 0;
    }

    String idKeyword() {
        return draft == Draft.DRAFT_04 ? "id" : "$id";
    }
}
