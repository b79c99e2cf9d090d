package io.lintel.access.evidence;

import io.lintel.gallery.Identification;
import io.lintel.gallery.SiteResemblance;

/**
 * Chooses the threshold for a gallery's size. N comparisons, made k times, are N·k chances of a false match, so the rate per comparison has to be
 * 1-(1-FPIR)^(1/(N·k)); the score with that rate is read from the embedder's table and from the site's own scores: the higher one counts, never below
 * the floor. Immutable.
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
        return at(answer.site(), settings.everyTemplateCounts() ? answer.templates() : answer.persons());
    }

    /**
     * The threshold at a site. While it has too few people to tell how much they resemble each other, the floor is higher, and the worst that was
     * seen elsewhere is assumed.
     *
     * @param comparisons how many scores a probe gets; below 1 counts as 1
     */
    public OperatingPoint at(SiteResemblance site, int comparisons) {
        SiteTail tail = tail(site);
        double floor = settings.floor() + (site.isMeasured() ? 0 : settings.unmeasuredSurcharge());
        double wanted = wantedFmr(comparisons);
        double threshold = Math.min(0.99, Math.max(floor, Math.max(table.scoreAt(wanted), tail.scoreAt(wanted))));
        double siteFmr = tail.fmrAt(threshold);
        double tableFmr = table.fmrAt(threshold);
        return siteFmr > tableFmr
                ? point(threshold, siteFmr, comparisons, false, tail.population())
                : point(threshold, tableFmr, comparisons, table.measured(tableFmr), table.population());
    }

    /**
     * What the embedder's table alone asks for, whatever people it is about.
     *
     * @param comparisons how many scores a probe gets; below 1 counts as 1
     */
    public OperatingPoint forGallery(int comparisons) {
        double threshold = Math.max(settings.floor(), table.scoreAt(wantedFmr(comparisons)));
        double fmr = table.fmrAt(threshold);
        return point(threshold, fmr, comparisons, table.measured(fmr), table.population());
    }

    /** How often two strangers score so high or higher at a site, per comparison: the larger of what table and site say. */
    public double falseMatchRate(SiteResemblance site, double score) {
        return Math.max(table.fmrAt(score), tail(site).fmrAt(score));
    }

    private SiteTail tail(SiteResemblance site) {
        return SiteTail.of(site, settings.embedder().assumedSite());
    }

    private OperatingPoint point(double threshold, double fmr, int comparisons, boolean measured, String population) {
        double fpir = -Math.expm1(chances(comparisons) * Math.log1p(-fmr));
        return new OperatingPoint(threshold, fmr, fpir, comparisons, measured, population);
    }

    private double wantedFmr(int comparisons) {
        return -Math.expm1(Math.log1p(-settings.targetFpir()) / chances(comparisons));
    }

    private double chances(int comparisons) {
        return Math.max(1, comparisons) * settings.triesPerVisit();
    }
}
