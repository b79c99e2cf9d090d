package io.lintel.service.tuning;

import io.lintel.access.DenialReason;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.PersonId;
import java.util.Optional;

/**
 * A decision about a face that was compared with the gallery, as the log keeps it.
 *
 * @param row of the log
 * @param nearest who was let in, or whom the face came nearest to
 * @param score of the evidence when it was decided
 * @param threshold that was in force then
 */
public record DoorVisit(long row, Outcome outcome, PersonId nearest, double score, double threshold) {

    public enum Outcome {
        GRANTED,
        /** Nobody enrolled looked enough like the face: a stranger, or somebody enrolled who was missed. */
        UNKNOWN,
        /** Not let in for any other reason, such as liveness, the margin, a schedule, the PIN or the door's own state. */
        REFUSED
    }

    /** Share of the threshold from which on a face that was not recognised may have been the nearest person's. */
    private static final double LIKENESS = 0.75;

    /** Empty for rows without a comparison. */
    static Optional<DoorVisit> of(AuditRow row) {
        AuditEvent event = row.event();
        double[] numbers = event.numbers("best_score", "threshold", "best");
        double score = numbers[0];
        double threshold = numbers[1];
        double best = numbers[2];
        if (Double.isNaN(score) || Double.isNaN(threshold) || Double.isNaN(best)) {
            return Optional.empty();
        }
        Long person = event.person();
        PersonId nearest = new PersonId(person == null ? (long) best : person);
        return Optional.of(new DoorVisit(row.seq(), outcome(event), nearest, score, threshold));
    }

    private static Outcome outcome(AuditEvent event) {
        if (event.kind() == AuditKind.ACCESS_GRANTED) {
            return Outcome.GRANTED;
        }
        return DenialReason.UNKNOWN.code().equals(event.reason()) ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    /** Whether somebody enrolled may have been missed: it can also have been a stranger who looks like them. */
    public boolean isNearMiss() {
        return outcome == Outcome.UNKNOWN && score >= LIKENESS * threshold;
    }
}
