package io.neurectomy.standard.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells whether somebody who wrote one name may have meant another. */
public final class NearMiss {
    private NearMiss() {}

    /**
     * Counts the letters by which two names differ.
     *
     * @param a a name
     * @param b another name
     * @return the least number of letters to insert, delete, replace or swap with their neighbour
     */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /**
     * Tells whether two names are the same but for case, separators and a plural, or differ by a slip of the finger.
     *
     * @param written what was written
     * @param known a name that exists
     * @return true if it may be a slip; false for the name itself
     */
    public static boolean isSlip(String written, String known) {
        return !written.equals(known)
                && (plain(written).equals(plain(known)) || distance(written, known) <= (known.length() < 12 ? 1 : 2));
    }

    /**
     * Tells whether two hyphenated names have a word in common that says something.
     *
     * @param a a name
     * @param b another name
     * @return true if a word of more than three letters is in both
     */
    public static boolean sharesWord(String a, String b) {
        List<String> words = Arrays.asList(b.split("-"));
        return Arrays.stream(a.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .anyMatch(word -> word.length() > 3 && words.contains(word));
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.replaceAll("(?:es|s)$", "");
    }
}
