package io.lintel.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionViewTest {

    @Test
    void aBrowserIsCalledAsPeopleCallIt() {
        assertThat(SessionView.device(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Windows");
        assertThat(SessionView.device(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(SessionView.device(
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge on Linux");
        assertThat(SessionView.device("curl/8.9")).isEqualTo("curl/8.9");
        assertThat(SessionView.device("")).isEqualTo("unknown");
    }
}
