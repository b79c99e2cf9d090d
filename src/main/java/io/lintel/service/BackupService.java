package io.lintel.service;

import io.lintel.account.SessionStore;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.backup.BackupInfo;
import io.lintel.backup.BackupKey;
import io.lintel.backup.BackupSchedule;
import io.lintel.backup.Backups;
import io.lintel.backup.DestroyedKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Backups of this box, by hand and every day, and restoring one. Thread-safe. */
public final class BackupService {

    /** As the log names the daily one. */
    public static final String ACTOR = "backup";

    /**
     * What the settings say.
     *
     * @param folder of the daily backups; empty: none are made
     * @param key encrypts them; throws where the settings name none
     * @param keep how many stay
     */
    public record Plan(
            Optional<Path> folder,
            Supplier<BackupKey.Encrypting> key,
            BackupSchedule schedule,
            int keep,
            boolean withPictures) {}

    private final AuditLog log;
    private final Backups backups;
    private final SessionStore sessions;
    private final Supplier<Plan> plan;
    private final DestroyedKeys destroyedKeys;

    public BackupService(
            AuditLog log, Backups backups, SessionStore sessions, Supplier<Plan> plan, DestroyedKeys destroyedKeys) {
        this.log = log;
        this.backups = backups;
        this.sessions = sessions;
        this.plan = plan;
        this.destroyedKeys = destroyedKeys;
    }

    /** By the settings as they are now. */
    public Plan plan() {
        return plan.get();
    }

    /** Makes one as the settings say, and deletes those that are too many. */
    public Backups.Made make(String actor) {
        Path folder = folder();
        Plan now = plan();
        Backups.Made made = make(actor, folder, now.key().get(), now.withPictures());
        backups.prune(folder, now.keep());
        destroyKeys();
        return made;
    }

    /** Makes one anywhere. @throws io.lintel.backup.BackupException if it could not be made */
    public Backups.Made make(String actor, Path folder, BackupKey.Encrypting key, boolean withPictures) {
        Backups.Made made = backups.make(folder, key, withPictures);
        log.append(AuditEvent.of(AuditKind.BACKUP_MADE, actor)
                .with(new AuditDetails().put("file", made.file().toString()).put("bytes", made.bytes())));
        return made;
    }

    /**
     * Makes the daily one where it is due.
     *
     * @return when the newest one was made
     */
    public Instant makeIfDue(Instant now) {
        Instant newest = list().stream().findFirst().map(Backups.Made::made).orElse(Instant.MIN);
        return plan().schedule().isDue(newest, now) ? make(ACTOR).made() : newest;
    }

    /**
     * Makes people who were deleted unreadable in the backups of the settings' folder, also in those that were on a disk that was not there.
     *
     * @return how many keys were destroyed now
     */
    public int destroyKeys() {
        return destroyedKeys.overwriteIn(folder());
    }

    /** One of {@link #list}, for a download, which is noted. @throws ServiceException if there is none of this name */
    public Backups.Made find(String actor, String name) {
        Backups.Made found = list().stream()
                .filter(made -> String.valueOf(made.file().getFileName()).equals(name))
                .findFirst()
                .orElseThrow(() -> ServiceException.notFound("There is no such backup"));
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor).with(new AuditDetails().put("file", name)));
        return found;
    }

    /** Those of the settings' folder, the newest first. */
    public List<Backups.Made> list() {
        return backups.in(folder());
    }

    /** Notes that this start has begun with a backup's data, and ends the sessions that it held. */
    public void restored(BackupInfo info) {
        sessions.endAll();
        log.append(AuditEvent.of(AuditKind.BACKUP_RESTORED, ACTOR)
                .with(new AuditDetails()
                        .put("made", info.made().toString())
                        .put("box", info.box())
                        .put("version", info.version())
                        .put("left-out", info.leftOut())));
    }

    /** The settings' folder. @throws ServiceException if none is set */
    public Path folder() {
        return plan().folder()
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Reason.INVALID,
                        "no folder is set for backups",
                        "set lintel.backup.folder, or name one with --to"));
    }
}
