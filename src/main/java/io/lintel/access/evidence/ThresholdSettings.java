package io.lintel.access.evidence;

import io.lintel.model.EmbedderProfile;

/**
 * How strict a match must be. docs/decisions/0050-when-the-door-opens.md has the reasons.
 *
 * @param targetFpir how often a stranger's visit may end in a false match, per visit. 0.003 is the operating point at
 *     which NIST FRTE 1:N compares products "for access into a facility"
 * @param floor the least score that ever counts as a match, whatever the target would allow; the embedder's own, unless a site lowers it with its
 *     own measurement in hand
 * @param triesPerVisit as how many independent tries one visit counts. A stranger is looked at many times, but the looks resemble
 *     one another; 3 stands for the first look and the repeats that back-off allows in the first quarter of a minute
 * @param everyTemplateCounts whether a look is compared with each template on its own, instead of with one mean a person
 * @param embedder whose scores these are
 */
public record ThresholdSettings(
        double targetFpir, double floor, double triesPerVisit, boolean everyTemplateCounts, EmbedderProfile embedder) {

    private static final double TARGET_FPIR = 0.003;
    private static final double TRIES = 3;

    /** The defaults with an embedder. */
    public static ThresholdSettings of(EmbedderProfile embedder) {
        return new ThresholdSettings(TARGET_FPIR, embedder.lowestThreshold(), TRIES, false, embedder);
    }

    public ThresholdSettings {
        if (!(targetFpir > 0 && targetFpir <= 0.1)) {
            throw new IllegalArgumentException(
                    "lintel.decision.target-fpir must lie between 0 and 0.1 and not be 0, it is " + targetFpir);
        }
        if (!(floor >= embedder.leastSettable() && floor < 1)) {
            throw new IllegalArgumentException("lintel.decision.lowest-threshold must lie between "
                    + embedder.leastSettable() + " and 1 and not be 1, it is " + floor);
        }
        if (!(triesPerVisit >= 1)) {
            throw new IllegalArgumentException("triesPerVisit must be 1 or more, not " + triesPerVisit);
        }
    }

    /**
     * What the floor is raised by at a site with fewer people than {@link io.lintel.gallery.SiteResemblance#LEAST_PEOPLE}, where nothing can be
     * left out of the scores and nothing is known of the site's own.
     */
    double unmeasuredSurcharge() {
        return embedder.unmeasuredSiteSurcharge();
    }

    /** Whether somebody chose to go below the embedder's own floor: pages and health say so. */
    public boolean isLowered() {
        return floor < embedder.lowestThreshold();
    }
}
