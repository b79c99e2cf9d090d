package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen beside the door gets from the packaged program. */
class DoorScreenIT {

    @TempDir
    Path folder;

    @Test
    void theScreenIsServedAndWelcomesWhoIsLetIn() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> lintel.status("/door/") == 200);
            assertThat(lintel.status("/door")).isEqualTo(302);
            assertThat(lintel.page("/door/")).contains("<script type=\"module\" src=\"door.js\">");
            assertThat(lintel.status("/door/languages/de.json")).isEqualTo(200);
            assertThat(lintel.status("/door/..%2fpom.xml")).isEqualTo(404);
            assertThat(lintel.status("/door/..%2fconfig%2fdemo%2findex.html")).isEqualTo(404);
            assertThat(lintel.page("/door/screen")).contains("\"demo\":true");

            assertThat(lintel.firstLine("/door/events", "dalia"))
                    .isEqualTo("data:{\"state\":\"welcome\",\"detail\":\"open\",\"name\":\"dalia\"}");
        }
    }

    /** It was 10 to 18 s late after a minute, and left visits out: the first line alone was always in time. */
    @Test
    void theHundredthSceneIsAsTimelyAsTheFirst() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            try (WebClient admin = WebClient.setUp(lintel);
                    ScreenReader one = new ScreenReader(lintel, Duration.ZERO);
                    ScreenReader slow = new ScreenReader(lintel, Duration.ofSeconds(8));
                    ScreenReader two = new ScreenReader(lintel, Duration.ZERO)) {
                Instant afterAMinute = Instant.now().plusSeconds(60);
                await().pollInterval(Duration.ofSeconds(5))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> GrantedVisits.between(
                                                admin,
                                                afterAMinute,
                                                Instant.now().minusSeconds(3))
                                        .size()
                                >= 2);
                List<GrantedVisits.Visit> visits =
                        GrantedVisits.between(admin, afterAMinute, Instant.now().minusSeconds(3));
                assertThat(visits)
                        .allSatisfy(visit -> assertThat(List.of(one, two))
                                .allSatisfy(screen -> assertThat(screen.untilWelcome(visit.name(), visit.at()))
                                        .as("%s, let in at %s", visit.name(), visit.at())
                                        .hasValueSatisfying(
                                                delay -> assertThat(delay).isLessThan(Duration.ofSeconds(2)))));
                assertThat(slow.shown()).isNotEmpty();
            }
        }
    }

    @Test
    void aScreenElsewhereSeesNothingBeforeItIsPaired() throws Exception {
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "lintel.web.host-names=door.example")) {
            lintel.serve();
            try (WebClient admin = WebClient.setUp(lintel);
                    ForeignScreen screen = new ForeignScreen(lintel, "door.example");
                    ForeignScreen other = new ForeignScreen(lintel, "door.example")) {
                assertThat(screen.get("/door/").body()).contains("pair.js");
                assertThat(screen.get("/door/events").statusCode()).isEqualTo(403);
                assertThat(screen.get("/door/screen").statusCode()).isEqualTo(403);
                assertThat(screen.post("/door/pin", "{\"ticket\":\"t\",\"pin\":\"0000\"}")
                                .statusCode())
                        .isEqualTo(403);

                String code = ForeignScreen.code(screen.post("/door/pairing", "{}"));
                assertThat(screen.get("/door/events").statusCode()).isEqualTo(403);
                assertThat(admin.json("POST", "/api/v1/screens", "{\"code\":\"" + code + "\",\"name\":\"hall\"}")
                                .statusCode())
                        .isEqualTo(201);

                assertThat(screen.get("/door/").body()).contains("door.js");
                assertThat(screen.post("/door/pin", "{}").statusCode()).isEqualTo(202);
                assertThat(other.get("/door/events").statusCode()).isEqualTo(403);
                HttpResponse<Stream<String>> scenes = screen.stream("/door/events");
                assertThat(scenes.statusCode()).isEqualTo(200);

                admin.json("DELETE", "/api/v1/screens/1", "");
                // The stream ends by itself, so this comes to its end.
                assertThat(scenes.body().count()).isPositive();
                assertThat(screen.get("/door/events").statusCode()).isEqualTo(403);
                assertThat(admin.page("/api/v1/audit?limit=50"))
                        .contains("screen_paired")
                        .contains("screen_revoked");
            }
        }
    }

    @Test
    void aForeignNameThatPointsToThisBoxIsRefusedEverywhere() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> lintel.status("/door/") == 200);
            try (ForeignScreen evil = new ForeignScreen(lintel, "evil.example")) {
                for (String path : List.of(
                        "/door/",
                        "/door/events",
                        "/q/metrics",
                        "/q/health",
                        "/admin/login",
                        "/api/v1/openapi",
                        "/assets/lintel.css",
                        "/nothing")) {
                    assertThat(evil.get(path).statusCode()).as(path).isEqualTo(421);
                }
                assertThat(evil.post("/door/pin", "{}").statusCode()).isEqualTo(421);
            }
        }
    }
}
