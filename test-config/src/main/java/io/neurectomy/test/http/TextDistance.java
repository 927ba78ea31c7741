package io.neurectomy.test.http;

/** How far two texts are apart. */
final class TextDistance {
    private static final int LONGEST = 200;

    private TextDistance() {}

    /** Returns the share of characters to change (Levenshtein): 0 for equal texts, 1 if nothing is common. */
    static double between(String one, String other) {
        String a = one.substring(0, Math.min(one.length(), LONGEST));
        String b = other.substring(0, Math.min(other.length(), LONGEST));
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()] / (double) Math.max(1, Math.max(a.length(), b.length()));
    }
}
