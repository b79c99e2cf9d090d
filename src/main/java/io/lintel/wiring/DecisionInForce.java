package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
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
 * @param floor the least threshold, whatever the gallery's size
 * @param targetFpir how often a stranger's visit may end in a false match
 */
public record DecisionInForce(
        LivenessPolicy liveness,
        LivenessSet livenessSet,
        String embedder,
        ThresholdTable table,
        OperatingPoint point,
        double floor,
        double targetFpir,
        int persons) {

    /** @throws io.lintel.system.LintelException if models or database are not there */
    public static DecisionInForce of(LintelConfig config, FaceModels models, Gallery gallery) {
        AccessSettings access = RoomSettings.access(config);
        LivenessSet liveness = models.livenessSet();
        ThresholdTable table = Recognition.thresholds(models);
        GallerySummary persons = gallery.summary();
        int comparisons = access.threshold().everyTemplateCounts() ? persons.templates() : persons.searchable();
        return new DecisionInForce(
                StandingWarnings.policy(config, access.liveness(), liveness),
                liveness,
                models.embedderId(),
                table,
                new ThresholdRule(table, access.threshold()).forGallery(comparisons),
                access.threshold().floor(),
                access.threshold().targetFpir(),
                persons.searchable());
    }

    /** The threshold that a gallery of another size would get. */
    public OperatingPoint forGallery(LintelConfig config, int size) {
        return new ThresholdRule(table, RoomSettings.access(config).threshold()).forGallery(size);
    }
}
