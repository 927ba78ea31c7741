package io.neurectomy.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.neurectomy.codegen.json.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The constants of one class: patterns, bounds and sets of values, each said once. */
final class Constants {

    private final Plan plan;
    private final Set<String> names = new HashSet<>();
    private final Map<CodeBlock, String> known = new LinkedHashMap<>();
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();

    Constants(Plan plan) {
        this.plan = plan;
    }

    /** Returns the constant of a pattern of {@code java.util.regex}. */
    String pattern(String wish, String regex) {
        return add(
                wish,
                ClassName.get(Pattern.class),
                CodeBlock.of("$T.compile($L)", Pattern.class, Texts.literal(regex)));
    }

    String decimal(String wish, BigDecimal value) {
        if (value.signum() == 0) {
            return add(wish, ClassName.get(BigDecimal.class), CodeBlock.of("$T.ZERO", BigDecimal.class));
        }
        return add(
                wish,
                ClassName.get(BigDecimal.class),
                CodeBlock.of("new $T($L)", BigDecimal.class, Texts.literal(value.toString())));
    }

    /** Returns the constant of the keys of JSON values. */
    String keys(String wish, Json.Arr values) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(Set.class), ClassName.get(Object.class));
        return add(wish, type, CodeBlock.of("$T.values($L)", plan.json("values"), Texts.literals(values.text())));
    }

    /** Returns the constant of a set. */
    String set(String wish, TypeName element, List<CodeBlock> items) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(Set.class), element.box());
        return add(wish, type, CodeBlock.of("$T.of($L)", Set.class, CodeBlock.join(items, ", ")));
    }

    private String add(String wish, TypeName type, CodeBlock value) {
        return known.computeIfAbsent(value, key -> {
            String name = wish;
            for (int i = 2; !names.add(name); i++) {
                name = wish + "_" + i;
            }
            fields.put(
                    name,
                    FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer(value)
                            .build());
            return name;
        });
    }

    void addTo(TypeSpec.Builder type) {
        fields.values().forEach(type::addField);
    }
}
