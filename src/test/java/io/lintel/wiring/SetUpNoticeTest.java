package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.tls.Certificate;
import io.lintel.config.tls.WebListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpNoticeTest {

    private static final Certificate CERTIFICATE =
            new Certificate(Path.of("c"), Path.of("k"), Instant.EPOCH, Instant.MAX, true);

    private static final WebListener NETWORK = new WebListener("0.0.0.0", 8080, 8443, Optional.of(CERTIFICATE), "");
    private static final WebListener THIS_MACHINE = new WebListener("127.0.0.1", 8080, 8443, Optional.empty(), "");

    @TempDir
    Path folder;

    @Test
    void theConsoleSaysWhereAndWithWhichTokenUntilTheBoxIsSetUp() throws IOException {
        SetUpNotice notice = new SetUpNotice(Optional.of(folder), NETWORK);
        Path file = folder.resolve(SetUpNotice.NAME);

        notice.show("ABCDE-12345");
        assertThat(file).content().contains("https://\\4:8443/", "ABCDE-12345");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        notice.show("FGHJK-67890");
        assertThat(file).content().contains("FGHJK-67890").doesNotContain("ABCDE");

        notice.remove();
        notice.remove();
        assertThat(file).doesNotExist();
    }

    @Test
    void aBoxThatServesItselfOnlySaysSo() {
        new SetUpNotice(Optional.of(folder), THIS_MACHINE).show("ABCDE-12345");

        assertThat(folder.resolve(SetUpNotice.NAME)).content().contains("http://127.0.0.1:8080/ on this box");
    }

    @Test
    void nothingIsWrittenWhereNoServiceManagerGivesAFolder() {
        assertThat(SetUpNotice.folder(Map.of())).isEmpty();
        assertThat(SetUpNotice.folder(Map.of("RUNTIME_DIRECTORY", ""))).isEmpty();
        assertThat(SetUpNotice.folder(Map.of("RUNTIME_DIRECTORY", "/run/lintel")))
                .contains(Path.of("/run/lintel"));
        new SetUpNotice(Optional.empty(), NETWORK).show("ABCDE-12345");
        assertThat(folder).isEmptyDirectory();
    }
}
