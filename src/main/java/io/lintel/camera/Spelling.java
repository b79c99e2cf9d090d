package io.lintel.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Spelling {

    /** Two slips: what typing fast produces; more would suggest unrelated words. */
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    static Optional<String> nearest(String written, List<String> words) {
        String text = written.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(text, word) <= MOST_SLIPS)
                .min(Comparator.comparingInt(word -> distance(text, word)));
    }

    /** Damerau-Levenshtein distance: insertions, deletions, replacements and swaps of neighbours count 1 each. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
