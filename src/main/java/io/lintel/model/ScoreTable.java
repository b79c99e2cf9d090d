package io.lintel.model;

import java.util.Comparator;
import java.util.List;

/**
 * The measured relation of an embedder's score (cosine similarity) to its false match rate (FMR, ISO/IEC 19795-1).
 *
 * @param population on whom it was measured, in words
 * @param points at least two, from the highest FMR to the lowest
 */
public record ScoreTable(String population, List<Point> points) {

    /** A comparison of two people scores at least {@code score} with probability {@code fmr}. */
    public record Point(double fmr, double score) {

        public Point {
            if (!(fmr > 0 && fmr < 1)) {
                throw new IllegalArgumentException("a false match rate lies between 0 and 1, this is " + fmr);
            }
            if (!(score > -1 && score < 1)) {
                throw new IllegalArgumentException("a score lies between -1 and 1, this is " + score);
            }
        }
    }

    public ScoreTable {
        points = points.stream()
                .sorted(Comparator.comparingDouble(Point::fmr).reversed())
                .toList();
        if (points.size() < 2) {
            throw new IllegalArgumentException("a score table needs at least two points");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).fmr() == points.get(i - 1).fmr()
                    || points.get(i).score() <= points.get(i - 1).score()) {
                throw new IllegalArgumentException("a score table's score must rise as its false match rate falls");
            }
        }
    }
}
