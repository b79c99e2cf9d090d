package io.lintel.wiring;

import static io.lintel.gallery.TestGallery.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.account.SessionStore;
import io.lintel.audit.AuditLog;
import io.lintel.backup.BackupException;
import io.lintel.backup.BackupKey;
import io.lintel.backup.BackupSchedule;
import io.lintel.backup.Backups;
import io.lintel.backup.DestroyedKeys;
import io.lintel.crypto.DetachedKeyStore;
import io.lintel.crypto.TestKeys;
import io.lintel.gallery.TestGallery;
import io.lintel.service.BackupService;
import io.lintel.storage.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsComponentTest {

    @TempDir
    Path temp;

    /** Keys were destroyed first, and what that said ended the turn before a backup was made: every day again. */
    @Test
    void anOlderBackupThatCannotBeWrittenDoesNotKeepTheDailyOneFromBeingMade() throws Exception {
        Path data = Files.createDirectory(temp.resolve("data"));
        Path disk = Files.createDirectory(temp.resolve("disk"));
        Files.createDirectory(disk.resolve("lintel-older.backup"));
        try (TestGallery box = TestGallery.open(data)) {
            Database database = box.database().database();
            BackupService service = service(database, data, disk);

            assertThatThrownBy(new BackupsComponent(service, () -> NOON)::turn)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("lintel-older.backup");

            assertThat(service.list()).hasSize(1);
        }
    }

    private static BackupService service(Database database, Path data, Path disk) {
        BackupService.Plan plan = new BackupService.Plan(
                Optional.of(disk),
                () -> new BackupKey.Passphrase("seven dry biscuits in a tin"),
                new BackupSchedule(LocalTime.MIDNIGHT, ZoneOffset.UTC),
                7,
                false);
        Backups backups = new Backups(
                database::copyTo, TestKeys.files(database.path()), data, "lintel.db", "door", "0.1.0", () -> NOON);
        DestroyedKeys keys = new DestroyedKeys(() -> DetachedKeyStore.destroyed(database), data, () -> NOON);
        return new BackupService(
                new AuditLog(database, () -> NOON), backups, new SessionStore(database), () -> plan, keys);
    }
}
