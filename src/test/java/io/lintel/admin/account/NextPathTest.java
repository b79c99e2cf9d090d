package io.lintel.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPathTest {

    @Test
    void theLoginLeadsOnToWhereSomebodyWantedToGo() {
        assertThat(NextPath.of("/admin/people?sort=name&page=2")).isEqualTo("/admin/people?sort=name&page=2");
        assertThat(NextPath.of("/admin/settings/lintel.camera.source"))
                .isEqualTo("/admin/settings/lintel.camera.source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/admin//evil.example",
                "/admin/\\evil.example",
                "javascript:alert(1)",
                "/adminevil",
                "/door",
                "/admin/login",
                "/admin/logout",
                "/admin/people\r\nSet-Cookie: a=b"
            })
    void butNowhereElse(String wanted) {
        assertThat(NextPath.of(wanted)).isEqualTo("/admin");
    }
}
