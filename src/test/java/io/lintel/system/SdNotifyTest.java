package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.libc.LibC;
import io.lintel.system.libc.UnixDatagramSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real datagram socket, by the real C library. */
class SdNotifyTest {

    @TempDir
    Path folder;

    @Test
    void speaksToASocketFile() {
        String path = folder.resolve("notify").toString();
        try (var systemd = new UnixDatagramSocket(path)) {
            SdNotify notify = notify(Map.of("NOTIFY_SOCKET", path));

            assertThat(notify.isActive()).isTrue();
            assertThat(notify.ready()).isTrue();
            assertThat(systemd.receive()).isEqualTo("READY=1");
            assertThat(notify.watchdog()).isTrue();
            assertThat(systemd.receive()).isEqualTo("WATCHDOG=1");
            assertThat(notify.status("camera lost\nretrying")).isTrue();
            assertThat(systemd.receive()).isEqualTo("STATUS=camera lost retrying");
            assertThat(notify.stopping()).isTrue();
            assertThat(systemd.receive()).isEqualTo("STOPPING=1");
        }
    }

    @Test
    void speaksToAnAbstractName() {
        String name = "lintel-test-" + UUID.randomUUID();
        try (var systemd = new UnixDatagramSocket("\0" + name)) {
            assertThat(notify(Map.of("NOTIFY_SOCKET", "@" + name)).ready()).isTrue();
            assertThat(systemd.receive()).isEqualTo("READY=1");
        }
    }

    @Test
    void isSilentWithoutSystemd() {
        SdNotify notify = notify(Map.of());

        assertThat(notify.isActive()).isFalse();
        assertThat(notify.ready()).isFalse();
        assertThat(notify.watchdogTimeout()).isEmpty();
    }

    @Test
    void aMessageNobodyTakesIsNoException() {
        String nowhere = folder.resolve("nobody").toString();

        assertThat(notify(Map.of("NOTIFY_SOCKET", nowhere)).ready()).isFalse();
    }

    @Test
    void refusesAnAddressItCannotSpeakTo() {
        assertThatThrownBy(() -> notify(Map.of("NOTIFY_SOCKET", "vsock:2:1234")))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("vsock:2:1234");
        assertThatThrownBy(() -> notify(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107))))
                .isInstanceOf(LintelException.class);
    }

    @Test
    void theWatchdogIsOursOnlyWhenItNamesThisProcess() {
        assertThat(notify(Map.of("WATCHDOG_USEC", "20000000")).watchdogTimeout())
                .contains(Duration.ofSeconds(20));
        assertThat(notify(Map.of("WATCHDOG_USEC", "20000000", "WATCHDOG_PID", "42"))
                        .watchdogTimeout())
                .contains(Duration.ofSeconds(20));
        assertThat(notify(Map.of("WATCHDOG_USEC", "20000000", "WATCHDOG_PID", "43"))
                        .watchdogTimeout())
                .isEmpty();
        assertThat(notify(Map.of("WATCHDOG_USEC", "soon")).watchdogTimeout()).isEmpty();
    }

    private static SdNotify notify(Map<String, String> environment) {
        return SdNotify.of(LibC.system(), environment, 42);
    }
}
