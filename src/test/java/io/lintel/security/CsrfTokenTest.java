package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrfTokenTest {

    @Test
    void aTokenBelongsToOneCookieAndDoesNotShowIt() {
        String token = CsrfToken.of("secret");

        assertThat(CsrfToken.matches(token, CsrfToken.of("secret"))).isTrue();
        assertThat(CsrfToken.matches(token, CsrfToken.of("other"))).isFalse();
        assertThat(token).doesNotContain("secret");
    }

    @Test
    void nobodysEmptyTokenMatchesNothing() {
        assertThat(CsrfToken.matches("", "")).isFalse();
    }
}
