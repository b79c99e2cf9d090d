package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private static final SocketAddress ARRIVED = SocketAddress.inetSocketAddress(8443, "192.168.1.20");

    private Set<String> interfaces = Set.of("192.168.1.20", "fe80:0:0:0:0:0:0:1");
    private long now;
    private final HostNames names =
            new HostNames(Set.of("Door.Local", "*.example.org", "203.0.113.9"), () -> interfaces, () -> now);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.0.0.5",
                "::1",
                "[::1]",
                "door.local",
                "door.local.",
                "DOOR.local",
                "gate.example.org",
                "203.0.113.9",
                "192.168.1.20",
                "[fe80::1]"
            })
    void theBoxAnswersToItsOwnNames(String host) {
        assertThat(names.contain(host, ARRIVED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "door.local.evil.example",
                "example.org",
                "a.b.example.org",
                "192.168.1.21",
                "",
                "*.example.org.evil",
                "127.0.0.1.nip.io",
                "."
            })
    void aForeignNameThatPointsHereIsRefused(String host) {
        assertThat(names.contain(host, ARRIVED)).isFalse();
    }

    @Test
    void anAddressThatTheRouterGaveOutLaterIsKnown() {
        assertThat(names.contain("10.0.0.4", null)).isFalse();
        interfaces = Set.of("10.0.0.4");
        now += 6_000_000_000L;
        assertThat(names.contain("10.0.0.4", null)).isTrue();
    }
}
