package io.lintel.service;

import io.lintel.access.loop.DecisionFrameListener;
import io.lintel.access.loop.SnapshotTaker;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.audit.SnapshotFolder;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The pictures of decisions, for whoever may see them. Nobody's picture outlives the person's removal from the gallery, neither one on which they were
 * recognised nor one on which they were taken for a stranger. Thread-safe.
 */
public final class Snapshots {

    /**
     * Share of the threshold from which on the nearest person's score makes the picture of a stranger one of theirs. Of strangers' scores hardly one in a
     * hundred reaches it; of people who were not recognised, those whose face was to be seen do.
     */
    private static final double LIKENESS = 0.75;

    private final AuditLog log;
    private final People people;
    private final SnapshotFolder folder;
    private final boolean on;

    /** @param on whether new pictures are taken */
    public Snapshots(AuditLog log, People people, SnapshotFolder folder, boolean on) {
        this.log = log;
        this.people = people;
        this.folder = folder;
        this.on = on;
    }

    /** Whether pictures are taken; older ones may be there in any case, until retention takes them. */
    public boolean isOn() {
        return on;
    }

    public boolean has(long auditRow) {
        return folder.has(auditRow);
    }

    public Optional<byte[]> find(long auditRow) {
        return log.row(auditRow).filter(row -> !isAboutSomebodyGone(row)).flatMap(row -> folder.find(row.seq()));
    }

    /** Sees the decisions of one recognition loop; does nothing where pictures are switched off. */
    public DecisionFrameListener decisionListener() {
        if (!on) {
            return DecisionFrameListener.NONE;
        }
        SnapshotTaker taker = new SnapshotTaker(folder::put);
        taker.start();
        return taker;
    }

    /** Seals what is in the clear; deletes what is too old or too much, whose row is gone, and who has been removed. @return how many pictures went */
    int clean() {
        folder.sealPlain();
        return folder.trim()
                + folder.forget(
                        seq -> log.row(seq).map(this::isAboutSomebodyGone).orElse(true));
    }

    /** Deletes the pictures of somebody who was removed. */
    void forget(PersonId gone) {
        folder.forget(seq -> log.row(seq)
                .filter(row -> shows(row, person -> person == gone.value()))
                .isPresent());
    }

    private boolean isAboutSomebodyGone(AuditRow row) {
        return shows(row, person -> !people.exists(new PersonId(person)));
    }

    /** Whether the row's picture shows one of these: the person whom the row names, or the nearest where it names nobody. */
    private static boolean shows(AuditRow row, LongPredicate whom) {
        AuditEvent event = row.event();
        Long person = event.person();
        if (person != null) {
            return whom.test(person);
        }
        double score = event.number("best_score").orElse(0);
        return score > 0
                && score >= LIKENESS * event.number("threshold").orElse(1)
                && whom.test((long) event.number("best").orElse(0));
    }
}
