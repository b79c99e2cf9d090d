package io.lintel.backup;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.crypto.DetachedKeyStore;
import io.lintel.crypto.TestKeys;
import io.lintel.crypto.WrappedKeySearch;
import io.lintel.face.Embedding;
import io.lintel.gallery.GallerySummary;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.Portrait;
import io.lintel.gallery.TemplateDraft;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TestGallery;
import io.lintel.system.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who is deleted is gone from the backups that were made before, for whoever has the box's key and the backups' passphrase too. */
class DeletedPeopleInBackupsTest {

    private static final BackupKey.Passphrase WORDS = new BackupKey.Passphrase("seven dry biscuits in a tin");
    private static final byte[] PORTRAIT = "a picture of a face".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private Path data;
    private Path disk;
    private TestGallery box;
    private Path boxKey;
    private PersonId alva;
    private PersonId bruno;
    private PersonId carla;
    private Instant now = NOON;

    @BeforeEach
    void threePeopleAreEnrolled() throws IOException {
        data = Files.createDirectories(temp.resolve("box/data"));
        disk = Files.createDirectory(temp.resolve("disk"));
        box = TestGallery.open(data);
        boxKey = Files.copy(
                TestKeys.files(box.database().database().path()).file(), temp.resolve("key of the first day"));
        alva = add("Alva", towards(1));
        bruno = add("Bruno", towards(0, 1));
        carla = add("Carla", towards(0, 0, 1));
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void theKeyOfADeletedPersonIsNowhereInAnOlderBackup() throws IOException {
        Path backup = backups().make(disk, WORDS, true).file();
        assertThat(keysOf(bruno, backup)).as("the search finds what is there").isEqualTo(1);

        box.people.remove(bruno);
        assertThat(destroyedKeys().overwriteIn(disk)).isEqualTo(1);

        assertThat(keysOf(bruno, backup)).isZero();
        assertThat(keysOf(alva, backup)).isEqualTo(1);
        assertThat(keysOf(carla, backup)).isEqualTo(1);
        assertThat(destroyedKeys().overwriteIn(disk)).as("once").isZero();
    }

    @Test
    void everybodyElseIsRestoredWithFaceAndPortrait() throws IOException {
        Path backup = backups().make(disk, WORDS, false).file();
        box.people.remove(bruno);
        destroyedKeys().overwriteIn(disk);

        assertThat(Backups.verify(backup, WORDS).leftOut()).isEqualTo(1);
        try (TestGallery other = restored(backup)) {
            assertThat(other.people.list("", 9, 0))
                    .extracting(PersonSummary::person)
                    .extracting(Person::name)
                    .extracting(Object::toString)
                    .containsExactly("Alva", "Carla");
            GallerySummary summary = other.gallery.summary();
            assertThat(summary.unreadable()).isZero();
            assertThat(summary.searchable()).isEqualTo(2);
            assertThat(other.gallery.identify(towards(0, 0, 1)).best().person()).isEqualTo(carla);
            long template = other.people.templates(alva).getFirst().id();
            assertThat(other.people.portrait(alva, template))
                    .map(Portrait::jpeg)
                    .contains(PORTRAIT);
            assertThat(other.database()
                            .database()
                            .<Long>read(sql -> sql.number(
                                    "SELECT (SELECT count(*) FROM template WHERE person = ?1) + (SELECT count(*) FROM template_portrait WHERE person = ?1)",
                                    bruno.value())))
                    .isZero();
            assertThat(DetachedKeyStore.destroyed(other.database().database()))
                    .as("for other disks")
                    .hasSize(1);
        }
    }

    @Test
    void aDiskThatWasNotPluggedInIsCaughtUpWith() throws IOException {
        Path backup = backups().make(disk, WORDS, false).file();
        DestroyedKeys keys = destroyedKeys();
        assertThat(keys.overwriteIn(disk)).isZero();
        Path shelf = Files.move(disk, temp.resolve("shelf"));

        box.people.removeAll(List.of(alva, bruno));
        assertThatThrownBy(() -> keys.overwriteIn(disk))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("not there");
        Files.move(shelf, disk);

        assertThat(keys.overwriteIn(disk)).isEqualTo(2);
        assertThat(keysOf(alva, backup) + keysOf(bruno, backup)).isZero();
    }

    @Test
    void aBackupThatWasCopiedBeforeADeletionAndMovedInAfterwardsIsDoneToo() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Path backup = backups().make(elsewhere, WORDS, false).file();
        DestroyedKeys keys = destroyedKeys();
        box.people.remove(bruno);
        keys.overwriteIn(disk);

        Files.move(backup, disk.resolve("lintel-under-another-name.backup"));

        assertThat(keys.overwriteIn(disk)).isEqualTo(1);
    }

    @Test
    void aNewKeyOfTheBoxLeavesOlderBackupsReadableAndDestroyable() throws IOException {
        Path backup = backups().make(disk, WORDS, false).file();
        box.keys.rotate();
        assertThat(keysOf(bruno, backup)).isEqualTo(1);
        box.people.remove(bruno);
        destroyedKeys().overwriteIn(disk);

        assertThat(keysOf(bruno, backup)).isZero();
        try (TestGallery other = restored(backup)) {
            assertThat(other.gallery.summary().searchable()).isEqualTo(2);
        }
    }

    /** Its file would otherwise hold them for ever. */
    @Test
    void anUnfinishedBackupIsDoneAndDeletedWhenItIsAbandoned() throws IOException {
        Path backup = backups().make(disk, WORDS, false).file();
        Path part = disk.resolve(backup.getFileName() + ".part");
        Files.move(backup, part);
        box.people.remove(bruno);

        assertThat(destroyedKeys().overwriteIn(disk)).isEqualTo(1);
        assertThat(part).exists();
        Files.setLastModifiedTime(part, FileTime.from(now.minusSeconds(3601)));
        destroyedKeys().overwriteIn(disk);
        assertThat(part).doesNotExist();
    }

    @Test
    void theCopyOfTheDatabaseThatAPowerCutLeftIsDeleted() throws IOException {
        Path left = Files.createDirectory(data.resolve(".backup-work"));
        Files.setLastModifiedTime(left, FileTime.from(now.minusSeconds(3601)));

        destroyedKeys().overwriteIn(disk);

        assertThat(left).doesNotExist();
    }

    @Test
    void keysThatWereCutOffAreMissed() throws IOException {
        Path backup = backups().make(disk, WORDS, false).file();
        String text = Files.readString(backup, StandardCharsets.ISO_8859_1);
        Files.writeString(backup, text.substring(text.indexOf("age-encryption")), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Backups.verify(backup, WORDS))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aBackupOfAnOlderLintelIsRestored() throws IOException {
        Path copy = temp.resolve("lintel.db");
        box.database().database().copyTo(copy);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        StringBuilder sums = new StringBuilder();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            put(
                    out,
                    "backup.txt",
                    "format=1\nmade=2026-11-01T00:00:00Z\ndatabase=lintel.db\n".getBytes(StandardCharsets.UTF_8),
                    sums);
            put(out, "lintel.db", Files.readAllBytes(copy), sums);
            put(
                    out,
                    "box.key",
                    Files.readAllBytes(
                            TestKeys.files(box.database().database().path()).file()),
                    sums);
            put(out, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8), new StringBuilder());
        }
        Path backup = disk.resolve("lintel-door-20261101T000000Z.age");
        EncryptedFile.write(zip.toByteArray(), WORDS, backup);

        assertThat(backups().in(disk)).extracting(Backups.Made::file).containsExactly(backup);
        assertThat(destroyedKeys().overwriteIn(disk)).isZero();
        try (TestGallery other = restored(backup)) {
            assertThat(other.gallery.summary().searchable()).isEqualTo(3);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, StringBuilder sums) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        sums.append(Sha256.of(content)).append("  ").append(name).append('\n');
    }

    private PersonId add(String name, Embedding face) {
        TemplateDraft draft = new TemplateDraft(face, TestGallery.MODEL, TemplateSource.PHOTO, 1, TestGallery.QUALITY)
                .withPortrait(new Portrait(PORTRAIT));
        return box.people.add(PersonDraft.named(name), List.of(draft)).person().id();
    }

    /** How many copies of a person's key are in a backup's file and in all that is encrypted in it, for a box that has its key. */
    private int keysOf(PersonId person, Path backup) throws IOException {
        WrappedKeySearch search = new WrappedKeySearch(boxKey, person.value());
        int[] found = {search.in(Files.readAllBytes(backup))};
        try (InputStream in = new BufferedInputStream(Files.newInputStream(backup))) {
            BackupFile.read(in, WORDS, (info, name, content) -> found[0] += search.in(content.readAllBytes()));
        }
        return found[0];
    }

    private TestGallery restored(Path backup) throws IOException {
        Path there = temp.resolve("other/data");
        StagedRestore restore = new StagedRestore(
                there, "lintel.db", TestKeys.files(there.resolve("lintel.db")), InstantSource.fixed(now));
        try (InputStream in = Files.newInputStream(backup)) {
            restore.stage(in, WORDS);
        }
        assertThat(restore.apply()).isPresent();
        return TestGallery.open(there);
    }

    private Backups backups() {
        return new Backups(
                box.database().database()::copyTo,
                TestKeys.files(box.database().database().path()),
                data,
                "lintel.db",
                "door",
                "0.1.0",
                () -> now);
    }

    private DestroyedKeys destroyedKeys() {
        return new DestroyedKeys(() -> DetachedKeyStore.destroyed(box.database().database()), data, () -> now);
    }
}
