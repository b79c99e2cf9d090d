package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProxiedClientsTest {

    private final ProxiedClients clients = new ProxiedClients(5, 3);

    @Test
    void oneClientOfAProxyDoesNotTakeThePlacesOfTheOthers() {
        for (int i = 0; i < 3; i++) {
            assertThat(clients.begin("192.0.2.1")).isTrue();
        }

        assertThat(clients.begin("192.0.2.1")).isFalse();
        assertThat(clients.begin("192.0.2.2")).isTrue();
        assertThat(clients.begin("192.0.2.3")).isTrue();
    }

    @Test
    void allClientsTogetherLeavePlacesForThisMachine() {
        for (int i = 0; i < 5; i++) {
            assertThat(clients.begin("192.0.2." + i)).isTrue();
        }

        assertThat(clients.begin("192.0.2.9")).isFalse();
        clients.end("192.0.2.0");
        assertThat(clients.begin("192.0.2.9")).isTrue();
    }
}
