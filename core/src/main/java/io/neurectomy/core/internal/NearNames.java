package io.neurectomy.core.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the names that someone may have meant. */
public final class NearNames {

    private static final int MOST = 3;
    private static final int LONGEST = 128;

    private NearNames() {}

    /**
     * Finds names that differ in case, in hyphens and underscores, or in about every fourth character.
     *
     * @param wanted what was written
     * @param names what exists
     * @return at most three names, the nearest first; none if nothing is near
     */
    public static List<String> of(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        String plain = plain(wanted);
        return names.stream()
                .map(name -> Map.entry(name, distance(plain, plain(name))))
                .filter(entry -> entry.getValue()
                        <= Math.max(plain.length(), plain(entry.getKey()).length()) / 4)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }

    /** Counts the insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                if (row == 0 || column == 0) {
                    cost[row][column] = row + column;
                    continue;
                }
                boolean same = from.charAt(row - 1) == to.charAt(column - 1);
                int least = Math.min(cost[row - 1][column], cost[row][column - 1]) + 1;
                least = Math.min(least, cost[row - 1][column - 1] + (same ? 0 : 1));
                boolean swapped = row > 1
                        && column > 1
                        && from.charAt(row - 1) == to.charAt(column - 2)
                        && from.charAt(row - 2) == to.charAt(column - 1);
                cost[row][column] = swapped ? Math.min(least, cost[row - 2][column - 2] + 1) : least;
            }
        }
        return cost[from.length()][to.length()];
    }
}
