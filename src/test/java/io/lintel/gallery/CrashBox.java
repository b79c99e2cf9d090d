package io.lintel.gallery;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.backup.BackupKey;
import io.lintel.backup.Backups;
import io.lintel.backup.DestroyedKeys;
import io.lintel.backup.StagedRestore;
import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.DetachedKeyStore;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.storage.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A box with its database, key and backups in one folder, opened as a start of Lintel opens it. */
final class CrashBox implements AutoCloseable {

    /** A millisecond is a second here: the name of a backup has its second. */
    private static final InstantSource CLOCK =
            () -> Instant.ofEpochSecond(System.currentTimeMillis() - 1_790_000_000_000L);

    final Path disk;
    final Path database;
    final TestDatabase opened;
    final PersonKeyStore keys;
    final GalleryStore store;
    final Gallery gallery;
    final People people;
    final AuditLog log;
    private final Path data;
    private final BoxKeyFiles keyFiles;

    private CrashBox(Path folder) {
        data = folder.resolve("data");
        disk = folder.resolve("disk");
        database = data.resolve("lintel.db");
        keyFiles = new BoxKeyFiles(folder.resolve("keys/lintel.key"), List.of());
        restore().apply();
        opened = TestDatabase.open(database);
        keys = PersonKeyStore.open(opened.database(), keyFiles);
        new UnsealedStore(opened.database(), keys).sealAll();
        store = new GalleryStore(opened.database(), keys);
        gallery = new Gallery(store, TestGallery.MODEL, MatchSettings.DEFAULT, FlatSearch::new);
        people = new People(store, gallery, CLOCK);
        log = new AuditLog(opened.database(), CLOCK);
    }

    static CrashBox open(Path folder) {
        return new CrashBox(folder);
    }

    static Path database(Path folder) {
        return folder.resolve("data/lintel.db");
    }

    static boolean restoreWaits(Path folder) {
        return new StagedRestore(
                        folder.resolve("data"),
                        "lintel.db",
                        new BoxKeyFiles(folder.resolve("keys/lintel.key"), List.of()),
                        CLOCK)
                .waiting()
                .isPresent();
    }

    StagedRestore restore() {
        return new StagedRestore(data, "lintel.db", keyFiles, CLOCK);
    }

    Backups backups() {
        return new Backups(opened.database()::copyTo, keyFiles, data, "lintel.db", "door", "0.1.0", CLOCK);
    }

    void stage(Path backup, BackupKey.Opening key) throws IOException {
        try (InputStream in = Files.newInputStream(backup)) {
            restore().stage(in, key);
        }
    }

    void overwriteDestroyedKeys() {
        new DestroyedKeys(() -> DetachedKeyStore.destroyed(opened.database()), data, CLOCK).overwriteIn(disk);
    }

    void enrol(String name) {
        TemplateDraft draft = new TemplateDraft(
                        TestGallery.towards(1, name.hashCode() % 1000, name.length()),
                        TestGallery.MODEL,
                        TemplateSource.PHOTO,
                        1,
                        TestGallery.QUALITY)
                .withPortrait(new Portrait(name.repeat(500).getBytes(StandardCharsets.UTF_8)));
        people.add(PersonDraft.named(name), List.of(draft));
    }

    long note() {
        return log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door")).seq();
    }

    @Override
    public void close() {
        opened.close();
    }
}
