package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.Recurring;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryWatcherTest {

    @TempDir
    Path folder;

    @Test
    void whatAnotherProcessWritesCountsWithoutARestart() throws Exception {
        try (TestGallery running = TestGallery.open(folder);
                Recurring watcher = GalleryWatcher.start(running.gallery)) {
            assertThat(watcher).isNotNull();
            Process other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AddOnePerson.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(other.waitFor()).isZero();

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> running.gallery.identify(towards(0, 0, 1)).best() != null);
        }
    }

    @Test
    void aDatabaseInTroubleLeavesTheGalleryAsItWas() throws Exception {
        try (TestGallery running = TestGallery.open(folder)) {
            PersonId alva = running.add("Alva", towards(1));
            running.database().execute("DROP TABLE gallery_revision");
            GalleryWatcher.start(running.gallery).close();

            assertThat(running.gallery.identify(towards(1)).best().person()).isEqualTo(alva);
        }
    }
}
