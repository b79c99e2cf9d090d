package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.serve.RouteTable.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each route that changes something, tried by everybody who may not, on the packaged program. */
class RouteTableIT {

    private static final List<Route> CHANGING =
            RouteTable.all().stream().filter(Route::changesState).toList();

    @TempDir
    static Path folder;

    private static LintelProcess lintel;
    private static WebClient admin;
    private static String csrf;
    private static Map<String, WebClient> byRole;

    @BeforeAll
    static void aBoxWithOneAccountOfEachRole() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        lintel.serve();
        admin = WebClient.setUp(lintel);
        csrf = admin.csrf();
        byRole = Map.of("OPERATOR", ready("OPERATOR"), "AUDITOR", ready("AUDITOR"));
    }

    /** Made by the admin, and signed in with a password of one's own. */
    private static WebClient ready(String role) {
        String first = "a first password to change";
        String name = role.toLowerCase(java.util.Locale.ROOT);
        HttpResponse<String> made = admin.json(
                "POST",
                "/api/v1/accounts",
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + first + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        WebClient client = new WebClient(lintel);
        client.form("/admin/login", Map.of("name", name, "password", first), client.csrf("/admin/login"));
        HttpResponse<String> changed = client.form(
                "/admin/password",
                Map.of("present", first, "password", WebClient.PASSWORD, "repeated", WebClient.PASSWORD),
                client.csrf("/admin/password"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
        return client;
    }

    @AfterAll
    static void stop() throws Exception {
        byRole.values().forEach(WebClient::close);
        admin.close();
        lintel.close();
    }

    @Test
    void thereAreRoutesToTry() {
        assertThat(CHANGING).hasSizeGreaterThan(15);
        assertThat(RouteTable.all())
                .as("each says whom it lets in")
                .allMatch(route ->
                        route.open() || route.signedIn() || !route.roles().isEmpty());
    }

    @Test
    void withoutSessionNothingIsChanged() {
        SoftAssertions all = new SoftAssertions();
        try (WebClient nobody = new WebClient(lintel)) {
            for (Route route : CHANGING) {
                if (!route.isAtTheDoor()) {
                    int status = nobody.send(request(nobody, route, "", null)).statusCode();
                    all.assertThat(status).as(route + " without session").isIn(401, 403);
                }
                int forged = nobody.send(request(nobody, route, "", null)
                                .header("Authorization", "Bearer lintel_forged")
                                .header("Origin", "http://evil.example"))
                        .statusCode();
                all.assertThat(forged).as(route + " with a forged token").isIn(401, 403);
            }
        }
        all.assertAll();
    }

    @Test
    void withAWrongRoleNothingIsChanged() {
        SoftAssertions all = new SoftAssertions();
        byRole.forEach((role, client) -> {
            String token = client.csrf();
            for (Route route : CHANGING) {
                if (!route.roles().isEmpty() && !route.roles().contains(role)) {
                    HttpResponse<String> answer = client.send(request(client, route, token, lintel.address()));
                    all.assertThat(answer.statusCode())
                            .as(route + " as " + role)
                            .isEqualTo(403);
                    all.assertThat(answer.body()).as(route + " as " + role).contains("role does not allow");
                }
            }
        });
        all.assertAll();
    }

    @Test
    void withoutTheTokenOfAFormNothingIsChanged() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : CHANGING) {
            if (!route.isAtTheDoor()) {
                for (String token : List.of("", "forged")) {
                    HttpResponse<String> answer = admin.send(request(admin, route, token, lintel.address()));
                    all.assertThat(answer.statusCode())
                            .as(route + " with token '" + token + "'")
                            .isEqualTo(403);
                    all.assertThat(answer.body()).as(route.toString()).contains("The form is too old");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void fromAForeignPageNothingIsChanged() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : CHANGING) {
            for (String origin : List.of("http://evil.example", "null", "https://localhost")) {
                HttpResponse<String> answer = admin.send(request(admin, route, csrf, origin));
                all.assertThat(answer.statusCode())
                        .as(route + " from " + origin)
                        .isEqualTo(403);
                all.assertThat(answer.body()).as(route + " from " + origin).contains("another site");
            }
            HttpResponse<String> hinted =
                    admin.send(request(admin, route, csrf, null).header("Sec-Fetch-Site", "cross-site"));
            all.assertThat(hinted.statusCode()).as(route + " cross-site").isEqualTo(403);
        }
        all.assertAll();
    }

    private static HttpRequest.Builder request(WebClient client, Route route, String token, String origin) {
        HttpRequest.Builder request = client.request(route.path());
        if (origin != null) {
            request.header("Origin", origin);
        }
        String type = route.consumes();
        String body;
        if (type.startsWith("multipart/")) {
            type = "multipart/form-data; boundary=b";
            body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token + "\r\n--b--\r\n";
        } else if (type.startsWith("application/json")) {
            body = "{}";
            if (!token.isEmpty()) {
                request.header("X-CSRF-Token", token);
            }
        } else {
            body = "csrf=" + token;
        }
        return request.header("Content-Type", type).method(route.method(), BodyPublishers.ofString(body));
    }
}
