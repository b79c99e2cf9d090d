package io.lintel.evaluation.recognition;

import io.lintel.evaluation.embedding.EmbeddedPicture;
import io.lintel.evaluation.statistics.Comparisons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Pictures and names that a data set probably has wrong, by the scores themselves. Figures without them are optimistic: a hard picture of the right
 * person looks like a wrong one, and twins like one person under two names. So both are reported.
 *
 * @param sameUnderTwoNames people whose pictures score with each other as those of one person do
 * @param wrongPictures pictures that score with nobody of their own name
 */
public record LabelErrors(List<TwoNames> sameUnderTwoNames, List<WrongPicture> wrongPictures) {

    /** Different people this often score so high: below it a picture does not belong to its name. */
    private static final double UNLIKE = 1e-2;

    /** Share of the genuine scores that lie below what two names of one person have on average. */
    private static final double LIKE = 0.25;

    private static final int LEAST_GENUINE = 20;

    /** @param score mean of the scores of all pictures of the one with all of the other */
    public record TwoNames(String first, String second, double score) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s and %s may be one person: mean score %.3f", first, second, score);
        }
    }

    /** @param score the highest one with another picture of the same name */
    public record WrongPicture(String picture, String person, double score) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s may not show %s: highest score with their others %.3f", picture, person, score);
        }
    }

    /** @param pictures rows of the comparisons */
    public static LabelErrors find(List<EmbeddedPicture> pictures, Comparisons comparisons) {
        if (comparisons.genuine().size() < LEAST_GENUINE
                || comparisons.impostorScores().count() < LEAST_GENUINE) {
            return new LabelErrors(List.of(), List.of());
        }
        return new LabelErrors(twoNames(comparisons), wrongPictures(pictures, comparisons));
    }

    private static List<TwoNames> twoNames(Comparisons comparisons) {
        List<Comparisons.Pair> genuine = comparisons.genuine();
        double like = genuine.get((int) ((1 - LIKE) * (genuine.size() - 1))).score();
        int[] rows = comparisons.rowsOfPeople();
        Map<Long, double[]> sums = new LinkedHashMap<>();
        for (Comparisons.Pair pair : comparisons.impostorTail()) {
            int a = comparisons.personOf(pair.first());
            int b = comparisons.personOf(pair.second());
            double[] sum = sums.computeIfAbsent(
                    (long) Math.min(a, b) * comparisons.people() + Math.max(a, b), added -> new double[1]);
            sum[0] += pair.score();
        }
        List<TwoNames> found = new ArrayList<>();
        sums.forEach((key, sum) -> {
            int a = (int) (key / comparisons.people());
            int b = (int) (key % comparisons.people());
            // pairs that are not among the highest count 0: the mean is never too high
            double mean = sum[0] / ((double) rows[a] * rows[b]);
            if (mean >= like) {
                found.add(new TwoNames(comparisons.name(a), comparisons.name(b), mean));
            }
        });
        return found;
    }

    private static List<WrongPicture> wrongPictures(List<EmbeddedPicture> pictures, Comparisons comparisons) {
        double unlike = comparisons.impostorScores().thresholdFor(UNLIKE);
        Map<Integer, Double> highest = new HashMap<>();
        for (Comparisons.Pair pair : comparisons.genuine()) {
            highest.merge(pair.first(), (double) pair.score(), Math::max);
            highest.merge(pair.second(), (double) pair.score(), Math::max);
        }
        return highest.entrySet().stream()
                .filter(each -> each.getValue() < unlike)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new WrongPicture(
                        pictures.get(each.getKey()).picture().name(),
                        pictures.get(each.getKey()).person(),
                        each.getValue()))
                .toList();
    }

    /** The faces without wrong pictures, and with one name for each person. */
    public List<LabelledFace> mend(List<LabelledFace> faces) {
        Map<String, String> names = unified();
        Set<String> wrong = pictures();
        return faces.stream()
                .filter(face -> !wrong.contains(face.picture()))
                .map(face -> face.named(names.getOrDefault(face.person(), face.person())))
                .toList();
    }

    boolean isEmpty() {
        return sameUnderTwoNames.isEmpty() && wrongPictures.isEmpty();
    }

    /** The people after two names of one person have become one name. */
    Map<String, String> unified() {
        Map<String, String> names = new HashMap<>();
        sameUnderTwoNames.forEach(each -> {
            String first = names.getOrDefault(each.first(), each.first());
            String second = names.getOrDefault(each.second(), each.second());
            names.replaceAll((name, one) -> one.equals(second) ? first : one);
            names.put(each.second(), first);
            names.put(second, first);
        });
        return names;
    }

    Set<String> pictures() {
        Set<String> names = new HashSet<>();
        wrongPictures.forEach(each -> names.add(each.picture()));
        return names;
    }
}
