package io.lintel.access;

import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.ModelCatalog;
import java.nio.file.Path;

/** A door's defaults with the embedder that Lintel comes with, its profile read from the shipped catalogue. */
public final class MobileFaceNet {

    public static final EmbedderProfile PROFILE =
            ModelCatalog.read(Path.of("models")).model("mobilefacenet").calibrated();

    public static final ThresholdTable TABLE = ThresholdTable.of(PROFILE);
    public static final AccessSettings ACCESS = AccessSettings.of(PROFILE);
    public static final EvidenceSettings EVIDENCE = ACCESS.evidence();
    public static final ThresholdSettings THRESHOLD = ACCESS.threshold();
    public static final VisitSettings VISIT = ACCESS.visit();
    public static final EnrolmentSettings ENROLMENT = EnrolmentSettings.of(PROFILE);

    private MobileFaceNet() {}

    /** Thresholds as somebody set them. */
    public static ThresholdSettings threshold(double targetFpir, double floor, double tries, boolean everyTemplate) {
        return new ThresholdSettings(targetFpir, floor, tries, everyTemplate, PROFILE);
    }
}
