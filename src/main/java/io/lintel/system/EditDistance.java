package io.lintel.system;

/** How far apart two spellings are. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * Damerau-Levenshtein distance in its form of optimal string alignment: insertions, deletions, replacements and swaps of
     * neighbours count 1 each. Takes time and memory in proportion to the product of both lengths.
     */
    public static int between(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    /** Whether {@link #between} is at most so much; says no at once where the lengths say it, whatever they are. */
    public static boolean isWithin(String a, String b, int most) {
        return Math.abs(a.length() - b.length()) <= most && between(a, b) <= most;
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
