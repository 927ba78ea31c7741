package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.model.Declaration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes an enumeration of strings as an enum. */
final class EnumEmitter {

    private static final ClassName JSON_VALUE = ClassName.get("com.fasterxml.jackson.annotation", "JsonValue");
    private static final ClassName JSON_CREATOR = ClassName.get("com.fasterxml.jackson.annotation", "JsonCreator");

    private final Plan plan;

    EnumEmitter(Plan plan) {
        this.plan = plan;
    }

    TypeSpec type(Declaration.Enumeration enumeration, Companion companion, List<ClassName> unions) {
        ClassName name = plan.type(enumeration.name());
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", Texts.javadocParagraphs(enumeration.annotations(), "One of some words."))
                .addAnnotation(Plan.NULL_MARKED)
                // The wire name is @JsonValue's, so that Jackson uses it for the keys of maps as well.
                .addAnnotations(companion.annotations("", false))
                .addSuperinterfaces(unions);
        Set<String> taken = new HashSet<>();
        taken.add("BY_VALUE");
        for (String value : enumeration.values()) {
            String constant = ObjectEmitter.unique(Texts.constant(value), taken);
            type.addEnumConstant(
                    constant,
                    TypeSpec.anonymousClassBuilder("$L", Texts.literal(value))
                            .addJavadoc(
                                    "<code>$L</code>\n", value.isBlank() ? "&quot;&quot;" : Texts.javadocLine(value))
                            .build());
        }
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), name);
        type.addField(com.palantir.javapoet.FieldSpec.builder(
                        map, "BY_VALUE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of(values()).collect($T.toUnmodifiableMap($T::value, $T.identity()))",
                        Stream.class,
                        Collectors.class,
                        name,
                        Function.class)
                .build());
        type.addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(String.class, "value")
                .addStatement("this.value = value")
                .build());
        type.addMethod(MethodSpec.methodBuilder("fromValue")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(JSON_CREATOR)
                .returns(name)
                .addParameter(String.class, "value")
                .addJavadoc("""
                        Returns the constant of a value.

                        @param value as in JSON
                        @return its constant
                        @throws IllegalArgumentException if there is none
                        """)
                .addCode("$T constant = BY_VALUE.get(value);\n", Plan.nullable(name))
                .addCode("if (constant == null) {\n$>throw new IllegalArgumentException(\n$>$>")
                .addCode(
                        "\": must be one of \" + $T.of(values()).map($T::value).toList() + \", not '\" + value + \"'\");\n$<$<$<}\n",
                        Stream.class,
                        name)
                .addCode("return constant;\n")
                .build());
        type.addMethod(MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(JSON_VALUE)
                .returns(String.class)
                .addJavadoc("Returns the value as it stands in JSON.\n\n@return the value\n")
                .addStatement("return value")
                .build());
        return type.build();
    }

    void companion(Declaration.Enumeration enumeration, Companion companion) {
        ClassName name = plan.type(enumeration.name());
        companion.add(companion
                .reading("read", name)
                .addCode("return $T.fromValue($T.string(p));\n", name, plan.json("string"))
                .build());
        companion.addJackson("", name, "read", Optional.empty());
    }
}
