package io.lintel.access.evidence;

/**
 * Chooses the threshold for a gallery's size. N people looked up k times are N·k chances of a false match, so the rate per comparison has to be
 * 1-(1-FPIR)^(1/(N·k)); the score with that rate is read from the embedder's table, never below the floor.
 * Immutable.
 */
public final class ThresholdRule {

    private final ThresholdTable table;
    private final ThresholdSettings settings;

    public ThresholdRule(ThresholdTable table, ThresholdSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** @param persons how many people a probe is compared with, each by one score; below 1 counts as 1 */
    public OperatingPoint forGallery(int persons) {
        double chances = Math.max(1, persons) * settings.triesPerVisit();
        double wantedFmr = -Math.expm1(Math.log1p(-settings.targetFpir()) / chances);
        double threshold = Math.max(settings.floor(), table.scoreAt(wantedFmr));
        double fmr = table.fmrAt(threshold);
        double fpir = -Math.expm1(chances * Math.log1p(-fmr));
        return new OperatingPoint(threshold, fmr, fpir, persons, table.measured(fmr));
    }
}
