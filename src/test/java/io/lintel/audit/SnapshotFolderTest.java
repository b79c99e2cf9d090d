package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.PictureCipher;
import io.lintel.crypto.SealException;
import io.lintel.crypto.TestKeys;
import io.lintel.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {

    private static final SnapshotLimits LIMITS = new SnapshotLimits(Duration.ofDays(30), 3, 150);

    @TempDir
    Path folder;

    @TempDir
    Path box;

    private final Map<Long, Long> personOfRow = new HashMap<>();
    private TestDatabase opened;
    private PersonKeyStore keys;

    @BeforeEach
    void aBoxWithAKey() {
        opened = TestDatabase.open(box.resolve("lintel.db"));
        keys = TestKeys.of(opened.database());
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aPictureBelongsToItsRowAndOutlivesARestart() {
        SnapshotFolder album = album();

        assertThat(album.put(4711, new byte[] {1, 2, 3})).isTrue();

        assertThat(album.find(4711)).contains(new byte[] {1, 2, 3});
        assertThat(album.find(4712)).isEmpty();
        assertThat(album().has(4711)).isTrue();
    }

    @Test
    void theFileShowsNothingOfThePicture() throws IOException {
        byte[] picture = "a picture of a face".getBytes(StandardCharsets.US_ASCII);
        album().put(1, picture);

        assertThat(new String(Files.readAllBytes(folder.resolve("0/1.sealed")), StandardCharsets.ISO_8859_1))
                .doesNotContain("face");
        assertThat(album().find(1)).contains(picture);
    }

    @Test
    void aPictureThatWasPutInThePlaceOfAnotherDoesNotOpen() throws IOException {
        album().put(1, new byte[] {1});
        album().put(2, new byte[] {2});

        Files.copy(folder.resolve("0/1.sealed"), folder.resolve("0/2.sealed"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> album().find(2)).isInstanceOf(SealException.class);
    }

    /** Finding L5: pictures outlived their person for up to an hour. */
    @Test
    void pictureOfSomebodyWhoIsDeletedCannotBeOpenedFromThatMomentOn() {
        long person = opened.database().write(sql -> {
            long id = sql.number("INSERT INTO person (created) VALUES (0) RETURNING id");
            keys.make(sql, id);
            return id;
        });
        personOfRow.put(1L, person);
        SnapshotFolder album = album();
        album.put(1, new byte[] {1});

        opened.database().write(sql -> sql.update("DELETE FROM person WHERE id = ?", person));

        assertThatThrownBy(() -> album.find(1)).isInstanceOf(SealException.class);
    }

    @Test
    void picturesOfAnOlderLintelAreSealedAndKeepTheirTime() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("0")).resolve("5.jpg");
        Files.write(plain, new byte[] {5});
        FileTime taken = FileTime.from(now.minusSeconds(3600));
        Files.setLastModifiedTime(plain, taken);
        SnapshotFolder album = album();
        assertThat(album.find(5)).contains(new byte[] {5});

        assertThat(album.sealPlain()).isEqualTo(1);

        assertThat(album.find(5)).contains(new byte[] {5});
        assertThat(plain).doesNotExist();
        assertThat(Files.getLastModifiedTime(folder.resolve("0/5.sealed"))).isEqualTo(taken);
        assertThat(album().sealPlain()).isZero();
    }

    /** A power cut between writing the sealed picture and deleting the plain one. */
    @Test
    void aPictureThatIsThereInBothFormsIsSealedAgain() throws IOException {
        album().put(5, new byte[] {5});
        Path plain = folder.resolve("0/5.jpg");
        Files.write(plain, new byte[] {5});

        assertThat(album().sealPlain()).isEqualTo(1);

        assertThat(plain).doesNotExist();
        assertThat(album().find(5)).contains(new byte[] {5});
    }

    @Test
    void onlyLintelMayReadIt() throws IOException {
        album().put(1, new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("0/1.sealed"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        SnapshotFolder album = album();
        for (int row = 1; row <= 4; row++) {
            album.put(row, new byte[10]);
        }

        assertThat(album.rows()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void theOldestGoWhenTheyTakeTooMuchOfTheDisk() {
        SnapshotFolder album = album();
        album.put(1, new byte[60]);
        album.put(2, new byte[60]);

        assertThat(album.rows()).containsExactly(2L);
        assertThat(folder.resolve("0/1.sealed")).doesNotExist();
    }

    @Test
    void whatIsTooOldGoes() {
        SnapshotFolder album = album();
        album.put(1, new byte[10]);
        now = now.plus(Duration.ofDays(29));
        album.put(2, new byte[10]);
        now = now.plus(Duration.ofDays(2));

        assertThat(album.trim()).isEqualTo(1);
        assertThat(album.rows()).containsExactly(2L);
    }

    @Test
    void picturesOfSomebodyWhoIsGoneCanBeForgotten() {
        SnapshotFolder album = album();
        album.put(1, new byte[10]);
        album.put(2, new byte[10]);

        assertThat(album.forget(row -> row == 1)).isEqualTo(1);
        assertThat(album.rows()).containsExactly(2L);
    }

    private SnapshotFolder album() {
        return new SnapshotFolder(
                folder, () -> LIMITS, () -> now, new PictureCipher(opened.database(), keys, personOfRow::get));
    }
}
