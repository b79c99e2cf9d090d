package io.lintel.wiring;

import io.lintel.access.loop.DecisionWitness;
import io.lintel.access.loop.SnapshotTaker;
import io.lintel.audit.AuditRow;
import io.lintel.audit.SnapshotFolder;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.gallery.PersonId;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The pictures of decisions, for whoever may see them. Nobody's picture outlives the person's removal from the gallery. Thread-safe.
 */
@Unremovable
@Singleton
public class Snapshots {

    private final House house;
    private final SnapshotFolder folder;
    private final boolean on;

    Snapshots(House house, LintelConfig config) {
        this.house = house;
        this.folder = new SnapshotFolder(
                RunMode.of(config).snapshots(config), RoomSettings.snapshots(config), InstantSource.system());
        this.on = config.log().snapshots();
    }

    /** Whether pictures are taken; older ones may be there in any case, until retention takes them. */
    public boolean isOn() {
        return on;
    }

    public boolean has(long auditRow) {
        return folder.has(auditRow);
    }

    public Optional<byte[]> find(long auditRow) {
        return house.audit()
                .row(auditRow)
                .filter(row -> !isAboutSomebodyGone(row))
                .flatMap(row -> folder.find(row.seq()));
    }

    /** Sees the decisions of one recognition loop; does nothing where pictures are switched off. */
    DecisionWitness witness() {
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
                + folder.forget(seq ->
                        house.audit().row(seq).map(this::isAboutSomebodyGone).orElse(true));
    }

    private boolean isAboutSomebodyGone(AuditRow row) {
        Long person = row.event().person();
        return person != null && house.people().find(new PersonId(person)).isEmpty();
    }
}
