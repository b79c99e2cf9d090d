package io.lintel.access.evidence;

import io.lintel.model.EmbedderProfile;
import java.util.Comparator;
import java.util.List;

/**
 * What a score of one embedder means as a false match rate (FMR), from measured points with log-linear interpolation.
 *
 * <p>Beyond the points the nearest segment is continued. Above the last point that errs on the safe side: measured tails fall
 * ever faster with the score, so the true FMR lies below the line. A rate read from there is an estimate and never
 * reported below a tenth of the smallest measured one: nothing was measured that could prove more.
 */
public final class ThresholdTable {

    private final List<ScorePoint> points;
    private final String population;

    /** The table of an embedder. */
    public static ThresholdTable of(EmbedderProfile embedder) {
        return new ThresholdTable(
                embedder.scores().points().stream()
                        .map(point -> new ScorePoint(point.score(), point.fmr()))
                        .toList(),
                embedder.scores().population());
    }

    /**
     * Makes a table.
     *
     * @param points at least two; FMR falls strictly as the score rises
     * @param population on whom they were measured, in words
     */
    public ThresholdTable(List<ScorePoint> points, String population) {
        this.population = population;
        if (points.size() < 2) {
            throw new IllegalArgumentException("a threshold table needs at least two points, not " + points.size());
        }
        this.points = points.stream()
                .sorted(Comparator.comparingDouble(ScorePoint::score))
                .toList();
        for (int i = 1; i < this.points.size(); i++) {
            if (!(this.points.get(i).score() > this.points.get(i - 1).score()
                    && this.points.get(i).fmr() < this.points.get(i - 1).fmr())) {
                throw new IllegalArgumentException("the false match rate must fall as the score rises");
            }
        }
    }

    /** On whom the rates were measured, in words. */
    public String population() {
        return population;
    }

    public List<ScorePoint> points() {
        return points;
    }

    /** FMR at a score, at most 1, at least a tenth of the smallest measured one. */
    public double fmrAt(double score) {
        int i = 1;
        while (i < points.size() - 1 && score > points.get(i).score()) {
            i++;
        }
        ScorePoint a = points.get(i - 1);
        ScorePoint b = points.get(i);
        double logFmr = Math.log(a.fmr())
                + (score - a.score()) / (b.score() - a.score()) * (Math.log(b.fmr()) - Math.log(a.fmr()));
        return Math.clamp(Math.exp(logFmr), points.getLast().fmr() / 10, 1.0);
    }

    /** The score with a wanted FMR, at most 0.99. */
    public double scoreAt(double fmr) {
        int i = 1;
        while (i < points.size() - 1 && fmr < points.get(i).fmr()) {
            i++;
        }
        ScorePoint a = points.get(i - 1);
        ScorePoint b = points.get(i);
        double position = (Math.log(fmr) - Math.log(a.fmr())) / (Math.log(b.fmr()) - Math.log(a.fmr()));
        return Math.clamp(a.score() + position * (b.score() - a.score()), -0.99, 0.99);
    }

    /** Whether a rate lies within what was measured. */
    public boolean measured(double fmr) {
        return fmr >= points.getLast().fmr() && fmr <= points.getFirst().fmr();
    }
}
