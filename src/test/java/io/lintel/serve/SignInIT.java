package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in: the set-up token, the login, and what keeps others out. */
class SignInIT {

    @TempDir
    Path folder;

    @Test
    void aNewBoxIsSetUpOnceAndThenAsksForNameAndPassword() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            String token = WebClient.setUpToken(lintel);
            try (WebClient stranger = new WebClient(lintel)) {
                assertThat(stranger.get("/").headers().firstValue("Location")).hasValue("/admin");
                assertThat(stranger.get("/admin/login").headers().firstValue("Location"))
                        .hasValue("/admin/setup");
                String csrf = stranger.csrf("/admin/setup");
                assertThat(stranger.form("/admin/setup", account("WRONG-TOKEN", WebClient.PASSWORD), csrf)
                                .body())
                        .contains("This is not the set-up token");
                assertThat(stranger.form("/admin/setup", account(token, "short"), csrf)
                                .body())
                        .contains("at least 12 characters");
                assertThat(stranger.form("/admin/setup", account(token, WebClient.PASSWORD), "forged")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(stranger.form("/admin/setup", account(token, WebClient.PASSWORD), csrf)
                                .statusCode())
                        .isEqualTo(303);
                assertThat(stranger.page("/admin/me")).contains("this one").contains("Demonstration");
                assertThat(stranger.form("/admin/logout", Map.of()).headers().firstValue("Location"))
                        .hasValue("/admin/login");
                HttpResponse<String> tooLate = stranger.form("/admin/password", Map.of("present", "x"), csrf);
                assertThat(tooLate.statusCode()).isEqualTo(401);
                assertThat(tooLate.body()).contains("You are signed out", "href=\"/admin/login?next=");
                assertThat(stranger.get("/admin/me").headers().firstValue("Location"))
                        .hasValue("/admin/login?next=%2Fadmin%2Fme");
            }
            try (WebClient late = new WebClient(lintel)) {
                assertThat(late.get("/admin/setup").headers().firstValue("Location"))
                        .hasValue("/admin/login");
                String csrf = late.csrf("/admin/login");
                assertThat(late.form("/admin/setup", account(token, WebClient.PASSWORD), csrf)
                                .statusCode())
                        .isEqualTo(409);
                HttpResponse<String> wrong =
                        late.form("/admin/login", Map.of("name", "root", "password", "wrong"), csrf);
                assertThat(wrong.statusCode()).isEqualTo(401);
                assertThat(wrong.body()).contains("Name or password is not right");
            }
            try (WebClient root = WebClient.signedIn(lintel, "root")) {
                HttpResponse<String> page = root.get("/admin/me");
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                        .contains("default-src 'self'");
                assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(root.session().isHttpOnly()).isTrue();
                assertThat(root.get("/admin/nothing/here").statusCode()).isEqualTo(404);
                assertThat(root.page("/api/v1/me")).isEqualTo("{\"name\":\"root\",\"role\":\"ADMIN\"}");
                assertThat(root.page("/api/v1/openapi")).contains("/api/v1/me");
                lintel.untilReady(); // what is still starting is a part as well
                List<String> parts = new ArrayList<>();
                new ObjectMapper()
                        .readTree(root.page("/api/v1/health"))
                        .path("parts")
                        .forEach(part -> parts.add(part.path("name").asText()));
                assertThat(parts).hasSizeGreaterThan(8);
                String health = lintel.page("/q/health/ready");
                assertThat(parts)
                        .as("what the pages show is known to whoever watches the box")
                        .allSatisfy(part -> assertThat(health).contains("\"name\": \"" + part + "\""));
            }
            assertThat(lintel.status("/api/v1/openapi")).isEqualTo(401);
            assertThat(lintel.status("/q/health/live")).isEqualTo(200);
            assertThat(lintel.status("/q/metrics")).isEqualTo(200);
            assertThat(lintel.page("/api/v1/me")).contains("\"status\":401").contains("\"remedy\"");
            assertThat(lintel.status("/assets/lintel.css")).isEqualTo(200);
        }
    }

    private static Map<String, String> account(String token, String password) {
        return Map.of("token", token, "name", "Root", "password", password, "repeated", password);
    }
}
