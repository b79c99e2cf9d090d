package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.config.LintelConfig;
import io.lintel.face.FaceModels;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GallerySummary;
import io.lintel.gallery.SiteResemblance;

/**
 * By what this door decides now.
 *
 * @param livenessSet which liveness networks are there
 * @param table the embedder's scores and what they mean
 * @param point the threshold for the gallery as it is
 * @param threshold how strict a match must be
 * @param clearBy by how much a score above the threshold is clear of it
 * @param comparisons how many scores a look gets
 */
public record DecisionInForce(
        LivenessPolicy liveness,
        LivenessSet livenessSet,
        String embedder,
        ThresholdTable table,
        OperatingPoint point,
        ThresholdSettings threshold,
        double clearBy,
        SiteResemblance site,
        int comparisons,
        int persons) {

    /** @throws io.lintel.system.LintelException if models or database are not there */
    public static DecisionInForce of(LintelConfig config, FaceModels models, Gallery gallery) {
        AccessSettings access = AccessSettingsMapper.access(config, models.embedderProfile());
        LivenessSet liveness = models.livenessSet();
        ThresholdTable table = ThresholdTable.of(models.embedderProfile());
        GallerySummary persons = gallery.summary();
        SiteResemblance site = gallery.site();
        int comparisons = access.threshold().everyTemplateCounts() ? persons.templates() : persons.searchable();
        return new DecisionInForce(
                StandingWarnings.policy(config, access.liveness(), liveness),
                liveness,
                models.embedderId(),
                table,
                new ThresholdRule(table, access.threshold()).at(site, comparisons),
                access.threshold(),
                access.evidence().clearBy(),
                site,
                comparisons,
                persons.searchable());
    }

    /** The threshold here with another lowest one. @param floor from {@link #leastFloor} on, below 1 */
    public OperatingPoint withFloor(double floor) {
        ThresholdSettings other = new ThresholdSettings(
                threshold.targetFpir(),
                floor,
                threshold.triesPerVisit(),
                threshold.everyTemplateCounts(),
                threshold.embedder());
        return new ThresholdRule(table, other).at(site, comparisons);
    }

    /** The embedder's own lowest threshold. */
    public double standardFloor() {
        return threshold.embedder().lowestThreshold();
    }

    /** Below it a match means nothing. */
    public double leastFloor() {
        return threshold.embedder().leastSettable();
    }

    /** The threshold that the embedder's table alone would give a gallery of another size. */
    public OperatingPoint forGallery(int size) {
        return new ThresholdRule(table, threshold).forGallery(size);
    }
}
