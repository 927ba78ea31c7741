package io.neurectomy.codegen.pattern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The properties of Unicode that ECMA-262 allows in {@code \p{…}}, and their characters where Java knows them. */
final class UnicodeProperty {

    private static final String GENERAL_CATEGORY = "General_Category";
    private static final String SCRIPT = "Script";

    private static final Map<String, String> CATEGORIES = names(0, """
            L Letter, Lu Uppercase_Letter, Ll Lowercase_Letter, Lt Titlecase_Letter, LC Cased_Letter, Lm Modifier_Letter,
            Lo Other_Letter, M Mark, M Combining_Mark, Mn Nonspacing_Mark, Mc Spacing_Mark, Me Enclosing_Mark, N Number,
            Nd Decimal_Number, Nd digit, Nl Letter_Number, No Other_Number, P Punctuation, P punct, Pc Connector_Punctuation,
            Pd Dash_Punctuation, Ps Open_Punctuation, Pe Close_Punctuation, Pi Initial_Punctuation, Pf Final_Punctuation,
            Po Other_Punctuation, S Symbol, Sm Math_Symbol, Sc Currency_Symbol, Sk Modifier_Symbol, So Other_Symbol,
            Z Separator, Zs Space_Separator, Zl Line_Separator, Zp Paragraph_Separator, C Other, Cc Control, Cc cntrl,
            Cf Format, Cs Surrogate, Co Private_Use, Cn Unassigned""");

    private static final Map<String, String> BINARY = names(1, """
            ASCII ASCII, AHex ASCII_Hex_Digit, Alpha Alphabetic, Any Any, Assigned Assigned, Bidi_C Bidi_Control,
            Bidi_M Bidi_Mirrored, CI Case_Ignorable, Cased Cased, CWCF Changes_When_Casefolded, CWCM Changes_When_Casemapped,
            CWL Changes_When_Lowercased, CWKCF Changes_When_NFKC_Casefolded, CWT Changes_When_Titlecased,
            CWU Changes_When_Uppercased, Dash Dash, DI Default_Ignorable_Code_Point, Dep Deprecated, Dia Diacritic,
            Emoji Emoji, EComp Emoji_Component, EMod Emoji_Modifier, EBase Emoji_Modifier_Base, EPres Emoji_Presentation,
            ExtPict Extended_Pictographic, Ext Extender, Gr_Base Grapheme_Base, Gr_Ext Grapheme_Extend, Hex Hex_Digit,
            IDSB IDS_Binary_Operator, IDST IDS_Trinary_Operator, IDC ID_Continue, IDS ID_Start, Ideo Ideographic,
            Join_C Join_Control, LOE Logical_Order_Exception, Lower Lowercase, Math Math, NChar Noncharacter_Code_Point,
            Pat_Syn Pattern_Syntax, Pat_WS Pattern_White_Space, QMark Quotation_Mark, Radical Radical,
            RI Regional_Indicator, STerm Sentence_Terminal, SD Soft_Dotted, Term Terminal_Punctuation,
            UIdeo Unified_Ideograph, Upper Uppercase, VS Variation_Selector, space White_Space, XIDC XID_Continue,
            XIDS XID_Start""");

    private static final Map<Integer, String> CATEGORY_OF_TYPE = Map.ofEntries(
            Map.entry((int) Character.UPPERCASE_LETTER, "Lu"),
            Map.entry((int) Character.LOWERCASE_LETTER, "Ll"),
            Map.entry((int) Character.TITLECASE_LETTER, "Lt"),
            Map.entry((int) Character.MODIFIER_LETTER, "Lm"),
            Map.entry((int) Character.OTHER_LETTER, "Lo"),
            Map.entry((int) Character.NON_SPACING_MARK, "Mn"),
            Map.entry((int) Character.COMBINING_SPACING_MARK, "Mc"),
            Map.entry((int) Character.ENCLOSING_MARK, "Me"),
            Map.entry((int) Character.DECIMAL_DIGIT_NUMBER, "Nd"),
            Map.entry((int) Character.LETTER_NUMBER, "Nl"),
            Map.entry((int) Character.OTHER_NUMBER, "No"),
            Map.entry((int) Character.CONNECTOR_PUNCTUATION, "Pc"),
            Map.entry((int) Character.DASH_PUNCTUATION, "Pd"),
            Map.entry((int) Character.START_PUNCTUATION, "Ps"),
            Map.entry((int) Character.END_PUNCTUATION, "Pe"),
            Map.entry((int) Character.INITIAL_QUOTE_PUNCTUATION, "Pi"),
            Map.entry((int) Character.FINAL_QUOTE_PUNCTUATION, "Pf"),
            Map.entry((int) Character.OTHER_PUNCTUATION, "Po"),
            Map.entry((int) Character.MATH_SYMBOL, "Sm"),
            Map.entry((int) Character.CURRENCY_SYMBOL, "Sc"),
            Map.entry((int) Character.MODIFIER_SYMBOL, "Sk"),
            Map.entry((int) Character.OTHER_SYMBOL, "So"),
            Map.entry((int) Character.SPACE_SEPARATOR, "Zs"),
            Map.entry((int) Character.LINE_SEPARATOR, "Zl"),
            Map.entry((int) Character.PARAGRAPH_SEPARATOR, "Zp"),
            Map.entry((int) Character.CONTROL, "Cc"),
            Map.entry((int) Character.FORMAT, "Cf"),
            Map.entry((int) Character.SURROGATE, "Cs"),
            Map.entry((int) Character.PRIVATE_USE, "Co"),
            Map.entry((int) Character.UNASSIGNED, "Cn"));

    private static final Set<String> CASED_LETTERS = Set.of("Lu", "Ll", "Lt");

    private static final Map<String, Optional<CharacterSet>> SETS = new ConcurrentHashMap<>();

    private UnicodeProperty() {}

    /** Reads what stands between the braces; empty if ECMA-262 knows no such property. */
    static Optional<Regex.Property> parse(String text, boolean negated) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            if (CATEGORIES.containsKey(text)) {
                return Optional.of(new Regex.Property(GENERAL_CATEGORY, CATEGORIES.get(text), negated));
            }
            return Optional.ofNullable(BINARY.get(text)).map(name -> new Regex.Property(name, "", negated));
        }
        String value = text.substring(equals + 1);
        return switch (text.substring(0, equals)) {
            case GENERAL_CATEGORY, "gc" ->
                Optional.ofNullable(CATEGORIES.get(value))
                        .map(category -> new Regex.Property(GENERAL_CATEGORY, category, negated));
            case SCRIPT, "sc" -> script(value).map(script -> new Regex.Property(SCRIPT, script, negated));
            case "Script_Extensions", "scx" ->
                script(value).map(script -> new Regex.Property("Script_Extensions", script, negated));
            default -> Optional.empty();
        };
    }

    static Optional<CharacterSet> set(String name, String value) {
        return SETS.computeIfAbsent(name + "=" + value, key -> compute(name, value));
    }

    private static Optional<CharacterSet> compute(String name, String value) {
        if (name.equals(GENERAL_CATEGORY)) {
            return Optional.of(CharacterSet.matching(c -> inCategory(c, value)));
        }
        if (name.equals(SCRIPT)) {
            Character.UnicodeScript script = Character.UnicodeScript.forName(value);
            return Optional.of(CharacterSet.matching(c -> Character.UnicodeScript.of(c) == script));
        }
        IntPredicate binary = switch (name) {
            case "Any" -> c -> true;
            case "ASCII" -> c -> c < 0x80;
            case "ASCII_Hex_Digit" -> c -> c < 0x80 && Character.digit(c, 16) >= 0;
            case "Assigned" -> Character::isDefined;
            case "Alphabetic" -> Character::isAlphabetic;
            case "Lowercase" -> Character::isLowerCase;
            case "Uppercase" -> Character::isUpperCase;
            case "Ideographic" -> Character::isIdeographic;
            case "White_Space" ->
                c -> c == 0x85 || (c >= '\t' && c <= '\r') || (c != 0x200B && Character.isSpaceChar(c));
            default -> c -> false;
        };
        CharacterSet set = CharacterSet.matching(binary);
        return set.ranges().isEmpty() ? Optional.empty() : Optional.of(set);
    }

    private static boolean inCategory(int codePoint, String category) {
        String own = CATEGORY_OF_TYPE.getOrDefault(Character.getType(codePoint), "Cn");
        return own.startsWith(category) || (category.equals("LC") && CASED_LETTERS.contains(own));
    }

    private static Optional<String> script(String name) {
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return Optional.of(title(script.name()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Writes {@code OLD_ITALIC} as {@code Old_Italic}: ECMA-262 and Rust read names by case. */
    private static String title(String upper) {
        return Arrays.stream(upper.split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    /** Maps both names of each pair to one of them, 0 the short one, 1 the long one. */
    private static Map<String, String> names(int canonical, String pairs) {
        Map<String, String> names = new HashMap<>();
        for (String pair : pairs.split(",\\s*", -1)) {
            String[] words = pair.split(" ", -1);
            names.put(words[0], words[canonical]);
            names.put(words[1], words[canonical]);
        }
        return Map.copyOf(names);
    }
}
