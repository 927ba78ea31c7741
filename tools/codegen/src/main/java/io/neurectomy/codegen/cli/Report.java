package io.neurectomy.codegen.cli;

import io.neurectomy.codegen.Finding;
import io.neurectomy.codegen.Generator;
import io.neurectomy.codegen.json.Json;
import io.neurectomy.codegen.json.Location;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings as JSON, for a program to read. */
final class Report {

    private Report() {}

    static Json of(Generator.Request request, Generator.Result result) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("schema", new Json.Str(request.schemas().get(0).toString()));
        members.put("language", new Json.Str(request.language().id()));
        members.put("findings", findings(result.findings()));
        return new Json.Obj(members);
    }

    private static Json findings(List<Finding> findings) {
        return new Json.Arr(findings.stream().map(Report::finding).toList());
    }

    private static Json finding(Finding finding) {
        Location location = finding.location();
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("rule", new Json.Str(finding.rule()));
        members.put("severity", new Json.Str(finding.severity().name().toLowerCase(Locale.ROOT)));
        members.put("file", new Json.Str(location.file()));
        members.put("line", number(location.line()));
        members.put("column", number(location.column()));
        members.put("pointer", new Json.Str(location.pointer()));
        members.put("message", new Json.Str(finding.message()));
        return new Json.Obj(members);
    }

    private static Json number(int value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
