package io.neurectomy.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes a record: its components, what its constructor checks, and a builder if there are many components. */
final class RecordWriter {

    private static final int MOST_WITHOUT_BUILDER = 4;

    private final Plan plan;

    RecordWriter(Plan plan) {
        this.plan = plan;
    }

    /**
     * Starts a record.
     *
     * @param javadoc its first paragraphs
     * @param components those which are components, in order
     * @param more further statements of the compact constructor
     */
    TypeSpec.Builder write(
            ClassName name, String javadoc, List<Component> components, CodeBlock more, Location location) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC);
        type.addJavadoc("$L\n", javadoc);
        if (!components.isEmpty()) {
            type.addJavadoc("\n");
        }
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        for (Component component : components) {
            type.addJavadoc("@param $L $L\n", component.name(), component.javadoc());
            header.addParameter(component.java(), component.name());
        }
        type.recordConstructor(header.build());
        Constants constants = new Constants(plan);
        CodeBlock body = CodeBlock.builder()
                .add(body(components, constants, location))
                .add(more)
                .build();
        constants.addTo(type);
        if (!body.isEmpty()) {
            type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("$L\n", constructorDoc(body))
                    .addCode(body)
                    .build());
        }
        if (components.size() > MOST_WITHOUT_BUILDER) {
            addBuilder(type, name, components);
        }
        return type;
    }

    private static String constructorDoc(CodeBlock body) {
        String text = body.toString();
        if (!text.contains("Check.")) {
            return text.contains("requireNonNull") ? "Refuses null." : "Copies what could change.";
        }
        return "Checks the values.\n\n@throws IllegalArgumentException if one is not valid";
    }

    private CodeBlock body(List<Component> components, Constants constants, Location location) {
        CodeBlock.Builder nulls = CodeBlock.builder();
        CodeBlock.Builder checks = CodeBlock.builder();
        Set<String> taken = new HashSet<>();
        components.forEach(component -> taken.add(component.name()));
        Checking checking = new Checking(plan, constants, location, taken);
        for (Component component : components) {
            String name = component.name();
            String at = Texts.literal(component.at());
            String wish = Texts.constant(name);
            Type shape = plan.shape(component.type());
            Type inner = shape instanceof Type.Nullable nullable ? plan.shape(nullable.type()) : shape;
            CodeBlock copy = copy(inner, name);
            switch (component.mode()) {
                case VALUE, EXTRAS -> {
                    if (!component.java().isPrimitive() && copy.isEmpty()) {
                        nulls.add("$T.requireNonNull($L, $S);\n", Objects.class, name, name);
                    }
                    nulls.add(copy);
                    checks.add(checking.statements(inner, name, at, wish));
                }
                case NULLABLE, OPTIONAL -> {
                    CodeBlock code = CodeBlock.builder()
                            .add(copy)
                            .add(checking.statements(inner, name, at, wish))
                            .build();
                    if (!code.isEmpty()) {
                        checks.add("if ($L != null) {\n$>$L$<}\n", name, code);
                    }
                }
                case PRESENCE -> {
                    nulls.add("$T.requireNonNull($L, $S);\n", Objects.class, name, name);
                    CodeBlock code = checking.statements(inner, name + ".value()", at, wish);
                    if (!code.isEmpty()) {
                        checks.add("if ($L.value() != null) {\n$>$L$<}\n", name, code);
                    }
                }
                case CONSTANT -> {}
            }
        }
        return nulls.add(checks.build()).build();
    }

    private CodeBlock copy(Type type, String name) {
        if (type instanceof Type.Array array) {
            return plan.isNullable(array.item())
                    ? CodeBlock.of("$L = $T.copy($L);\n", name, plan.check("copyList"), name)
                    : CodeBlock.of("$L = $T.copyOf($L);\n", name, List.class, name);
        }
        return type instanceof Type.Dictionary
                ? CodeBlock.of("$L = $T.copy($L);\n", name, plan.check("copy"), name)
                : CodeBlock.of("");
    }

    private void addBuilder(TypeSpec.Builder type, ClassName name, List<Component> components) {
        ClassName builder = name.nestedClass("Builder");
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Returns a builder without any value.\n\n@return the builder\n")
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build());
        CodeBlock.Builder copying = CodeBlock.builder().addStatement("$T copy = new $T()", builder, builder);
        for (Component component : components) {
            copying.addStatement("copy.$L = $L", component.name(), component.name());
        }
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns a builder with the values of this.\n\n@return the builder\n")
                .returns(builder)
                .addCode(copying.addStatement("return copy").build())
                .build());
        type.addType(builder(name, components));
    }

    private TypeSpec builder(ClassName name, List<Component> components) {
        ClassName builder = name.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Makes a {@link $T} step by step. Not thread-safe.\n", name)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        CodeBlock.Builder arguments = CodeBlock.builder();
        String separator = "";
        for (Component component : components) {
            type.addField(field(component));
            arguments.add(separator);
            arguments.add(argument(component));
            separator = ",\n";
        }
        for (Component component : components) {
            type.addMethod(setter(component, builder));
        }
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "Makes the value.\n\n@return the value\n"
                                        + "@throws NullPointerException if something required was not set\n")
                        .returns(name)
                        .addCode("return new $T(\n$>$>$L$<$<);\n", name, arguments.build())
                        .build())
                .build();
    }

    private FieldSpec field(Component component) {
        if (component.mode() == Component.Mode.PRESENCE) {
            return FieldSpec.builder(component.java(), component.name(), Modifier.PRIVATE)
                    .initializer("$T.absent()", plan.presence())
                    .build();
        }
        if (component.mode() == Component.Mode.EXTRAS) {
            return FieldSpec.builder(component.java(), component.name(), Modifier.PRIVATE)
                    .initializer("$T.of()", Map.class)
                    .build();
        }
        return FieldSpec.builder(Plan.nullable(component.java().withoutAnnotations()), component.name(), Modifier.PRIVATE)
                .build();
    }

    private static CodeBlock argument(Component component) {
        return component.mode() == Component.Mode.VALUE
                ? CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, component.name(), component.name())
                : CodeBlock.of("$L", component.name());
    }

    private MethodSpec setter(Component component, ClassName builder) {
        String name = component.name();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sets {@code $L}.\n\n@param $L $L\n@return this\n", name, name, component.javadoc())
                .returns(builder);
        if (component.mode() == Component.Mode.PRESENCE) {
            TypeName value = Plan.nullable(plan.javaType(component.type()).box());
            return method.addParameter(value, name)
                    .addStatement("this.$L = $T.of($L)", name, plan.presence(), name)
                    .addStatement("return this")
                    .build();
        }
        return method.addParameter(ParameterSpec.builder(component.java(), name).build())
                .addStatement("this.$L = $L", name, name)
                .addStatement("return this")
                .build();
    }

    static AnnotationSpec nullMarked() {
        return AnnotationSpec.builder(Plan.NULL_MARKED).build();
    }
}
