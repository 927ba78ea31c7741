package io.neurectomy.codegen.rust;

import io.neurectomy.codegen.CodeWriter;
import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.model.Declaration;
import io.neurectomy.codegen.model.Model;
import io.neurectomy.codegen.model.Type;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import io.neurectomy.codegen.schema.SchemaId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the one file of a model. */
final class RustFile {

    private static final String DERIVE = "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]";
    private static final String OPTIONAL = "skip_serializing_if = \"Option::is_none\"";
    private static final int LONGEST_ATTRIBUTE = 70;

    private final Model model;
    private final List<Finding> findings = new ArrayList<>();
    private final RustNames names;
    private final Support support = new Support();
    private final Patterns patterns;
    private final Predicates predicates;
    private final Boxes boxes;
    private final Usage usage;
    private final Types types;
    private final Set<String> collections = new TreeSet<>();
    private final CodeWriter out = new CodeWriter("    ");
    private boolean serializesItems;

    RustFile(Model model) {
        this.model = model;
        names = new RustNames(model.declarations().keySet());
        patterns = new Patterns(names, support, findings);
        List<Assertion> asked = new ArrayList<>();
        Set<SchemaId> schemas = new LinkedHashSet<>();
        for (Declaration declaration : model.declarations().values()) {
            asked.addAll(declaration.residual());
            if (declaration instanceof Declaration.Union union) {
                union.variants().stream()
                        .filter(Declaration.Variant::trial)
                        .forEach(variant -> schemas.add(variant.schema()));
            }
        }
        predicates = new Predicates(model.graph(), names, support, patterns, findings, asked, schemas);
        boxes = new Boxes(model);
        usage = new Usage(model);
        types = new Types(model, names, support, patterns, predicates, boxes, usage, collections);
    }

    List<Finding> findings() {
        return findings;
    }

    String write() {
        for (Declaration declaration : model.declarations().values()) {
            if (!usage.isInlined(declaration.name())) {
                write(declaration);
                writePending();
            }
        }
        writeAliasReaders();
        predicates.write(out);
        findings.addAll(Precision.findings(model));
        String body = out.toString();
        String statics = patterns.text();
        String module = support.text();
        StringBuilder file = new StringBuilder(head());
        file.append('\n').append(uses()).append('\n').append(body);
        if (!statics.isEmpty()) {
            file.append('\n').append(statics);
        }
        file.append("\n/// Reads JSON values and says where one is refused.\nmod reading {\n");
        for (String line : module.split("\n", -1)) {
            file.append(line.isEmpty() ? "" : "    " + line).append('\n');
        }
        file.setLength(file.toString().stripTrailing().length());
        return file.append("\n}\n").toString();
    }

    private String head() {
        Schema.Annotations root = model.declaration(model.root()).annotations();
        StringBuilder head = new StringBuilder();
        Text.doc(root.title().orElse("Types of " + model.root()))
                .forEach(line -> head.append(("//! " + line).stripTrailing()).append('\n'));
        head.append("""
                //!
                //! Generated from a JSON Schema: change the schema, not this file. Needs the crates serde (with
                //! `derive`), serde_json""".stripTrailing());
        head.append(patterns.isEmpty() ? ".\n" : " and regex.\n");
        if (Precision.isNeeded(model)) {
            head.append("""
                    //! Numbers of any size are kept if serde_json has its feature `arbitrary_precision`; without it,
                    //! integers of more than 64 bits are refused or, in values of any type, rounded.
                    """);
        }
        head.append("\n#![forbid(unsafe_code)]\n");
        head.append("#![allow(clippy::enum_variant_names, clippy::large_enum_variant)]\n");
        return head.toString();
    }

    private String uses() {
        List<String> shared = List.of("Integer", "Invalid", "Never").stream()
                .filter(support::uses)
                .toList();
        StringBuilder uses = new StringBuilder(
                shared.size() == 1
                        ? "pub use reading::Invalid;\nuse reading::*;\n"
                        : "use reading::*;\npub use reading::{" + String.join(", ", shared) + "};\n");
        if (!patterns.isEmpty() && !support.looksAround()) {
            uses.append("use regex::Regex;\n");
        }
        if (serializesItems) {
            uses.append("use serde::ser::{SerializeSeq, Serializer};\n");
        }
        uses.append("use serde::{Deserialize, Serialize};\nuse serde_json::");
        uses.append(collections.contains("Map") ? "{Map, Value}" : "Value").append(";\n");
        if (collections.contains("BTreeMap")) {
            uses.append("use std::collections::BTreeMap;\n");
        }
        if (collections.contains("Bound")) {
            uses.append("use std::ops::Bound;\n");
        }
        if (!patterns.isEmpty()) {
            uses.append("use std::sync::LazyLock;\n");
        }
        return uses.toString();
    }

    private void write(Declaration declaration) {
        if (declaration instanceof Declaration.Obj object) {
            object(object);
        } else if (declaration instanceof Declaration.Enumeration enumeration) {
            enumeration(names.type(enumeration.name()), enumeration.values(), Optional.of(enumeration.annotations()));
        } else if (declaration instanceof Declaration.Union union) {
            union(union);
        } else if (declaration instanceof Declaration.Alias alias) {
            alias(alias);
        }
    }

    /** Writes what the last type called for, and what that calls for in its turn. */
    private void writePending() {
        while (true) {
            List<Types.Declared> declared = types.takeDeclared();
            List<Types.ReadFunction> functions = types.takeFunctions();
            if (declared.isEmpty() && functions.isEmpty()) {
                return;
            }
            for (Types.Declared one : declared) {
                if (one instanceof Types.Constants constants) {
                    enumeration(constants.name(), constants.values(), Optional.empty());
                } else if (one instanceof Types.Positions positions) {
                    positions(positions);
                } else if (one instanceof Types.TupleFunction function) {
                    tupleFunction(function);
                }
            }
            for (Types.ReadFunction function : functions) {
                readFunction(function.name(), function.type(), function.reader());
            }
        }
    }

    private void readFunction(String name, String type, Reader reader) {
        out.blank();
        openFunction(
                "fn " + name,
                "value: Value",
                "Result<" + type + ", Invalid>",
                () -> out.line(reader.apply(Code.text("value")).layout(4, 0, 0)));
    }

    private void openFunction(String name, String parameter, String result, Runnable body) {
        String line = name + "(" + parameter + ") -> " + result + " {";
        out.block(
                line.length() <= Code.LINE ? line : name + "(\n    " + parameter + ",\n) -> " + result + " {",
                "}",
                body);
    }

    private void tupleFunction(Types.TupleFunction function) {
        support.use("Items.required");
        out.blank();
        openFunction("fn " + function.name(), "value: Value", "Result<" + function.type() + ", Invalid>", () -> {
            out.line("let mut items = " + Code.tried(function.items()).layout(4, 16, 1) + ";");
            List<Code> parts = function.parts().stream()
                    .map(part -> Code.tried(Code.call("items.required", types.function(part, "item"))))
                    .toList();
            String line = "Ok((" + parts.stream().map(Code::line).collect(Collectors.joining(", "))
                    + (parts.size() == 1 ? ",))" : "))");
            if (line.length() - 6 <= Code.SMALL) {
                out.line(line);
            } else {
                out.line("Ok((");
                parts.forEach(part -> out.line("    " + part.line() + ","));
                out.line("))");
            }
        });
    }

    private void doc(Schema.Annotations annotations, String indent) {
        List<String> lines = new ArrayList<>();
        annotations.description().or(annotations::title).ifPresent(text -> lines.addAll(Text.doc(text)));
        if (annotations.deprecated()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("Deprecated.");
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.forEach(line -> out.line(indent + ("/// " + line).stripTrailing()));
    }

    private void attribute(String indent, List<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        String joined = String.join(", ", parts);
        if (joined.length() <= LONGEST_ATTRIBUTE) {
            out.line(indent + "#[serde(" + joined + ")]");
        } else {
            String lines = String.join(",\n" + indent + "    ", parts);
            out.line(indent + "#[serde(\n" + indent + "    " + lines + "\n" + indent + ")]");
        }
    }

    private void openTryFrom(String type, Runnable body) {
        out.blank();
        out.block("impl TryFrom<Value> for " + type + " {", "}", () -> {
            out.line("type Error = Invalid;");
            out.blank();
            out.block("fn try_from(value: Value) -> Result<Self, Invalid> {", "}", body);
        });
    }

    // ---- enums of strings

    private void enumeration(String name, List<String> all, Optional<Schema.Annotations> annotations) {
        List<String> values =
                all.stream().filter(value -> !Text.hasLoneSurrogate(value)).toList();
        RustNames.Scope scope = new RustNames.Scope();
        List<String> variants = values.stream()
                .map(value -> scope.uniqueVariant(RustNames.variant(value)))
                .toList();
        Renaming renaming = Renaming.ofVariants(variants, values);
        out.blank();
        annotations.ifPresent(some -> doc(some, ""));
        out.line("#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]");
        attribute("", renamed(renaming, List.of()));
        out.block("pub enum " + name + " {", "}", () -> {
            for (int i = 0; i < values.size(); i++) {
                if (!renaming.gives(values.get(i), variants.get(i))) {
                    attribute("", List.of("rename = " + Text.literal(values.get(i))));
                }
                out.line(variants.get(i) + ",");
            }
        });
        support.use("string");
        support.use("unknown");
        openTryFrom(
                name,
                () -> out.block("match string(value)?.as_str() {", "}", () -> {
                    for (int i = 0; i < values.size(); i++) {
                        arm(Text.literal(values.get(i)), "Ok(Self::" + variants.get(i) + ")");
                    }
                    out.line(unknown(name));
                }));
    }

    /** Writes an arm that rustfmt leaves in one line if there is room, and else gives a block. */
    private void arm(String pattern, String expression) {
        String line = pattern + " => " + expression + ",";
        if (line.length() + 12 <= Code.LINE) {
            out.line(line);
        } else if (pattern.length() + 18 > Code.LINE && pattern.contains(" | Value::")) {
            out.line(line.replace(" | Value::", "\n| Value::"));
        } else if (expression.contains(").map(Self::")) {
            out.line(pattern + " => " + broken(expression, true) + ",");
        } else {
            out.line(pattern + " => {\n    " + expression.replace("\n", "\n    ") + "\n}");
        }
    }

    private static String refused(Code call) {
        return "other => " + call.layout(12, 9, 1) + ",";
    }

    private static String unknown(String type) {
        return refused(Code.call("unknown", Code.text("other"), Code.text(Text.literal(type))));
    }

    /** Returns an expression with its last call on a line of its own, if it is too long for an arm's block. */
    private static String broken(String expression, boolean always) {
        int last = expression.lastIndexOf(".map(Self::");
        return last > 0 && (always || expression.length() + 16 > Code.LINE)
                ? expression.substring(0, last) + "\n    " + expression.substring(last)
                : expression;
    }

    private static List<String> renamed(Renaming renaming, List<String> more) {
        List<String> parts = new ArrayList<>();
        parts.add("try_from = \"Value\"");
        parts.addAll(more);
        if (!renaming.name().isEmpty()) {
            parts.add("rename_all = \"" + renaming.name() + "\"");
        }
        return parts;
    }

    // ---- objects

    /** A field of a struct or a variant. */
    private record Field(Declaration.Property property, String name, Types.Shape shape) {
        String type() {
            return property.required() ? shape.type() : "Option<" + shape.type() + ">";
        }
    }

    /** The fields of an object, and the name of the one for further members; none if the object is closed. */
    private record Fields(
            List<Field> named, Renaming renaming, Optional<String> rest, Optional<Types.Shape> restValue) {}

    private Fields fields(Declaration.Obj object, Optional<String> tag, String owner) {
        RustNames.Scope scope = new RustNames.Scope();
        List<Field> all = new ArrayList<>();
        for (Declaration.Property property : object.properties()) {
            if (!tag.equals(Optional.of(property.jsonName()))) {
                String name = scope.unique(RustNames.field(property.jsonName()));
                all.add(new Field(
                        property,
                        name,
                        types.shape(
                                property.type(),
                                new Types.Use(object.name(), owner + hint(property.jsonName()), object.location()))));
            }
        }
        Renaming renaming = Renaming.ofFields(
                all.stream().map(Field::name).toList(),
                all.stream().map(field -> field.property().jsonName()).toList());
        if (object.additional() instanceof Type.Never) {
            return new Fields(all, renaming, Optional.empty(), Optional.empty());
        }
        Optional<Types.Shape> rest = Optional.empty();
        if (!(object.additional() instanceof Type.Any)) {
            rest = Optional.of(types.shape(object.additional(), new Types.Use("", owner + "Value", object.location())));
        }
        return new Fields(all, renaming, Optional.of(scope.unique("additional")), rest);
    }

    private static String hint(String jsonName) {
        String variant = RustNames.variant(jsonName);
        return variant.length() > 40 ? variant.substring(0, 40) : variant;
    }

    private void object(Declaration.Obj object) {
        String name = names.type(object.name());
        Fields fields = fields(object, Optional.empty(), name);
        out.blank();
        doc(object.annotations(), "");
        boolean allOptional =
                fields.named().stream().noneMatch(field -> field.property().required());
        out.line(allOptional ? DERIVE.replace("PartialEq,", "PartialEq, Default,") : DERIVE);
        attribute("", renamed(fields.renaming(), List.of()));
        out.block("pub struct " + name + " {", "}", () -> fields(fields, "pub "));
        openTryFrom(name, () -> readObject(object, fields, "Self", Optional.empty()));
    }

    private void fields(Fields fields, String visibility) {
        for (Field field : fields.named()) {
            doc(field.property().annotations(), "");
            List<String> parts = new ArrayList<>();
            if (!fields.renaming().gives(field.property().jsonName(), field.name())) {
                parts.add("rename = " + Text.literal(field.property().jsonName()));
            }
            if (!field.property().required()) {
                parts.add(OPTIONAL);
            }
            attribute("", parts);
            String line = visibility + RustNames.raw(field.name()) + ": " + field.type() + ",";
            int indent = visibility.isEmpty() ? 8 : 4;
            out.line(line.length() + indent <= Code.LINE ? line : line.replaceFirst(": ", ":\n    "));
        }
        fields.rest().ifPresent(rest -> {
            out.line("/// Every other member.");
            out.line("#[serde(flatten)]");
            out.line(visibility + rest + ": " + restType(fields) + ",");
        });
    }

    private String restType(Fields fields) {
        if (fields.restValue().isEmpty()) {
            collections.add("Map");
            return "Map<String, Value>";
        }
        collections.add("BTreeMap");
        return "BTreeMap<String, " + fields.restValue().get().type() + ">";
    }

    private void readObject(Declaration.Obj object, Fields fields, String constructor, Optional<String> tag) {
        support.use("Members");
        check(object);
        Code value = types.sized(Code.text("value"), object.minProperties(), object.maxProperties(), false);
        boolean closed = fields.rest().isEmpty();
        boolean taken = !fields.named().isEmpty() || tag.isPresent();
        out.line("let " + (taken ? "mut " : "") + "members = "
                + Code.tried(Code.call("Members::of", value)).layout(8, taken ? 18 : 14, 1) + ";");
        tag.ifPresent(name -> {
            support.use("Members.required");
            out.line("members.required(" + Text.literal(name) + ", " + support.use("any") + ")?;");
        });
        if (fields.named().isEmpty() && closed) {
            support.use("Members.end");
            out.line("members.end()?;");
            out.line("Ok(" + constructor + ")");
            return;
        }
        String open = closed ? "let read = " + constructor + " {" : "Ok(" + constructor + " {";
        out.block(open, closed ? "};" : "})", () -> {
            for (Field field : fields.named()) {
                out.line(read(object, field));
            }
            fields.rest().ifPresent(rest -> out.line(rest + ": " + readRest(object, fields) + ","));
        });
        if (closed) {
            support.use("Members.end");
            out.line("members.end()?;");
            out.line("Ok(read)");
        }
    }

    private String read(Declaration.Obj object, Field field) {
        String method = field.property().required() ? "required" : "optional";
        support.use("Members." + method);
        String before = RustNames.raw(field.name()) + ": ";
        Code name = Code.text(Text.literal(field.property().jsonName()));
        String hint = names.type(object.name()) + hint(field.property().jsonName());
        int room = Math.min(
                Code.SMALL - 2 - name.line().length(),
                Code.LINE - 16 - ".required(, )?,".length() - name.line().length());
        Code function = types.function(field.shape(), hint, Math.max(room, 0));
        Code call = Code.tried(Code.call("members." + method, name, function));
        boolean small = name.line().length() + 2 + function.line().length() <= Code.SMALL;
        String line = call.line();
        // rustfmt counts two columns more than there are where a field's value ends
        if (small && 12 + before.length() + line.length() + 3 > Code.LINE) {
            return before + line.replaceFirst("\\.", "\n    .") + ",";
        }
        return before + call.layout(12, before.length(), 1) + ",";
    }

    private String readRest(Declaration.Obj object, Fields fields) {
        if (fields.restValue().isEmpty()) {
            support.use("Members.rest");
            return "members.rest()";
        }
        support.use("Members.rest_of");
        Code function = types.function(fields.restValue().get(), names.type(object.name()) + "Value");
        return Code.tried(Code.call("members.rest_of", function)).layout(12, 12, 1);
    }

    /** Writes the checks of what a declaration's shape does not say. */
    private void check(Declaration declaration) {
        List<Assertion> residual = new ArrayList<>(declaration.residual());
        // a reference is about everything at once, so it has the least to say about what is wrong
        residual.sort(Comparator.comparing(Assertion.Reference.class::isInstance));
        for (Assertion assertion : residual) {
            Code condition = predicates.condition(assertion, declaration.location(), names.type(declaration.name()));
            if (!condition.line().isEmpty() && !condition.line().equals("true")) {
                out.line(Code.tried(Code.call(
                                        support.use("ensure"),
                                        condition,
                                        Code.text(Text.literal(Reasons.of(assertion)))))
                                .layout(8, 0, 1)
                        + ";");
            }
        }
    }

    // ---- unions

    private void union(Declaration.Union union) {
        String name = names.type(union.name());
        if (usage.isTagged(union.name())) {
            tagged(union, name);
            return;
        }
        List<String> variants = variantNames(union);
        List<Types.Shape> shapes = union.variants().stream()
                .map(variant -> types.shape(
                        variant.type(), new Types.Use(union.name(), name + variant.name(), union.location())))
                .toList();
        out.blank();
        doc(union.annotations(), "");
        out.line(DERIVE);
        out.line("#[serde(try_from = \"Value\", untagged)]");
        out.block("pub enum " + name + " {", "}", () -> {
            for (int i = 0; i < shapes.size(); i++) {
                Declaration.Variant variant = union.variants().get(i);
                String line = variants.get(i) + "(" + shapes.get(i).type() + "),";
                if (isUnit(variant)) {
                    out.line(variants.get(i) + ",");
                } else if (line.length() + 4 <= Code.LINE) {
                    out.line(line);
                } else {
                    out.line(variants.get(i) + "(\n    " + shapes.get(i).type() + ",\n),");
                }
            }
        });
        openTryFrom(name, () -> {
            check(union);
            choose(union, name, shapes, variants);
        });
    }

    /** Returns the names of the variants, without the name of the union in front of them. */
    private static List<String> variantNames(Declaration.Union union) {
        RustNames.Scope scope = new RustNames.Scope();
        return union.variants().stream()
                .map(variant -> {
                    String name = variant.name();
                    String rest = name.startsWith(union.name())
                            ? name.substring(union.name().length())
                            : "";
                    return rest.isEmpty() || !Character.isUpperCase(rest.charAt(0)) ? name : rest;
                })
                .map(name -> scope.uniqueVariant(name.equals("Self") ? "SelfValue" : name))
                .toList();
    }

    private static boolean isUnit(Declaration.Variant variant) {
        return variant.type() instanceof Type.Null;
    }

    private void choose(Declaration.Union union, String name, List<Types.Shape> shapes, List<String> variants) {
        Set<Declaration.Kind> settled = EnumSet.noneOf(Declaration.Kind.class);
        List<Runnable> arms = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Declaration.Variant variant = union.variants().get(i);
            Types.Shape shape = shapes.get(i);
            Set<Declaration.Kind> plain = EnumSet.noneOf(Declaration.Kind.class);
            plain.addAll(variant.kinds());
            plain.removeAll(settled);
            Set<Declaration.Kind> byTag = EnumSet.noneOf(Declaration.Kind.class);
            if (!variant.tags().isEmpty() && plain.remove(Declaration.Kind.OBJECT)) {
                byTag.add(Declaration.Kind.OBJECT);
            }
            String read = readVariant(variant, variants.get(i), shape, name);
            List<Code> trial = variant.trial() ? List.of(predicates.condition(variant.schema())) : List.of();
            if (!byTag.isEmpty()) {
                List<Code> guards = new ArrayList<>();
                guards.add(Code.call(
                        support.use("tagged"),
                        Code.text("&value"),
                        Code.text(Text.literal(union.tag().orElse(""))),
                        Code.slice(variant.tags().stream().map(Text::literal).toList())));
                guards.addAll(trial);
                arms.add(() -> guarded(byTag, guards, read));
            }
            if (!plain.isEmpty()) {
                arms.add(() -> guarded(plain, trial, read));
                if (trial.isEmpty()) {
                    settled.addAll(plain);
                }
            }
        }
        out.block("match value {", "}", () -> {
            arms.forEach(Runnable::run);
            if (settled.size() < Declaration.Kind.values().length) {
                out.line(refused(
                        Code.call(support.use("no_variant"), Code.text("&other"), Code.text(Text.literal(name)))));
            }
        });
    }

    private String readVariant(Declaration.Variant variant, String variantName, Types.Shape shape, String owner) {
        String self = "Self::" + variantName;
        if (isUnit(variant)) {
            return shape.reader().apply(Code.text("value")).line() + ".map(|()| " + self + ")";
        }
        Reader reader = shape.reader();
        if (reader instanceof Reader.Lambda
                && reader.apply(Code.text("value")).line().length() > 40) {
            reader = new Reader.Path(
                    types.function(shape, owner + variant.name(), 0).line());
        }
        return reader.apply(Code.text("value")).line() + ".map(" + self + ")";
    }

    private void guarded(Set<Declaration.Kind> kinds, List<Code> guards, String expression) {
        List<String> patterns = kinds.stream().map(RustFile::pattern).toList();
        String pattern = String.join(" | ", patterns);
        List<Code> operands =
                guards.stream().filter(guard -> !guard.line().equals("true")).toList();
        if (operands.isEmpty()) {
            arm(pattern, expression);
            return;
        }
        Code guard = Code.chain("&&", operands);
        String head = pattern + " if " + guard.line() + " => ";
        if (12 + head.length() + expression.length() + 1 <= Code.LINE) {
            out.line(head + expression + ",");
        } else if (12 + head.length() + 1 <= Code.LINE) {
            out.line(head + "{\n    " + broken(expression, false).replace("\n", "\n    ") + "\n}");
        } else {
            out.line(String.join("\n| ", patterns));
            out.line("    if " + guard.layout(16, 3, 0).replace("\n", "\n    ") + " =>\n{\n    "
                    + broken(expression, false).replace("\n", "\n    ") + "\n}");
        }
    }

    private static String pattern(Declaration.Kind kind) {
        return switch (kind) {
            case NULL -> "Value::Null";
            case BOOLEAN -> "Value::Bool(_)";
            case NUMBER -> "Value::Number(_)";
            case STRING -> "Value::String(_)";
            case ARRAY -> "Value::Array(_)";
            case OBJECT -> "Value::Object(_)";
        };
    }

    /** Writes a union as an enum whose variants have the fields of the objects, and serde's tag. */
    private void tagged(Declaration.Union union, String name) {
        String tag = union.tag().orElseThrow();
        List<Declaration.Obj> objects = union.variants().stream()
                .map(variant -> (Declaration.Obj) model.declaration(((Type.Named) variant.type()).name()))
                .toList();
        List<Fields> all = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            String variant = RustNames.variant(union.variants().get(i).tags().get(0));
            all.add(fields(objects.get(i), union.tag(), name + variant));
        }
        RustNames.Scope scope = new RustNames.Scope();
        List<String> variants = union.variants().stream()
                .map(variant ->
                        scope.uniqueVariant(RustNames.variant(variant.tags().get(0))))
                .toList();
        Renaming renaming = Renaming.ofVariants(
                variants,
                union.variants().stream().map(variant -> variant.tags().get(0)).toList());
        Renaming fieldNaming = Renaming.ofFields(
                all.stream()
                        .flatMap(some -> some.named().stream())
                        .map(Field::name)
                        .toList(),
                all.stream()
                        .flatMap(some -> some.named().stream())
                        .map(field -> field.property().jsonName())
                        .toList());
        List<String> more = new ArrayList<>(List.of("tag = " + Text.literal(tag)));
        if (!fieldNaming.name().isEmpty()) {
            more.add("rename_all_fields = \"" + fieldNaming.name() + "\"");
        }
        out.blank();
        doc(union.annotations(), "");
        out.line(DERIVE);
        attribute("", renamed(renaming, more));
        out.block("pub enum " + name + " {", "}", () -> {
            for (int i = 0; i < variants.size(); i++) {
                variant(
                        union.variants().get(i),
                        variants.get(i),
                        objects.get(i),
                        renaming,
                        new Fields(
                                all.get(i).named(),
                                fieldNaming,
                                all.get(i).rest(),
                                all.get(i).restValue()));
            }
        });
        RustNames.Scope functions = new RustNames.Scope();
        List<String> readers = variants.stream()
                .map(variant -> functions.unique("read_" + RustNames.snake(variant, "variant")))
                .toList();
        support.use("tag");
        support.use("unknown");
        openTryFrom(name, () -> {
            check(union);
            out.block("match tag(&value, " + Text.literal(tag) + ")? {", "}", () -> {
                for (int i = 0; i < variants.size(); i++) {
                    Declaration.Variant variant = union.variants().get(i);
                    String literal = Text.literal(variant.tags().get(0));
                    if (variant.trial()) {
                        literal +=
                                " if " + predicates.condition(variant.schema()).line();
                    }
                    arm(literal, "Self::" + readers.get(i) + "(value)");
                }
                out.line(unknown(name));
            });
        });
        out.blank();
        out.block("impl " + name + " {", "}", () -> {
            for (int i = 0; i < variants.size(); i++) {
                int index = i;
                if (i > 0) {
                    out.blank();
                }
                out.block(
                        "fn " + readers.get(i) + "(value: Value) -> Result<Self, Invalid> {",
                        "}",
                        () -> readObject(
                                objects.get(index), all.get(index), "Self::" + variants.get(index), union.tag()));
            }
        });
    }

    private void variant(
            Declaration.Variant variant, String name, Declaration.Obj object, Renaming renaming, Fields fields) {
        doc(object.annotations(), "");
        if (!renaming.gives(variant.tags().get(0), name)) {
            attribute("", List.of("rename = " + Text.literal(variant.tags().get(0))));
        }
        if (fields.named().isEmpty() && fields.rest().isEmpty()) {
            out.line(name + ",");
            return;
        }
        out.block(name + " {", "},", () -> fields(fields, ""));
    }

    // ---- aliases and tuples

    private void alias(Declaration.Alias alias) {
        String name = names.type(alias.name());
        Types.Use use = new Types.Use(alias.name(), name + "Value", alias.location());
        if (types.isPlain(alias)) {
            Types.Shape shape = types.shape(alias.type(), use);
            out.blank();
            doc(alias.annotations(), "");
            out.line("pub type " + name + " = " + shape.type() + ";");
            return;
        }
        if (alias.type() instanceof Type.Text text
                && alias.residual().isEmpty()
                && !alias.name().equals(model.root())) {
            textType(alias, name, text);
            return;
        }
        Types.Shape shape = types.shape(alias.type(), use);
        out.blank();
        doc(alias.annotations(), "");
        out.line(DERIVE);
        out.line("#[serde(try_from = \"Value\")]");
        out.line("pub struct " + name + "(pub " + shape.type() + ");");
        openTryFrom(name, () -> {
            check(alias);
            Reader reader = shape.reader();
            if (reader instanceof Reader.Lambda
                    && reader.apply(Code.text("value")).line().length() > Code.SMALL) {
                reader = new Reader.Path(types.function(shape, name, 0).line());
            }
            out.line(reader.apply(Code.text("value")).line() + ".map(Self)");
        });
    }

    /** Writes a string with rules of its own as a type that no other string can become. */
    private void textType(Declaration.Alias alias, String name, Type.Text text) {
        List<String> references = types.patterns(text, new Types.Use("", name, alias.location()));
        out.blank();
        doc(alias.annotations(), "");
        out.line("#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]");
        out.line("#[serde(try_from = \"Value\")]");
        out.line("pub struct " + name + "(String);");
        out.blank();
        out.block("impl " + name + " {", "}", () -> {
            out.line("/// The text.");
            out.line("#[must_use]");
            out.block("pub fn as_str(&self) -> &str {", "}", () -> out.line("&self.0"));
        });
        out.blank();
        out.block("impl TryFrom<String> for " + name + " {", "}", () -> {
            out.line("type Error = Invalid;");
            out.blank();
            out.block("fn try_from(text: String) -> Result<Self, Invalid> {", "}", () -> {
                Code checked = types.constrained(Code.text("text"), text, references);
                out.line(checked instanceof Code.Text ? "Ok(Self(text))" : checked.line() + ".map(Self)");
            });
        });
        support.use("string");
        openTryFrom(name, () -> out.line("Self::try_from(string(value)?)"));
    }

    private void positions(Types.Positions positions) {
        serializesItems = true;
        int count = positions.prefix().size();
        out.blank();
        out.line("/// An array whose items have types by their position.");
        out.line(DERIVE.replace(" Serialize,", ""));
        out.line("#[serde(try_from = \"Value\")]");
        out.block("pub struct " + positions.name() + " {", "}", () -> {
            for (int i = 0; i < count; i++) {
                String type = positions.prefix().get(i).type();
                out.line("pub item_" + i + ": " + (i < positions.min() ? type : "Option<" + type + ">") + ",");
            }
            positions.rest().ifPresent(rest -> out.line("pub rest: Vec<" + rest.type() + ">,"));
        });
        openTryFrom(positions.name(), () -> {
            out.line("let mut items = " + Code.tried(positions.items()).layout(8, 16, 1) + ";");
            out.block("Ok(Self {", "})", () -> {
                for (int i = 0; i < count; i++) {
                    String method = i < positions.min() ? "required" : "optional";
                    support.use(i < positions.min() ? "Items.required" : "Items");
                    Code function = types.function(positions.prefix().get(i), positions.name() + i);
                    out.line("item_" + i + ": "
                            + Code.tried(Code.call("items." + method, function)).layout(12, 8, 1) + ",");
                }
                positions.rest().ifPresent(rest -> {
                    support.use("Items.rest");
                    Code function = types.function(rest, positions.name() + "Rest");
                    out.line("rest: "
                            + Code.tried(Code.call("items.rest", function)).layout(12, 6, 1) + ",");
                });
            });
        });
        out.blank();
        out.block(
                "impl Serialize for " + positions.name() + " {",
                "}",
                () -> out.block(
                        "fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {", "}", () -> {
                            out.line("let mut items = serializer.serialize_seq(None)?;");
                            for (int i = 0; i < count; i++) {
                                if (i < positions.min()) {
                                    out.line("items.serialize_element(&self.item_" + i + ")?;");
                                } else {
                                    out.block(
                                            "if let Some(item) = &self.item_" + i + " {",
                                            "}",
                                            () -> out.line("items.serialize_element(item)?;"));
                                }
                            }
                            if (positions.rest().isPresent()) {
                                out.block(
                                        "for item in &self.rest {",
                                        "}",
                                        () -> out.line("items.serialize_element(item)?;"));
                            }
                            out.line("items.end()");
                        }));
    }

    private void writeAliasReaders() {
        Set<String> written = new LinkedHashSet<>();
        while (written.size() < types.aliasReaders().size()) {
            for (var reader : List.copyOf(types.aliasReaders().entrySet())) {
                if (written.add(reader.getKey())) {
                    Declaration.Alias alias = (Declaration.Alias) model.declaration(reader.getKey());
                    String name = names.type(alias.name());
                    Types.Shape shape =
                            types.shape(alias.type(), new Types.Use(alias.name(), name + "Value", alias.location()));
                    readFunction(reader.getValue(), name, shape.reader());
                    writePending();
                }
            }
        }
    }
}
