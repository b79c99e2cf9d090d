package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come when, and who a face is: through the interface for programs, the command line and the plain pages. */
class TimesIT {

    private static final Path PEOPLE = Path.of("config/demo/people");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LintelProcess lintel;
    private static WebClient admin;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        lintel = new LintelProcess(folder, "lintel.camera.source=demo", "lintel.decision.time-zone=Europe/Berlin")
                .serveUntilReady();
        admin = WebClient.setUp(lintel);
    }

    @AfterAll
    static void stop() throws Exception {
        if (lintel != null) {
            lintel.close();
        }
    }

    @Test
    void aPersonOutsideTheirScheduleIsDeniedAndGrantedLater() throws Exception {
        // Not dalia, whose picture the demo shows to the camera: her face has to wait after each attack.
        long alva = identified("alva/enrol.jpg");

        JsonNode access = ok("PUT", "/api/v1/people/" + alva + "/access", "{\"schedules\":[2]}");
        assertThat(access.get("inForce").get(0).asText()).isEqualTo("never");
        assertThat(access.get("allowedNow").asBoolean()).isFalse();
        int seen = lintel.log().length();
        awaitLog(seen, "alva denied as out-of-schedule");
        assertThat(lintel.command("audit", "list", "--reason", "out-of-schedule", "--json")
                        .out())
                .contains("outside the schedule never; never allowed by it");

        LintelProcess.Answer unassigned =
                lintel.command("schedules", "unassign", "never", "--person", Long.toString(alva), "--json");
        assertThat(unassigned.exitCode()).as(unassigned.out()).isZero();
        awaitLog(lintel.log().length(), "alva granted");
        assertThat(lintel.command("audit", "list", "--kind", "PERSON_CHANGED", "--json")
                        .out())
                .contains("none -> never", "never -> none");
    }

    @Test
    void schedulesGroupsAndHolidaysByProgram() throws Exception {
        JsonNode office = created(
                "/api/v1/schedules",
                "{\"name\":\"office\",\"periods\":[\"weekdays 8:00-18:00\",\"holidays 10:00-12:00\"]}");
        assertThat(office.get("periods").get(0).asText()).isEqualTo("Mon-Fri 08:00-18:00");
        assertThat(office.get("until").asText()).isNotBlank();
        JsonNode staff = created("/api/v1/groups", "{\"name\":\"staff\",\"schedules\":[" + office.get("id") + "]}");
        ok("POST", "/api/v1/groups/" + staff.get("id") + "/members", "{\"join\":[1,2]}");
        assertThat(ok("GET", "/api/v1/people/1/access", "")
                        .get("inForce")
                        .get(0)
                        .asText())
                .isEqualTo("office");

        assertThat(problem("DELETE", "/api/v1/schedules/" + office.get("id"), "", 422))
                .contains("in use");
        assertThat(problem("DELETE", "/api/v1/groups/" + staff.get("id"), "", 422))
                .contains("2 members");
        assertThat(problem("GET", "/api/v1/schedules/999", "", 404)).contains("999");
        assertThat(problem("POST", "/api/v1/schedules", "{\"name\":\"x\",\"periods\":[\"never ever\"]}", 422))
                .contains("cannot be understood");

        HttpResponse<String> imported = admin.send(admin.request("/api/v1/holidays/import")
                .header("Content-Type", "text/calendar")
                .header("X-CSRF-Token", admin.csrf())
                .POST(BodyPublishers.ofString("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20001225\n"
                        + "RRULE:FREQ=YEARLY\nSUMMARY:Christmas\nEND:VEVENT\nEND:VCALENDAR\n")));
        assertThat(imported.body()).contains("\"name\":\"Christmas\"", "2000-12-25");
        assertThat(lintel.command("holidays", "list").out()).contains("Christmas (every year)");

        assertThat(admin.page("/admin/schedules")).contains("Mon-Fri 08:00-18:00; holidays 10:00-12:00", "office");
        assertThat(admin.page("/admin/groups")).contains("staff");
        assertThat(admin.page("/admin/holidays")).contains("Christmas", "25 Dec");
        assertThat(admin.page("/admin/schedules/people/1")).contains("Access times of alva");
    }

    @Test
    void theDoorStandsUnlockedInItsHours() throws Exception {
        ok("PUT", "/api/v1/schedules/settings", "{\"defaultSchedule\":1,\"doorSchedule\":1}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lintel.log().contains("event=MODE_CHANGED cause=\"SCHEDULE always\""));
        int seen = lintel.log().length();
        ok("PUT", "/api/v1/schedules/settings", "{\"defaultSchedule\":1}");
        awaitLog(seen, "event=LOCKED cause=\"SCHEDULE no schedule\"");
    }

    @Test
    void facesAreLookedUpAndNothingOfThemStays() throws Exception {
        long dalia = identified("dalia/enrol.jpg");
        JsonNode stranger =
                JSON.readTree(multipart("/api/v1/identify", Map.of(), "photos", List.of(photo("jonas/enrol.jpg")))
                        .body());
        assertThat(stranger.at("/photos/0/faces/0/verdict").asText()).isEqualTo("not-in-database");
        assertThat(stranger.at("/photos/0/faces/0/candidates")).hasSize(5);

        JsonNode batch = JSON.readTree(multipart(
                        "/api/v1/identify",
                        Map.of(),
                        "photos",
                        List.of("%PDF-1.4 no photo".getBytes(StandardCharsets.UTF_8), photo("dalia/smile.jpg")))
                .body());
        assertThat(batch.at("/photos/0/error").asText()).isNotBlank();
        assertThat(batch.at("/photos/1/faces/0/name").asText()).isEqualTo("dalia");

        assertThat(verified(dalia, "dalia/smile.jpg").get("match").asBoolean()).isTrue();
        JsonNode other = verified(dalia, "jonas/smile.jpg");
        assertThat(other.get("match").asBoolean()).isFalse();
        assertThat(other.at("/threshold/threshold").asDouble()).isGreaterThanOrEqualTo(0.65);
        assertThat(multipart("/api/v1/verify", Map.of("person", "999"), "photo", List.of(photo("jonas/smile.jpg")))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);

        HttpResponse<String> page = admin.upload(
                "/admin/verify",
                Map.of("person", Long.toString(dalia)),
                "photo",
                "dalia.jpg",
                photo("dalia/smile.jpg"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This is dalia", "threshold in force", "/admin/verify/faces/");
        assertThat(admin.upload("/admin/identify", Map.of(), "photos", "jonas.jpg", photo("jonas/enrol.jpg"))
                        .body())
                .contains("Not in the database", "Nearest in the gallery");
        assertThat(admin.upload(
                                "/admin/identify",
                                Map.of(),
                                "photos",
                                "x.jpg",
                                "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("finding bad", "What to do");

        assertThat(lintel.command("audit", "list", "--kind", "FACE_LOOKED_UP", "--json")
                        .out())
                .contains("verify", "identify", "no-match")
                .doesNotContain("dalia");
    }

    private static long identified(String photo) throws Exception {
        JsonNode answer = JSON.readTree(multipart("/api/v1/identify", Map.of(), "photos", List.of(photo(photo)))
                .body());
        assertThat(answer.at("/photos/0/faces/0/verdict").asText())
                .as(answer.toString())
                .isEqualTo("known");
        return answer.at("/photos/0/faces/0/person").asLong();
    }

    private static JsonNode verified(long person, String photo) throws Exception {
        return JSON.readTree(
                multipart("/api/v1/verify", Map.of("person", Long.toString(person)), "photo", List.of(photo(photo)))
                        .body());
    }

    private static byte[] photo(String name) throws Exception {
        return Files.readAllBytes(PEOPLE.resolve(name));
    }

    private static JsonNode ok(String method, String path, String json) throws Exception {
        HttpResponse<String> answer = admin.json(method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode created(String path, String json) throws Exception {
        HttpResponse<String> answer = admin.json("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String problem(String method, String path, String json, int status) {
        HttpResponse<String> answer = admin.json(method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static HttpResponse<String> multipart(
            String path, Map<String, String> fields, String field, List<byte[]> files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> each : fields.entrySet()) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        int number = 0;
        for (byte[] file : files) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"photo"
                            + ++number + ".jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return admin.send(admin.request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("X-CSRF-Token", admin.csrf())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void awaitLog(int from, String words) {
        await(words)
                .atMost(Duration.ofMinutes(3))
                .until(() -> lintel.log().substring(from).contains(words));
    }
}
