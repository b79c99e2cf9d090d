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

/**
 * By what this door decides now.
 *
 * @param livenessSet which liveness networks are there
 * @param table the embedder's scores and what they mean
 * @param point the threshold for the gallery as it is
 * @param threshold how strict a match must be
 */
public record DecisionInForce(
        LivenessPolicy liveness,
        LivenessSet livenessSet,
        String embedder,
        ThresholdTable table,
        OperatingPoint point,
        ThresholdSettings threshold,
        int persons) {

    /** @throws io.lintel.system.LintelException if models or database are not there */
    public static DecisionInForce of(LintelConfig config, FaceModels models, Gallery gallery) {
        AccessSettings access = AccessSettingsMapper.access(config, models.embedderProfile());
        LivenessSet liveness = models.livenessSet();
        ThresholdTable table = ThresholdTable.of(models.embedderProfile());
        GallerySummary persons = gallery.summary();
        int comparisons = access.threshold().everyTemplateCounts() ? persons.templates() : persons.searchable();
        return new DecisionInForce(
                StandingWarnings.policy(config, access.liveness(), liveness),
                liveness,
                models.embedderId(),
                table,
                new ThresholdRule(table, access.threshold()).at(gallery.site(), comparisons),
                access.threshold(),
                persons.searchable());
    }

    /** The threshold that the embedder's table alone would give a gallery of another size. */
    public OperatingPoint forGallery(int size) {
        return new ThresholdRule(table, threshold).forGallery(size);
    }
}
