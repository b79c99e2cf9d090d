package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {

    private static final SnapshotLimits LIMITS = new SnapshotLimits(Duration.ofDays(30), 3, 100);

    @TempDir
    Path folder;

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
    void onlyLintelMayReadIt() throws IOException {
        album().put(1, new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("0/1.jpg"))))
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
        assertThat(folder.resolve("0/1.jpg")).doesNotExist();
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
        return new SnapshotFolder(folder, LIMITS, () -> now);
    }
}
