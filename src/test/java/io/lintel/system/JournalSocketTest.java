package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.libc.LibC;
import io.lintel.system.libc.UnixDatagramSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real datagram socket, by the real C library. */
class JournalSocketTest {

    @TempDir
    Path folder;

    @Test
    void anEntryIsOneDatagramOfFields() {
        String path = folder.resolve("journal").toString();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MESSAGE", "two\nlines");
        fields.put("PRIORITY", "6");
        try (var journald = new UnixDatagramSocket(path)) {
            assertThat(new JournalSocket(LibC.system(), path).send(fields)).isTrue();
            assertThat(journald.receive()).isEqualTo("MESSAGE\n\u0009\0\0\0\0\0\0\0two\nlines\nPRIORITY=6\n");
        }
    }

    @Test
    void withoutAJournalItSaysSo() {
        JournalSocket nobody =
                new JournalSocket(LibC.system(), folder.resolve("nobody").toString());

        assertThat(nobody.send(Map.of("MESSAGE", "x"))).isFalse();
    }

    @Test
    void ourOutputIsTheJournalOnlyWhereItIsTheSameStream() throws IOException {
        Path stream = Files.createFile(folder.resolve("stream"));
        String itsName = Files.getAttribute(stream, "unix:dev") + ":" + Files.getAttribute(stream, "unix:ino");

        assertThat(JournalSocket.takesOurOutput(itsName, stream)).isTrue();
        assertThat(JournalSocket.takesOurOutput("1:2", stream)).isFalse();
        assertThat(JournalSocket.takesOurOutput("", stream)).isFalse();
    }
}
