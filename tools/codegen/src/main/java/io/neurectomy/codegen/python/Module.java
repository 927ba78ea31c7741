package io.neurectomy.codegen.python;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.python.Support.Part;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One module on its way to text. */
final class Module {

    private static final String HEADER = "# Generated from a JSON Schema. Do not edit.\n";

    /** From so many classes on they are built together at the end: one by one, each builds again all that it names. */
    private static final int MANY_CLASSES = 100;

    private final Model model;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Support support;
    private final Patterns patterns;
    private final Predicates predicates;
    private final Types types;
    private final boolean many;
    private boolean open;
    private boolean closed;
    private boolean aliased;
    private boolean modelPrefix;

    Module(Model model) {
        this.model = model;
        for (String name : model.declarations().keySet()) {
            names.put(name, Support.reserved().contains(name) ? name + "_" : name);
        }
        this.many = model.declarations().values().stream()
                        .filter(Declaration.Obj.class::isInstance)
                        .count()
                > MANY_CLASSES;
        this.support = new Support(Set.copyOf(names.values()));
        this.patterns = new Patterns(support);
        this.predicates = new Predicates(model.graph(), support, patterns);
        this.types = new Types(model, names, support, patterns, predicates);
    }

    /** Returns what the module does not check. */
    List<Finding> findings() {
        return patterns.findings();
    }

    /** Returns the module. */
    String text() {
        Order order = Order.of(model, Declaration.Obj.class::isInstance);
        List<String> blocks = new ArrayList<>();
        for (String name : order.names()) {
            blocks.add(declaration(model.declaration(name), order.lazy().contains(name)));
        }
        String functions = predicates.text();
        if (many) {
            support.importing("sys");
        }
        String base = base();
        List<String> all = new ArrayList<>();
        all.add(HEADER + support.imports().stripTrailing() + "\n");
        all.addAll(support.definitions());
        for (String block : List.of(patterns.text(), base)) {
            if (!block.isEmpty()) {
                all.add(block);
            }
        }
        all.addAll(blocks);
        if (!functions.isEmpty()) {
            all.add(functions);
        }
        if (many) {
            all.add(build());
        }
        return join(all);
    }

    private String build() {
        return """
                # pydantic builds classes that name each other one inside the other.
                _depth = sys.getrecursionlimit()
                sys.setrecursionlimit(max(_depth, 100_000))
                %s.model_rebuild()
                sys.setrecursionlimit(_depth)
                """.formatted(names.getOrDefault(model.root(), model.root()));
    }

    /** Two empty lines around classes and functions, one around the rest. */
    private static String join(List<String> blocks) {
        StringBuilder out = new StringBuilder();
        boolean wide = true;
        for (String block : blocks) {
            boolean startsWide = block.startsWith("class ") || block.startsWith("def ");
            if (out.length() > 0) {
                out.append(startsWide || wide ? "\n\n" : "\n");
            }
            out.append(block);
            wide = block.substring(block.lastIndexOf('\n', block.length() - 2) + 1)
                    .startsWith(" ");
        }
        return out.toString();
    }

    // --- base classes

    private String base() {
        if (!open && !closed) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        support.importing("pydantic BaseModel");
        out.append("class _Model(BaseModel):\n");
        out.append(config("extra=\"forbid\"")).append('\n');
        if (aliased) {
            out.append('\n')
                    .append("    @")
                    .append(support.importing("pydantic model_validator"))
                    .append("(mode=\"before\")\n")
                    .append("    @classmethod\n")
                    .append("    def _read_objects(cls, value: object) -> object:\n")
                    .append(
                            "        # When it reads the text itself, pydantic 2.13 drops a member that is named like\n")
                    .append("        # a field with another alias. This makes it read a dict.\n")
                    .append("        return value\n");
        }
        if (open) {
            out.append("\n\nclass _Open(_Model, extra=\"allow\"):\n");
            out.append("    __pydantic_extra__: dict[str, ")
                    .append(support.use(Part.JSON))
                    .append("] = ")
                    .append(support.importing("pydantic Field"))
                    .append("(init=False)\n");
        }
        return out.toString();
    }

    private String config(String further) {
        List<String> arguments = new ArrayList<>(List.of("strict=True", "frozen=True"));
        if (!further.isEmpty()) {
            arguments.add(further);
        }
        arguments.add("allow_inf_nan=False");
        if (modelPrefix) {
            arguments.add("protected_namespaces=()");
        }
        if (many) {
            arguments.add("defer_build=True");
        }
        return Layout.statement(
                "model_config = " + support.importing("pydantic ConfigDict") + "(" + String.join(", ", arguments) + ")",
                1);
    }

    // --- declarations

    private String declaration(Declaration declaration, boolean lazy) {
        if (declaration instanceof Declaration.Obj object) {
            return object(object);
        }
        Types.Annotation annotation;
        boolean strict = false;
        if (declaration instanceof Declaration.Enumeration enumeration) {
            annotation = types.literal(
                    enumeration.values().stream().<Json>map(Json.Str::new).toList());
        } else if (declaration instanceof Declaration.Union union) {
            annotation = types.union(union);
            strict = !many && types.isStrict(new Type.Named(union.name()), new HashSet<>());
        } else {
            Declaration.Alias alias = (Declaration.Alias) declaration;
            annotation = types.annotation(alias.type(), alias.location());
        }
        if (declaration.name().equals(model.root()) && !strict) {
            return rootModel(declaration, types.text(annotation), lazy);
        }
        if (!declaration.residual().isEmpty()) {
            List<String> all = new ArrayList<>(annotation.annotations());
            for (Assertion assertion : declaration.residual()) {
                Optional<List<String>> refused = refusedTexts(declaration, assertion);
                if (refused.isPresent()) {
                    all.add(support.use(Part.NONE_OF)
                            + refused.get().stream().map(Literals::string).collect(Collectors.joining(", ", "(", ")")));
                    continue;
                }
                all.add(types.where(predicates.holds(assertion, declaration.schema()), rule(assertion, declaration)));
            }
            annotation = new Types.Annotation(annotation.base(), all);
        }
        return alias(declaration, types.text(annotation), lazy);
    }

    /** Returns the texts that a string must not be, where the assertion says no more. */
    private Optional<List<String>> refusedTexts(Declaration declaration, Assertion assertion) {
        if (!(declaration instanceof Declaration.Alias alias && alias.type() instanceof Type.Text)
                || !(assertion instanceof Assertion.Not not)) {
            return Optional.empty();
        }
        List<Assertion> inner = model.graph().schema(not.schema()).assertions();
        if (inner.size() != 1
                || !(inner.get(0) instanceof Assertion.Values values)
                || !values.values().stream().allMatch(Json.Str.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(values.values().stream()
                .map(value -> ((Json.Str) value).value())
                .toList());
    }

    private String alias(Declaration declaration, String type, boolean lazy) {
        String name = names.getOrDefault(declaration.name(), declaration.name());
        String text = lazy
                ? name + " = " + support.importing("typing_extensions TypeAliasType") + "(" + Literals.string(name)
                        + ", " + Literals.string(type) + ")"
                : name + ": " + support.importing("typing_extensions TypeAlias") + " = " + type;
        return Layout.statement(text, 0) + "\n" + documentation(declaration.annotations(), 0);
    }

    private String rootModel(Declaration declaration, String type, boolean lazy) {
        StringBuilder out = new StringBuilder();
        String argument = lazy ? Literals.string(type) : type;
        String name = names.getOrDefault(declaration.name(), declaration.name());
        out.append(Layout.statement(
                        "class " + name + "(" + support.importing("pydantic RootModel") + "[" + argument + "]):", 0))
                .append('\n');
        String documentation = documentation(declaration.annotations(), 1);
        out.append(documentation).append(documentation.isEmpty() ? "" : "\n");
        out.append(config("")).append('\n');
        out.append(residual(declaration));
        return out.toString();
    }

    private String object(Declaration.Obj object) {
        Map<String, String> fields = Types.fieldNames(object);
        StringBuilder out = new StringBuilder();
        closed = true;
        String bases;
        if (object.additional() instanceof Type.Never) {
            bases = "_Model";
        } else if (object.additional() instanceof Type.Any) {
            bases = "_Open";
            open = true;
        } else {
            bases = "_Model, extra=\"allow\"";
        }
        String name = names.getOrDefault(object.name(), object.name());
        out.append("class ").append(name).append('(').append(bases).append("):\n");
        String documentation = documentation(object.annotations(), 1);
        out.append(documentation).append(documentation.isEmpty() ? "" : "\n");
        if (bases.contains("extra")) {
            String type = types.text(object.additional(), object.location());
            out.append(Layout.statement(
                            "__pydantic_extra__: dict[str, " + type + "] = " + support.importing("pydantic Field")
                                    + "(init=False)",
                            1))
                    .append('\n');
        }
        boolean documented = false;
        for (Declaration.Property property : object.properties()) {
            String field = fields.getOrDefault(property.jsonName(), "field");
            modelPrefix |= field.startsWith("model_");
            out.append(documented ? "\n" : "");
            out.append(Layout.statement(field(property, field, object.location()), 1))
                    .append('\n');
            String text = documentation(property.annotations(), 1);
            out.append(text);
            documented = !text.isEmpty();
        }
        out.append(size(object)).append(residual(object));
        return out.toString();
    }

    private String field(Declaration.Property property, String name, Location location) {
        String type = types.text(property.type(), location);
        List<String> arguments = new ArrayList<>();
        if (!property.required()) {
            arguments.add("default=None");
            if (!types.admitsNull(property.type())) {
                type = support.use(Part.OMITTABLE) + "[" + type + "]";
            }
        }
        if (!name.equals(property.jsonName())) {
            aliased = true;
            arguments.add("alias=" + Literals.string(property.jsonName()));
        }
        if (arguments.isEmpty()) {
            return name + ": " + type;
        }
        String value = arguments.equals(List.of("default=None"))
                ? "None"
                : support.importing("pydantic Field") + "(" + String.join(", ", arguments) + ")";
        return name + ": " + type + " = " + value;
    }

    private String size(Declaration.Obj object) {
        if (object.minProperties() == 0 && object.maxProperties().isEmpty()) {
            return "";
        }
        String least = object.minProperties() > 0 ? object.minProperties() + " <= " : "";
        String most = object.maxProperties().map(max -> " <= " + max).orElse("");
        StringBuilder out = new StringBuilder();
        out.append('\n')
                .append("    @")
                .append(support.importing("pydantic model_validator"))
                .append("(mode=\"after\")\n")
                .append("    def _check_size(self) -> ")
                .append(support.importing("typing_extensions Self"))
                .append(":\n")
                .append("        if not ")
                .append(least)
                .append("len(self.model_fields_set)")
                .append(most)
                .append(":\n")
                .append("            raise ValueError(\"must have ");
        if (object.minProperties() > 0) {
            out.append("at least ").append(object.minProperties());
        }
        if (object.maxProperties().isPresent()) {
            out.append(object.minProperties() > 0 ? " and " : "")
                    .append("at most ")
                    .append(object.maxProperties().get());
        }
        return out.append(" members\")\n        return self\n").toString();
    }

    private String residual(Declaration declaration) {
        if (declaration.residual().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        support.importing("pydantic ValidationInfo");
        out.append('\n')
                .append("    @")
                .append(support.importing("pydantic model_validator"))
                .append("(mode=\"before\")\n")
                .append("    @classmethod\n")
                .append("    def _check(cls, value: object, info: ValidationInfo) -> object:\n");
        for (Assertion assertion : declaration.residual()) {
            String predicate = predicates.holds(assertion, declaration.schema());
            out.append(Layout.statement(
                            support.use(Part.REQUIRE) + "(" + predicate + ", value, info, "
                                    + Literals.string(rule(assertion, declaration)) + ")",
                            2))
                    .append('\n');
        }
        return out.append("        return value\n").toString();
    }

    private static String rule(Assertion assertion, Declaration declaration) {
        String keyword = Keyword.of(assertion);
        String pointer = declaration.location().pointer();
        return keyword + " of #" + pointer;
    }

    // --- documentation

    private static String documentation(Schema.Annotations annotations, int depth) {
        List<String> parts = new ArrayList<>();
        annotations
                .description()
                .or(annotations::title)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(parts::add);
        annotations.defaultValue().ifPresent(value -> parts.add("Default: `" + value.text() + "`."));
        if (annotations.deprecated()) {
            parts.add("Deprecated.");
        }
        if (parts.isEmpty()) {
            return "";
        }
        String indent = "    ".repeat(depth);
        StringBuilder out = new StringBuilder();
        for (String line : Literals.docstring(String.join("\n\n", parts)).split("\n", -1)) {
            wrap(line, indent, out);
        }
        return out.toString();
    }

    private static void wrap(String line, String indent, StringBuilder out) {
        String rest = line;
        while (indent.length() + rest.length() > 88) {
            int space = rest.lastIndexOf(' ', 88 - indent.length());
            if (space <= 0 || rest.substring(0, space).isBlank()) {
                break;
            }
            out.append(indent).append(rest, 0, space).append('\n');
            rest = rest.substring(space + 1);
        }
        out.append(rest.isEmpty() ? "" : indent).append(rest).append('\n');
    }
}
