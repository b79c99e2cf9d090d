package io.lintel.service;

import io.lintel.access.loop.DecisionWitness;
import io.lintel.access.loop.SnapshotTaker;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.audit.SnapshotFolder;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import java.util.Optional;

/**
 * The pictures of decisions, for whoever may see them. Nobody's picture outlives the person's removal from the gallery. Thread-safe.
 */
public final class Snapshots {

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
    public DecisionWitness witness() {
        if (!on) {
            return DecisionWitness.NONE;
        }
        SnapshotTaker taker = new SnapshotTaker(folder::put);
        taker.start();
        return taker;
    }

    /** What is too old or too much, whose row is gone, and who has been removed. @return how many pictures went */
    int clean() {
        return folder.trim()
                + folder.forget(
                        seq -> log.row(seq).map(this::isAboutSomebodyGone).orElse(true));
    }

    private boolean isAboutSomebodyGone(AuditRow row) {
        Long person = row.event().person();
        return person != null && people.find(new PersonId(person)).isEmpty();
    }
}
