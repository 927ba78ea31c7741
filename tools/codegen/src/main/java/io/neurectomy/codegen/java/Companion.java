package io.neurectomy.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.schema.Assertion;
import io.neurectomy.codegen.schema.Schema;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Builds the class beside a type that reads and writes it. */
final class Companion {

    private final Plan plan;
    private final Predicates predicates;
    private final ClassName name;
    private final TypeSpec.Builder type;
    private final Constants constants;

    Companion(Plan plan, Predicates predicates, ClassName name, CodeBlock javadoc) {
        this.plan = plan;
        this.predicates = predicates;
        this.name = name;
        this.constants = new Constants(plan);
        this.type = TypeSpec.classBuilder(name)
                .addJavadoc(javadoc)
                .addAnnotation(Plan.NULL_UNMARKED)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    ClassName name() {
        return name;
    }

    Constants constants() {
        return constants;
    }

    /** Starts a method that reads from {@code p}. */
    MethodSpec.Builder reading(String method, TypeName result) {
        return plan.jackson()
                .throwing(MethodSpec.methodBuilder(method).addModifiers(Modifier.STATIC))
                .returns(result)
                .addParameter(plan.jackson().parser(), "p");
    }

    void add(MethodSpec method) {
        type.addMethod(method);
    }

    /**
     * Adds the method that reads, which checks what the shape does not decide if there is such.
     *
     * @param method its name
     * @param result what it returns
     * @param body what reads the shape
     * @param schema the schema that the residual is of
     * @param residual assertions that are checked on the tree
     * @param fromTree whether the shape is read from a tree in any case
     */
    void addRead(
            String method, TypeName result, CodeBlock body, Schema schema, List<Assertion> residual, boolean fromTree) {
        if (residual.isEmpty() && !fromTree) {
            add(reading(method, result).addCode(body).build());
            return;
        }
        String shape = method + "Shape";
        add(reading(method, result)
                .addCode("return $T.viaTree(p, $T::$L);\n", plan.json("viaTree"), name, shape)
                .build());
        CodeBlock.Builder code = CodeBlock.builder();
        if (!residual.isEmpty()) {
            code.add("check($T.node(p), $T.memo(p));\n", plan.jsonClass(), plan.jsonClass());
            addCheck(schema, residual);
        }
        add(reading(shape, result)
                .addModifiers(Modifier.PRIVATE)
                .addCode(code.add(body).build())
                .build());
    }

    /**
     * Adds the method that reads a string and checks what its type does not decide. A tree of one string is that string, so
     * it needs none of what {@link #addRead} needs for an object.
     *
     * @param method its name
     * @param result what it returns
     * @param returned the expression that is returned, of the string {@code value}
     * @param schema the schema that the residual is of
     * @param residual assertions that are checked on the string
     */
    void addReadOfText(String method, TypeName result, CodeBlock returned, Schema schema, List<Assertion> residual) {
        add(reading(method, result)
                .addStatement("$T value = $T.string(p)", String.class, plan.json("string"))
                .addStatement(
                        "check($T.valueOf(value), new $T())",
                        plan.jackson().type("databind.node", "StringNode"),
                        predicates.memo())
                .addStatement("return $L", returned)
                .build());
        addCheck(schema, residual);
    }

    private void addCheck(Schema schema, List<Assertion> residual) {
        CodeBlock.Builder body = CodeBlock.builder();
        predicates.orThrow(residual, schema, constants).forEach(body::add);
        add(MethodSpec.methodBuilder("check")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("Checks what the type does not say.\n")
                .addParameter(plan.jackson().node(), "v")
                .addParameter(predicates.memo(), "memo")
                .addCode(body.build())
                .build());
    }

    /** Starts a method that writes a value to {@code g}. */
    MethodSpec.Builder writing(String method, TypeName value) {
        return plan.jackson()
                .throwing(MethodSpec.methodBuilder(method).addModifiers(Modifier.STATIC))
                .addParameter(value, "value")
                .addParameter(plan.jackson().generator(), "g");
    }

    /**
     * Adds the classes that Jackson calls.
     *
     * @param prefix before {@code Reader} and {@code Writer}
     * @param value the type
     * @param read the method that reads
     * @param write the method that writes; none if Jackson writes the type by itself
     */
    void addJackson(String prefix, ClassName value, String read, Optional<String> write) {
        type.addType(TypeSpec.classBuilder(prefix + "Reader")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(plan.json("Reader").nestedClass("Reader"), value))
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super($T.class)", value)
                        .build())
                .addMethod(plan.jackson()
                        .throwing(MethodSpec.methodBuilder("read").addAnnotation(Override.class))
                        .returns(value)
                        .addParameter(plan.jackson().parser(), "p")
                        .addStatement("return $T.$L(p)", name, read)
                        .build())
                .build());
        plan.json("path");
        write.ifPresent(method -> type.addType(TypeSpec.classBuilder(prefix + "Writer")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(plan.json("Writer").nestedClass("Writer"), value))
                .addMethod(plan.jackson()
                        .throwing(MethodSpec.methodBuilder("write").addAnnotation(Override.class))
                        .addParameter(value, "value")
                        .addParameter(plan.jackson().generator(), "g")
                        .addStatement("$T.$L(value, g)", name, method)
                        .build())
                .build()));
    }

    /** Returns the annotations of a type that this class reads and writes. */
    List<AnnotationSpec> annotations(String prefix, boolean writes) {
        AnnotationSpec reader = AnnotationSpec.builder(plan.jackson().deserialize())
                .addMember("using", "$T.class", name.nestedClass(prefix + "Reader"))
                .build();
        AnnotationSpec writer = AnnotationSpec.builder(plan.jackson().serialize())
                .addMember("using", "$T.class", name.nestedClass(prefix + "Writer"))
                .build();
        return writes ? List.of(writer, reader) : List.of(reader);
    }

    TypeSpec build() {
        constants.addTo(type);
        return type.build();
    }
}
