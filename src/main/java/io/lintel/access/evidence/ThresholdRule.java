package io.lintel.access.evidence;

import io.lintel.gallery.Identification;

/**
 * Chooses the threshold for a gallery's size. N comparisons, made k times, are N·k chances of a false match, so the rate per comparison has to be
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

    /** The threshold for the gallery that gave an answer. */
    public OperatingPoint of(Identification answer) {
        return forGallery(settings.everyTemplateCounts() ? answer.templates() : answer.persons());
    }

    /** @param comparisons how many scores a probe gets; below 1 counts as 1 */
    public OperatingPoint forGallery(int comparisons) {
        double chances = Math.max(1, comparisons) * settings.triesPerVisit();
        double wantedFmr = -Math.expm1(Math.log1p(-settings.targetFpir()) / chances);
        double threshold = Math.max(settings.floor(), table.scoreAt(wantedFmr));
        double fmr = table.fmrAt(threshold);
        double fpir = -Math.expm1(chances * Math.log1p(-fmr));
        return new OperatingPoint(threshold, fmr, fpir, comparisons, table.measured(fmr));
    }
}
