package io.lintel.service.visit;

import io.lintel.audit.AuditRow;
import io.lintel.gallery.PersonId;
import java.util.Optional;

/**
 * That somebody has said who was at the door.
 *
 * @param visit row of the decision
 * @param person whom it is about
 * @param actor who says so
 */
public record VisitConfirmation(long visit, PersonId person, VisitVerdict verdict, String actor) {

    static Optional<VisitConfirmation> of(AuditRow row) {
        Long person = row.event().person();
        long visit = (long) row.event().number("visit").orElse(0);
        if (person == null || visit == 0) {
            return Optional.empty();
        }
        return VisitVerdict.ofCode(String.valueOf(row.event().reason()))
                .map(verdict -> new VisitConfirmation(
                        visit, new PersonId(person), verdict, row.event().actor()));
    }
}
