package io.lintel.evaluation.calibration;

import io.lintel.model.EmbedderProfile;
import io.lintel.model.ScoreTable;

/**
 * Carries what was tuned on one embedder over to another by what its scores mean: the affine map of scores that takes the scores at FMR 1e-3 and 1e-6 of
 * the one to those of the other. Scores are mapped, differences of scores scaled.
 */
public final class ProfileMaker {

    private final EmbedderProfile reference;
    private final ScoreTable table;
    private final double scale;
    private final double shift;

    /**
     * @param reference the profile that was tuned at a door
     * @param table of the embedder that gets one
     */
    public ProfileMaker(EmbedderProfile reference, ScoreTable table) {
        this.reference = reference;
        this.table = table;
        double low = score(reference.scores(), 1e-3);
        double high = score(reference.scores(), 1e-6);
        this.scale = (score(table, 1e-6) - score(table, 1e-3)) / (high - low);
        this.shift = score(table, 1e-3) - scale * low;
    }

    /** The score at a rate; beyond the last point the last segment is continued, on a logarithmic scale of rates. */
    static double score(ScoreTable table, double rate) {
        int last = 1;
        while (last < table.points().size() - 1
                && rate < table.points().get(last).fmr()) {
            last++;
        }
        ScoreTable.Point a = table.points().get(last - 1);
        ScoreTable.Point b = table.points().get(last);
        double place = (Math.log(rate) - Math.log(a.fmr())) / (Math.log(b.fmr()) - Math.log(a.fmr()));
        return a.score() + place * (b.score() - a.score());
    }

    /** @throws IllegalArgumentException if the embedder's scores leave no room for the rules, saying which number does not fit */
    public EmbedderProfile profile() {
        EmbedderProfile.AssumedSite site = reference.assumedSite();
        return new EmbedderProfile(
                table,
                mapped(reference.lowestThreshold()),
                Math.max(0.01, mapped(reference.leastSettable())),
                scaled(reference.unmeasuredSiteSurcharge()),
                new EmbedderProfile.AssumedSite(
                        mapped(site.mean()),
                        scaled(site.deviation()),
                        scaled(site.sampleDeviation()),
                        "carried over by false match rates from: " + site.population()),
                scaled(reference.margin()),
                scaled(reference.voteSlack()),
                scaled(reference.clearBy()),
                mapped(reference.continuity()),
                mapped(reference.sameFace()),
                mapped(reference.sameShot()),
                mapped(reference.lookAlike()));
    }

    private double mapped(double score) {
        return round(shift + scale * score);
    }

    private double scaled(double difference) {
        return round(scale * difference);
    }

    private static double round(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
