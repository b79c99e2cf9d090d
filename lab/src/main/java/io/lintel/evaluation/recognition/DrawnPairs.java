package io.lintel.evaluation.recognition;

import io.lintel.evaluation.data.PicturePair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pairs in the manner of LFW's protocol for a data set that prescribes none: ten folds of different people, up to 300 pairs of each kind in each. */
final class DrawnPairs {

    private static final int FOLDS = 10;
    private static final int PAIRS = 300;
    private static final long SEED = 7;

    private DrawnPairs() {}

    /** @return nothing where a fold would have no pair of one person */
    static List<PicturePair> of(List<LabelledFace> faces) {
        Random random = new Random(SEED);
        Map<String, List<Integer>> people = new LinkedHashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            people.computeIfAbsent(faces.get(i).person(), added -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> drawn = new ArrayList<>(people.values());
        Collections.shuffle(drawn, random);
        List<PicturePair> pairs = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            List<List<Integer>> own = java.util.stream.IntStream.range(0, drawn.size())
                    .filter(i -> i % FOLDS == number)
                    .mapToObj(drawn::get)
                    .toList();
            List<PicturePair> same = same(own, fold);
            if (same.isEmpty() || own.size() < 2) {
                return List.of();
            }
            Collections.shuffle(same, random);
            int kept = Math.min(PAIRS, same.size());
            pairs.addAll(same.subList(0, kept));
            for (int i = 0; i < kept; i++) {
                int first = random.nextInt(own.size());
                int second = (first + 1 + random.nextInt(own.size() - 1)) % own.size();
                pairs.add(new PicturePair(any(own.get(first), random), any(own.get(second), random), false, fold));
            }
        }
        return pairs;
    }

    private static List<PicturePair> same(List<List<Integer>> people, int fold) {
        List<PicturePair> pairs = new ArrayList<>();
        for (List<Integer> own : people) {
            for (int i = 1; i < own.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs.add(new PicturePair(own.get(i), own.get(j), true, fold));
                }
            }
        }
        return pairs;
    }

    private static int any(List<Integer> rows, Random random) {
        return rows.get(random.nextInt(rows.size()));
    }
}
