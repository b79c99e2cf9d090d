package io.lintel.evaluation.statistics;

import io.lintel.evaluation.ScoreHistogram;
import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All comparisons of a set of pictures: every picture with every other. All scores are counted; those of one person, and the highest of different
 * people, are kept with who they are of. Immutable.
 */
public final class Comparisons {

    /** Pictures of one set, a row each. */
    public record Row(String person, Embedding embedding) {}

    /** A kept score. @param first row number @param second row number */
    public record Pair(float score, int first, int second) {}

    /** How many impostor scores are kept with their people: a tenth of LFW's. */
    private static final int TAIL = 1_000_000;

    private final int[] personOf;
    private final List<String> names;
    private final List<Pair> genuine;
    private final List<Pair> impostorTail;
    private final ScoreHistogram genuineScores = new ScoreHistogram();
    private final ScoreHistogram impostorScores = new ScoreHistogram();

    private Comparisons(int[] personOf, List<String> names, List<Pair> genuine, List<Pair> impostorTail) {
        this.personOf = personOf;
        this.names = names;
        this.genuine = genuine;
        this.impostorTail = impostorTail;
    }

    /** @param rows of at least one picture, embeddings of one model */
    public static Comparisons of(List<Row> rows) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] personOf = rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.person(), added -> numbers.size()))
                .toArray();
        float[][] values = rows.stream().map(row -> row.embedding().values()).toArray(float[][]::new);
        ScoreHistogram[] impostors = new ScoreHistogram[rows.size()];
        List<Pair> genuine = IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(i -> {
                    List<Pair> own = new ArrayList<>();
                    ScoreHistogram others = new ScoreHistogram();
                    for (int j = 0; j < i; j++) {
                        float score = dot(values[i], values[j]);
                        if (personOf[i] == personOf[j]) {
                            own.add(new Pair(score, i, j));
                        } else {
                            others.add(score);
                        }
                    }
                    synchronized (impostors) {
                        merge(impostors, others);
                    }
                    return own;
                })
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .toList();
        ScoreHistogram all = impostors[0] == null ? new ScoreHistogram() : impostors[0];
        double least = all.count() <= TAIL ? -2 : all.thresholdFor((double) TAIL / all.count());
        List<Pair> tail = IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(i -> {
                    List<Pair> high = new ArrayList<>();
                    for (int j = 0; j < i; j++) {
                        if (personOf[i] != personOf[j]) {
                            float score = dot(values[i], values[j]);
                            if (score >= least) {
                                high.add(new Pair(score, i, j));
                            }
                        }
                    }
                    return high;
                })
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .toList();
        Comparisons made = new Comparisons(personOf, List.copyOf(numbers.keySet()), genuine, tail);
        genuine.forEach(pair -> made.genuineScores.add(pair.score()));
        made.impostorScores.addAll(all);
        return made;
    }

    private static void merge(ScoreHistogram[] sum, ScoreHistogram more) {
        if (sum[0] == null) {
            sum[0] = more;
        } else {
            sum[0].addAll(more);
        }
    }

    /** The dot product: of unit vectors their cosine. */
    public static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }

    public int people() {
        return names.size();
    }

    public String name(int person) {
        return names.get(person);
    }

    /** Number of the person whom a row shows. */
    public int personOf(int row) {
        return personOf[row];
    }

    /** Rows of each person. */
    public int[] rowsOfPeople() {
        int[] counts = new int[people()];
        Arrays.stream(personOf).forEach(person -> counts[person]++);
        return counts;
    }

    /** Pairs of one person, the highest score first. */
    public List<Pair> genuine() {
        return genuine;
    }

    /** The highest scores of two people, the highest first; all of them where they are a million or fewer. */
    public List<Pair> impostorTail() {
        return impostorTail;
    }

    public ScoreHistogram genuineScores() {
        return genuineScores;
    }

    public ScoreHistogram impostorScores() {
        return impostorScores;
    }

    /** How many people have two pictures or more. */
    public int peopleWithPairs() {
        return (int) Arrays.stream(rowsOfPeople()).filter(count -> count > 1).count();
    }
}
