package io.lintel.service.tuning;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.benchmark.Rate;
import io.lintel.service.tuning.DoorVisit.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decisions of a door's last weeks. Immutable.
 *
 * @param visits the newest first
 * @param complete false where there were more than are looked at
 */
public record DoorVisits(List<DoorVisit> visits, boolean complete) {

    /** Twice as many took 1.7 s on two cores that were asked for thirteen. */
    private static final int MOST = 10_000;

    public DoorVisits {
        visits = List.copyOf(visits);
    }

    static DoorVisits since(Instant from, AuditLog log) {
        AuditFilter decisions = AuditFilter.ALL.withKinds(AuditKind.DECISIONS).between(from, null);
        List<DoorVisit> visits = new ArrayList<>();
        AuditPage page = log.newest(decisions, AuditLog.LARGEST_PAGE);
        int rows = page.rows().size();
        page.rows().forEach(row -> DoorVisit.of(row).ifPresent(visits::add));
        while (page.next() != null && rows < MOST) {
            page = log.page(decisions, page.next(), AuditLog.LARGEST_PAGE);
            rows += page.rows().size();
            page.rows().forEach(row -> DoorVisit.of(row).ifPresent(visits::add));
        }
        return new DoorVisits(visits, page.next() == null);
    }

    public List<DoorVisit> of(Outcome outcome) {
        return visits.stream().filter(visit -> visit.outcome() == outcome).toList();
    }

    /** How many of the visits that ended in an entry had a lower score: people who would have had to look longer, or to try again. */
    public Rate grantedBelow(double threshold) {
        List<DoorVisit> granted = of(Outcome.GRANTED);
        return new Rate(
                granted.stream().filter(visit -> visit.score() < threshold).count(), granted.size());
    }

    /** How many who were not recognised scored as much or more: strangers, or people enrolled whom the door missed. */
    public long unknownFrom(double threshold) {
        return of(Outcome.UNKNOWN).stream()
                .filter(visit -> visit.score() >= threshold)
                .count();
    }

    /** The lowest threshold that was in force in an entry; empty without one. */
    public Optional<Double> lowestThreshold() {
        return of(Outcome.GRANTED).stream().map(DoorVisit::threshold).min(Double::compare);
    }
}
