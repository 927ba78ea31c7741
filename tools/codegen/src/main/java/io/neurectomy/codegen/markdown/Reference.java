package io.neurectomy.codegen.markdown;

import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Declaration.Property;
import io.neurectomy.codegen.model.Declaration.Variant;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documentation of one model. */
final class Reference {

    private final Model model;
    private final StringBuilder out = new StringBuilder();

    Reference(Model model) {
        this.model = model;
    }

    String text() {
        Declaration root = model.declaration(model.root());
        // Two words, so that no section has the same anchor.
        paragraph("# Reference: " + title(root));
        if (model.declarations().size() > 1) {
            paragraph(model.declarations().values().stream()
                    .map(declaration -> "- " + link(declaration.name()) + summary(declaration))
                    .collect(Collectors.joining("\n")));
        }
        model.declarations().values().forEach(this::section);
        return out.toString();
    }

    /** The name, unless the schema has a title; both would be told apart only by their size. */
    private static String title(Declaration root) {
        return MarkdownTexts.cell(root.annotations()
                        .title()
                        .filter(title -> !title.isBlank())
                        .orElse(root.name()))
                .replace("<br>", " ");
    }

    private static String summary(Declaration declaration) {
        return declaration
                .annotations()
                .description()
                .flatMap(text -> text.strip().lines().findFirst())
                .map(line -> ": " + MarkdownTexts.cell(line))
                .orElse("");
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            out.append(out.length() == 0 ? "" : "\n").append(text).append('\n');
        }
    }

    private void section(Declaration declaration) {
        Schema.Annotations annotations = declaration.annotations();
        paragraph("## " + declaration.name());
        if (annotations.deprecated()) {
            paragraph("**Deprecated.**" + reason(annotations));
        }
        annotations.description().ifPresent(text -> paragraph(MarkdownTexts.block(text)));
        if (declaration instanceof Declaration.Obj object) {
            object(object);
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            paragraph("One of these strings:");
            paragraph(enumeration.values().stream()
                    .map(value -> "- " + MarkdownTexts.code(new Json.Str(value)))
                    .collect(Collectors.joining("\n")));
        } else if (declaration instanceof Declaration.Union union) {
            union(union);
        } else if (declaration instanceof Declaration.Alias alias) {
            paragraph("Type: " + type(alias.type()) + after(", ", constraints(alias.type())) + ".");
        }
        List<Constraint> rest = Constraint.of(declaration);
        if (!rest.isEmpty()) {
            paragraph("The whole value also satisfies "
                    + rest.stream().map(Reference::constraint).collect(Collectors.joining(", ")) + " of the schema.");
        }
        since(annotations).ifPresent(version -> paragraph("Since " + MarkdownTexts.cell(version) + "."));
        annotations.defaultValue().ifPresent(value -> paragraph("Default: " + MarkdownTexts.code(value)));
        examples(annotations.examples());
    }

    private void object(Declaration.Obj object) {
        StringBuilder table = new StringBuilder();
        table.append("| Property | Type | Required | Constraints | Default | Description |\n");
        table.append("|---|---|---|---|---|---|");
        for (Property property : object.properties()) {
            Schema.Annotations annotations = property.annotations();
            table.append("\n| ").append(shown(new Json.Str(property.jsonName())));
            table.append(" | ").append(type(property.type()));
            table.append(" | ").append(property.required() ? "yes" : "no");
            table.append(" | ").append(constraints(property.type()));
            table.append(" | ")
                    .append(annotations
                            .defaultValue()
                            .map(value -> MarkdownTexts.code(value))
                            .orElse(""));
            table.append(" | ").append(description(annotations)).append(" |");
        }
        paragraph(table.toString());
        if (object.additional() instanceof Type.Never) {
            paragraph("There are no further properties.");
        } else if (object.additional() instanceof Type.Any) {
            paragraph("Further properties may have any value.");
        } else {
            paragraph("Further properties: " + type(object.additional()) + after(", ", constraints(object.additional()))
                    + ".");
        }
    }

    private static String description(Schema.Annotations annotations) {
        List<String> parts = new ArrayList<>();
        if (annotations.deprecated()) {
            parts.add("**Deprecated.**" + reason(annotations));
        }
        annotations.description().or(annotations::title).ifPresent(text -> parts.add(MarkdownTexts.cell(text)));
        since(annotations).ifPresent(version -> parts.add("Since " + MarkdownTexts.cell(version) + "."));
        if (annotations.readOnly()) {
            parts.add("Read-only.");
        }
        if (annotations.writeOnly()) {
            parts.add("Write-only.");
        }
        if (!annotations.examples().isEmpty()) {
            parts.add("Example: " + MarkdownTexts.code(annotations.examples().get(0)));
        }
        return String.join("<br>", parts);
    }

    private static String reason(Schema.Annotations annotations) {
        return annotations.extensions().get("x-deprecated-reason") instanceof Json.Str reason
                ? " " + MarkdownTexts.cell(reason.value())
                : "";
    }

    private static Optional<String> since(Schema.Annotations annotations) {
        return annotations.extensions().get("x-since") instanceof Json.Str version
                ? Optional.of(version.value())
                : Optional.empty();
    }

    private void union(Declaration.Union union) {
        paragraph("One of:");
        paragraph(union.variants().stream()
                .map(variant ->
                        "- " + type(variant.type()) + after(", ", constraints(variant.type())) + when(union, variant))
                .collect(Collectors.joining("\n")));
    }

    private static String when(Declaration.Union union, Variant variant) {
        Optional<String> tag = union.tag().filter(member -> !variant.tags().isEmpty());
        if (tag.isEmpty()) {
            return "";
        }
        return " if " + shown(new Json.Str(tag.get())) + " is "
                + variant.tags().stream()
                        .map(value -> MarkdownTexts.code(new Json.Str(value)))
                        .collect(Collectors.joining(" or "));
    }

    private void examples(List<Json> examples) {
        if (!examples.isEmpty()) {
            paragraph(examples.size() == 1 ? "Example:" : "Examples:");
            examples.forEach(example -> paragraph(MarkdownTexts.block(example)));
        }
    }

    private String type(Type type) {
        if (type instanceof Type.Any) {
            return "any value";
        } else if (type instanceof Type.Never) {
            return "nothing";
        } else if (type instanceof Type.Null) {
            return MarkdownTexts.code("null");
        } else if (type instanceof Type.Bool) {
            return "boolean";
        } else if (type instanceof Type.Int) {
            return "integer";
        } else if (type instanceof Type.Num) {
            return "number";
        } else if (type instanceof Type.Text) {
            return "string";
        } else if (type instanceof Type.Literal literal) {
            return literal.values().stream()
                    .map(value -> MarkdownTexts.code(value))
                    .collect(Collectors.joining(" or "));
        } else if (type instanceof Type.Nullable nullable) {
            return type(nullable.type()) + " or " + MarkdownTexts.code("null");
        } else if (type instanceof Type.Array array) {
            return array.item() instanceof Type.Never ? "empty array" : "array of " + inner(array.item());
        } else if (type instanceof Type.Tuple tuple) {
            String prefix = tuple.prefix().stream().map(this::inner).collect(Collectors.joining(", "));
            return "array of " + prefix
                    + (tuple.rest() instanceof Type.Never ? "" : ", then any number of " + inner(tuple.rest()));
        } else if (type instanceof Type.Dictionary dictionary) {
            return dictionary.value() instanceof Type.Never
                    ? "empty object"
                    : "object with values of " + inner(dictionary.value());
        }
        return link(((Type.Named) type).name());
    }

    /** A type within another; what has several words of its own stands in parentheses. */
    private String inner(Type type) {
        String text = type(type);
        boolean compound = type instanceof Type.Nullable
                || type instanceof Type.Tuple
                || (type instanceof Type.Literal literal && literal.values().size() > 1);
        return compound ? "(" + text + ")" : text;
    }

    private static String link(String name) {
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }

    private static String constraints(Type type) {
        List<String> all = new ArrayList<>();
        Constraint.of(type).forEach(one -> all.add(constraint(one)));
        if (type instanceof Type.Array array) {
            String items = constraints(array.item());
            if (!items.isEmpty()) {
                all.add("each: " + items);
            }
        } else if (type instanceof Type.Dictionary dictionary) {
            String values = constraints(dictionary.value());
            if (!values.isEmpty()) {
                all.add("each: " + values);
            }
        } else if (type instanceof Type.Tuple tuple) {
            for (int i = 0; i < tuple.prefix().size(); i++) {
                String item = constraints(tuple.prefix().get(i));
                if (!item.isEmpty()) {
                    all.add("item " + (i + 1) + ": " + item);
                }
            }
        }
        return String.join(", ", all);
    }

    private static String constraint(Constraint constraint) {
        return constraint
                .value()
                .map(value -> constraint.keyword() + " " + shown(value))
                .orElse(MarkdownTexts.code(constraint.keyword()));
    }

    /** A string without quotes and escapes, which a pattern would be full of. */
    private static String shown(Json value) {
        return value instanceof Json.Str text && isPlain(text.value())
                ? MarkdownTexts.code(text.value())
                : MarkdownTexts.code(value);
    }

    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.strip().equals(text)
                && MarkdownTexts.clean(text).equals(text)
                && text.indexOf('\n') < 0
                && text.indexOf('\t') < 0;
    }

    private static String after(String separator, String text) {
        return text.isEmpty() ? "" : separator + text;
    }
}
