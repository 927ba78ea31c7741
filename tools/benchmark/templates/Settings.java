package __package__;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes the settings of a __Name__, written as {@code key=value;key=value}. */
public final class __Name__ {

    private __Name__() {}

    /**
     * Reads settings.
     *
     * @param text the text, may be empty
     * @return the settings, sorted by key
     * @throws IllegalArgumentException if a part has no equals sign, an empty key or a key twice
     */
    public static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> result = new TreeMap<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(';', start);
            if (end < 0) {
                end = text.length();
            }
            String part = text.substring(start, end);
            int equals = part.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("no key at column " + (start + 1) + ": " + part);
            }
            String key = part.substring(0, equals).strip();
            String old = result.putIfAbsent(key, unescape(part.substring(equals + 1)));
            if (old != null) {
                throw new IllegalArgumentException("key given twice: " + key);
            }
            start = end + 1;
        }
        return result;
    }

    /**
     * Writes settings so that {@link #parse(String)} reads them again.
     *
     * @param settings the settings
     * @return the text
     */
    public static String format(Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) -> {
            if (text.length() > 0) {
                text.append(';');
            }
            text.append(key).append('=').append(escape(value));
        });
        return text.toString();
    }

    private static String escape(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case ';' -> text.append("%3B");
                case '%' -> text.append("%25");
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private static String unescape(String value) {
        return value.replace("%3B", ";").replace("%25", "%");
    }
}
