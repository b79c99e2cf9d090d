package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed on the settings page or by REST is in force while the door works, or is taken back. */
class SettingsAtOnceIT {

    @TempDir
    Path folder;

    private static HttpResponse<String> put(WebClient admin, String key, String value) {
        return admin.json("PUT", "/api/v1/settings/" + key, "{\"value\":\"" + value + "\",\"confirmed\":true}");
    }

    @Test
    void eachPartWorksByTheNewValueAndAFaultLeavesTheOldOneInForce() throws Exception {
        Path secret = Files.writeString(folder.resolve("open-to-all"), "whsec_x");
        try (LintelProcess lintel = new LintelProcess(
                folder,
                "lintel.camera.source=demo",
                "lintel.alarm.webhook.secret-file=" + secret,
                "lintel.people.consent-text=Entry")) {
            lintel.serveUntilReady();
            try (WebClient admin = WebClient.setUp(lintel)) {
                HttpResponse<String> changed = put(admin, "lintel.visit.farthest-metres", "1.5");
                assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
                assertThat(lintel.page("/q/health")).contains("up to 1.5 m from the camera");

                assertThat(put(admin, "lintel.people.consent-text", "Entry to the laboratory")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(admin.page("/admin/people/new")).contains("Entry to the laboratory");

                assertThat(put(admin, "lintel.door.unlock-time", "20s").statusCode())
                        .isEqualTo(422);
                assertThat(put(admin, "lintel.door.longest-unlock", "30s").statusCode())
                        .isEqualTo(200);
                assertThat(put(admin, "lintel.door.unlock-time", "20s").statusCode())
                        .isEqualTo(200);

                HttpResponse<String> refused = put(admin, "lintel.alarm.webhook.url", "https://example.org/door");
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.body()).contains("can be read by everybody");
                assertThat(admin.page("/api/v1/settings/lintel.alarm.webhook.url"))
                        .doesNotContain("example.org");

                assertThat(put(admin, "lintel.liveness.mode", "off").statusCode())
                        .isEqualTo(200);
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () -> assertThat(admin.page("/admin/now")).contains("Anti-spoofing is switched off"));
                assertThat(admin.page("/admin/settings")).doesNotContain("restart-bar");
                assertThat(lintel.log().split("event=STARTED", -1))
                        .as("starts of the door")
                        .hasSize(2);
            }
        }
    }
}
