package io.lintel.access.evidence;

/**
 * How strict a match must be. docs/decisions/0050-when-the-door-opens.md has the reasons.
 *
 * @param targetFpir how often a stranger's visit may end in a false match, per visit. 0.003 is the operating point at
 *     which NIST FRTE 1:N compares products "for access into a facility"
 * @param floor the least score that ever counts as a match, whatever the target would allow. 0.65: on a real webcam impostors score
 *     higher than on LFW (FMR 1.3e-3 at 0.60, none of 17,878 at 0.65; MODELS.md). Lower it only with a site's own
 *     measurement in hand
 * @param triesPerVisit as how many independent tries one visit counts. A stranger is looked at many times, but the looks resemble
 *     one another; 3 stands for the first look and the repeats that back-off allows in the first quarter of a minute
 * @param everyTemplateCounts whether a look is compared with each template on its own, instead of with one mean a person
 */
public record ThresholdSettings(double targetFpir, double floor, double triesPerVisit, boolean everyTemplateCounts) {

    public static final double SAFE_FLOOR = 0.65;

    public static final ThresholdSettings DEFAULT = new ThresholdSettings(0.003, SAFE_FLOOR, 3, false);

    public ThresholdSettings {
        if (!(targetFpir > 0 && targetFpir <= 0.1)) {
            throw new IllegalArgumentException("targetFpir must lie in (0, 0.1], not " + targetFpir);
        }
        if (!(floor >= 0.3 && floor < 1)) {
            throw new IllegalArgumentException("floor must lie in [0.3, 1), not " + floor);
        }
        if (!(triesPerVisit >= 1)) {
            throw new IllegalArgumentException("triesPerVisit must be 1 or more, not " + triesPerVisit);
        }
    }

    /** Whether somebody chose to go below the safe floor: pages and health say so. */
    public boolean isLowered() {
        return floor < SAFE_FLOOR;
    }
}
