package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Location;
import io.neurectomy.codegen.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes a record: its components, what its constructor checks, and a builder if there are many components. */
final class RecordWriter {

    private static final int MOST_WITHOUT_BUILDER = 4;

    /** Of the 255 that the JVM allows. */
    private static final int MOST_SLOTS = 250;

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
        if (isWide(components)) {
            return wide(name, javadoc, components, more, location);
        }
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

    /** Returns whether a record can't have so many components: a constructor of the JVM takes 255 arguments. */
    static boolean isWide(List<Component> components) {
        int slots = 1;
        for (Component component : components) {
            slots += component.java().equals(TypeName.LONG) ? 2 : 1;
        }
        return slots > MOST_SLOTS;
    }

    private TypeSpec.Builder wide(
            ClassName name, String javadoc, List<Component> components, CodeBlock more, Location location) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L\n\n<p>Immutable. No record, which can't have so many components.\n", javadoc);
        Constants constants = new Constants(plan);
        CodeBlock.Builder fields = CodeBlock.builder();
        CodeBlock.Builder body = CodeBlock.builder();
        List<CodeBlock> names = new ArrayList<>();
        for (Component component : components) {
            body.add("$T $L = $L;\n", component.java(), component.name(), fromBuilder(component));
            fields.add("this.$L = $L;\n", component.name(), component.name());
            names.add(CodeBlock.of("$L", component.name()));
            type.addField(component.java(), component.name(), Modifier.PRIVATE, Modifier.FINAL);
            type.addMethod(MethodSpec.methodBuilder(component.name())
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Returns {@code $L}.\n\n@return $L\n", component.name(), component.javadoc())
                    .returns(component.java())
                    .addStatement("return $L", component.name())
                    .build());
        }
        body.add(body(components, constants, location)).add(more).add(fields.build());
        constants.addTo(type);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name.nestedClass("Builder"), "builder")
                .addCode(body.build())
                .build());
        addIdentity(type, name, names);
        addBuilder(type, name, components);
        return type;
    }

    private static CodeBlock fromBuilder(Component component) {
        return component.mode() == Component.Mode.VALUE
                ? CodeBlock.of("$T.requireNonNull(builder.$L, $S)", Objects.class, component.name(), component.name())
                : CodeBlock.of("builder.$L", component.name());
    }

    private static void addIdentity(TypeSpec.Builder type, ClassName name, List<CodeBlock> names) {
        TypeName values =
                ParameterizedTypeName.get(ClassName.get(List.class), Plan.nullable(ClassName.get(Object.class)));
        type.addMethod(MethodSpec.methodBuilder("allValues")
                .addModifiers(Modifier.PRIVATE)
                .returns(values)
                .addCode("return $T.asList(\n$>$>$L);\n$<$<", Arrays.class, CodeBlock.join(names, ",\n"))
                .build());
        type.addMethod(MethodSpec.methodBuilder("equals")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(TypeName.BOOLEAN)
                .addParameter(Plan.nullable(ClassName.get(Object.class)), "other")
                .addStatement("return other instanceof $T that && allValues().equals(that.allValues())", name)
                .build());
        type.addMethod(MethodSpec.methodBuilder("hashCode")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(TypeName.INT)
                .addStatement("return allValues().hashCode()")
                .build());
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .returns(String.class)
                .addStatement("return $S + allValues()", name.simpleName())
                .build());
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
        Set<String> taken = new HashSet<>();
        components.forEach(component -> taken.add(component.name()));
        String copy = ObjectEmitter.unique("copy", taken);
        CodeBlock.Builder copying = CodeBlock.builder().addStatement("$T $L = new $T()", builder, copy, builder);
        for (Component component : components) {
            copying.addStatement("$L.$L = $L", copy, component.name(), component.name());
        }
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns a builder with the values of this.\n\n@return the builder\n")
                .returns(builder)
                .addCode(copying.addStatement("return $L", copy).build())
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
            type.addField(field(component, isWide(components) ? new Modifier[0] : new Modifier[] {Modifier.PRIVATE}));
            arguments.add(separator);
            arguments.add(argument(component));
            separator = ",\n";
        }
        for (Component component : components) {
            type.addMethod(setter(component, builder));
        }
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("""
                                Makes the value.

                                @return the value
                                @throws NullPointerException if something required was not set
                                """)
                        .returns(name)
                        .addCode(
                                isWide(components)
                                        ? CodeBlock.of("return new $T(this);\n", name)
                                        : CodeBlock.of("return new $T(\n$>$>$L$<$<);\n", name, arguments.build()))
                        .build())
                .build();
    }

    private FieldSpec field(Component component, Modifier... access) {
        if (component.mode() == Component.Mode.PRESENCE) {
            return FieldSpec.builder(component.java(), component.name(), access)
                    .initializer("$T.absent()", plan.presence())
                    .build();
        }
        if (component.mode() == Component.Mode.EXTRAS) {
            return FieldSpec.builder(component.java(), component.name(), access)
                    .initializer("$T.of()", Map.class)
                    .build();
        }
        return FieldSpec.builder(Plan.nullable(component.java().withoutAnnotations()), component.name(), access)
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
}
