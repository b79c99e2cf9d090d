package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    private static final String OWN = "http://localhost:8080";

    @Test
    void ourOwnPagesAndProgramsMayAsk() {
        assertThat(SameOrigin.allows("same-origin", OWN, OWN)).isTrue();
        assertThat(SameOrigin.allows(null, OWN, OWN)).isTrue();
        assertThat(SameOrigin.allows("none", null, OWN)).isTrue();
        assertThat(SameOrigin.allows(null, null, OWN)).isTrue();
        assertThat(SameOrigin.allows(null, "https://box.local", "https://BOX.local:443"))
                .isTrue();
    }

    @Test
    void othersMayNot() {
        assertThat(SameOrigin.allows("cross-site", null, OWN)).isFalse();
        assertThat(SameOrigin.allows("same-site", OWN, OWN)).isFalse();
        assertThat(SameOrigin.allows(null, "http://evil.example", OWN)).isFalse();
        assertThat(SameOrigin.allows("same-origin", "null", OWN)).isFalse();
        assertThat(SameOrigin.allows(null, "http://localhost:8081", OWN)).isFalse();
        assertThat(SameOrigin.allows(null, "https://localhost:8080", OWN)).isFalse();
        assertThat(SameOrigin.allows(null, "not an origin", OWN)).isFalse();
    }
}
