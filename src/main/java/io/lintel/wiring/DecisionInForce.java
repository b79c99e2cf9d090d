package io.lintel.wiring;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.face.FaceModels;
import io.lintel.face.LivenessSet;
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
    public static DecisionInForce of(House house) {
        AccessSettings access = RoomSettings.access(house.config());
        FaceModels models = house.faceModels();
        LivenessSet liveness = models.livenessSet();
        ThresholdTable table = Recognition.thresholds(models);
        GallerySummary gallery = house.gallery().summary();
        int comparisons = access.threshold().everyTemplateCounts() ? gallery.templates() : gallery.searchable();
        return new DecisionInForce(
                StandingWarnings.policy(house.config(), access.liveness(), liveness),
                liveness,
                models.embedderId(),
                table,
                new ThresholdRule(table, access.threshold()).forGallery(comparisons),
                access.threshold().floor(),
                access.threshold().targetFpir(),
                gallery.searchable());
    }

    /** The threshold that a gallery of another size would get. */
    public OperatingPoint forGallery(House house, int persons) {
        return new ThresholdRule(table, RoomSettings.access(house.config()).threshold()).forGallery(persons);
    }
}
