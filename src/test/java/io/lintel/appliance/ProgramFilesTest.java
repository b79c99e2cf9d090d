package io.lintel.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.appliance.ComponentStatus.State;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {

    @TempDir
    Path home;

    @BeforeEach
    void aRelease() throws IOException {
        Files.createDirectory(home.resolve("lib"));
        StringBuilder sums = new StringBuilder();
        for (String name : new String[] {"lintel", "lib/libopencv.so", "VERSION"}) {
            Path file = Files.writeString(home.resolve(name), "content of " + name);
            sums.append(Sha256.of(file)).append("  ").append(name).append('\n');
        }
        Files.writeString(home.resolve(ProgramFiles.SUMS), sums);
    }

    @Test
    void aReleaseAsItWasMadeIsGood() throws IOException {
        Files.writeString(home.resolve("fetched.onnx"), "a file that was added later");

        assertThat(status().state()).isEqualTo(State.GOOD);
        assertThat(status().text()).isEqualTo("3 files are the release's");
    }

    @Test
    void oneAlteredByteIsNamed() throws IOException {
        byte[] library = Files.readAllBytes(home.resolve("lib/libopencv.so"));
        library[3] ^= 1;
        Files.write(home.resolve("lib/libopencv.so"), library);

        assertThat(status().state()).isEqualTo(State.BAD);
        assertThat(status().text()).isEqualTo("lib/libopencv.so is altered");
        assertThat(status().remedy()).contains("install the release again");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Files.delete(home.resolve("VERSION"));

        assertThat(status().text()).isEqualTo("VERSION is missing");
    }

    @Test
    void sumsThatSayNothingAreNotGood() throws IOException {
        Files.writeString(home.resolve(ProgramFiles.SUMS), "");
        assertThat(status().state()).isEqualTo(State.BAD);

        Files.writeString(home.resolve(ProgramFiles.SUMS), "not a sum\n");
        assertThat(status().state()).isEqualTo(State.BAD);
    }

    @Test
    void aCheckoutIsNoRelease() throws IOException {
        Files.delete(home.resolve(ProgramFiles.SUMS));

        assertThat(ProgramFiles.status("program", home)).isEmpty();
    }

    private ComponentStatus status() {
        return ProgramFiles.status("program", home).orElseThrow();
    }

    /** Read at full speed once after a start, 200 MB took half of a slow processor from the door; a low thread priority counts for nothing on Linux. */
    @Test
    void whoeverReadsThemCanRestAfterEachBlock() throws IOException {
        Path large = Files.write(home.resolve("large"), new byte[300_000]);
        Files.writeString(home.resolve("SHA256SUMS"), Sha256.of(large) + "  large\n");
        AtomicInteger rests = new AtomicInteger();

        assertThat(ProgramFiles.status("program", home, rests::incrementAndGet))
                .isEqualTo(ProgramFiles.status("program", home));
        assertThat(rests).hasValueGreaterThanOrEqualTo(5);
    }
}
