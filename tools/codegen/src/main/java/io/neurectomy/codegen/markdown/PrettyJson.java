package io.neurectomy.codegen.markdown;

import io.neurectomy.codegen.json.Json;
import java.util.Map;

/** Writes JSON over several lines. */
final class PrettyJson {

    private static final int LONGEST_LINE = 80;

    private PrettyJson() {}

    static String text(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, "", out);
        return out.toString();
    }

    private static void write(Json value, String indentation, StringBuilder out) {
        String deeper = indentation + "  ";
        String separator = "\n";
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            out.append('{');
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.append(separator).append(deeper).append(new Json.Str(member.getKey()).text());
                out.append(": ");
                write(member.getValue(), deeper, out);
                separator = ",\n";
            }
            out.append('\n').append(indentation).append('}');
        } else if (value instanceof Json.Arr array && value.text().length() > LONGEST_LINE) {
            out.append('[');
            for (Json item : array.items()) {
                out.append(separator).append(deeper);
                write(item, deeper, out);
                separator = ",\n";
            }
            out.append('\n').append(indentation).append(']');
        } else {
            out.append(value.text());
        }
    }
}
