package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report 19: a reverse proxy that ends TLS. Each form was refused, and all its clients were one address and this machine. */
class ReverseProxyIT {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");

    @TempDir
    Path folder;

    /** A browser at an address of its own; loopback has 2^24 of them. */
    private static HttpClient at(String address) throws Exception {
        return TrustingBrowser.builder()
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return browser.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(HttpClient browser, String site, String password, String... headers)
            throws Exception {
        Matcher csrf = CSRF.matcher(get(browser, site + "/admin/login", headers).body());
        assertThat(csrf.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + "/admin/login"))
                .header("Origin", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "name=root&password=" + encoded(password) + "&csrf=" + encoded(csrf.group(1))));
        return browser.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Path ownCertificate(LintelProcess lintel) throws Exception {
        assertThat(lintel.command("tls", "init").exitCode()).isZero();
        return folder.resolve("data/tls");
    }

    @Test
    void behindATrustedProxyEverythingSeesTheClientAndHttps() throws Exception {
        try (LintelProcess lintel = new LintelProcess(
                folder,
                "lintel.camera.source=demo",
                "lintel.web.https-port=0",
                "lintel.web.trusted-proxies=127.0.0.1")) {
            Path tls = ownCertificate(lintel);
            lintel.serve();
            try (WebClient admin = WebClient.setUp(lintel);
                    Nginx nginx = new Nginx(
                            folder, tls.resolve("certificate.pem"), tls.resolve("key.pem"), lintel.address());
                    HttpClient guesser = at("127.0.0.2");
                    HttpClient browser = at("127.0.0.3")) {
                String site = nginx.address();
                // How soon depends on how long a password takes to check: the first waits are shorter than that on a
                // busy machine.
                List<Integer> answers = new ArrayList<>();
                for (int i = 0; i < 9 && !answers.contains(429); i++) {
                    answers.add(signIn(guesser, site, "wrong", "X-Forwarded-For", "127.0.0." + (90 + i))
                            .statusCode());
                }
                assertThat(answers)
                        .as("somebody who invents addresses is one address")
                        .doesNotContain(303, 403)
                        .contains(429);

                HttpResponse<String> in = signIn(browser, site, WebClient.PASSWORD);
                assertThat(in.statusCode()).isEqualTo(303);
                assertThat(in.headers().allValues("set-cookie"))
                        .anySatisfy(cookie -> assertThat(cookie)
                                .startsWith("__Host-lintel_session")
                                .containsIgnoringCase("Secure"));
                assertThat(get(browser, site + "/admin/me").statusCode()).isEqualTo(200);
                assertThat(admin.page("/api/v1/audit?kind=SIGNED_IN")).contains("\"address\":\"127.0.0.3\"");
                assertThat(admin.page("/api/v1/audit?kind=SIGN_IN_FAILED"))
                        .contains("\"address\":\"127.0.0.2\"")
                        .doesNotContain("127.0.0.9");

                assertThat(get(guesser, site + "/q/metrics").statusCode()).isEqualTo(401);
                assertThat(get(guesser, site + "/door/events").statusCode()).isEqualTo(403);
                assertThat(get(guesser, site + "/admin/login", "Forwarded", "for=127.0.0.1;proto=https")
                                .statusCode())
                        .as("nginx takes this header away")
                        .isEqualTo(200);
                assertThat(lintel.status("/q/metrics"))
                        .as("this machine itself")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aTrustedProxyThatLeavesOutTheSchemeIsToldSoAndHttpIsSentToHttps() throws Exception {
        try (LintelProcess lintel = new LintelProcess(
                        folder, "lintel.camera.source=demo", "lintel.web.trusted-proxies=127.0.0.1, ::1");
                HttpClient proxy = HttpClient.newHttpClient()) {
            lintel.serve();
            WebClient.setUpToken(lintel);
            String page = lintel.address() + "/admin/login";

            HttpResponse<String> incomplete = get(proxy, page, "X-Forwarded-For", "192.0.2.7");
            assertThat(incomplete.statusCode()).isEqualTo(400);
            assertThat(incomplete.body()).contains("X-Forwarded-Proto");
            HttpResponse<String> clear = get(proxy, page, "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "http");
            assertThat(clear.statusCode()).isEqualTo(307);
            assertThat(clear.headers().firstValue("Location")).hasValue("https://localhost/admin/login");
            assertThat(get(
                                    proxy,
                                    page,
                                    "X-Forwarded-For",
                                    "192.0.2.7",
                                    "X-Forwarded-Proto",
                                    "https",
                                    "X-Forwarded-Host",
                                    "evil.example")
                            .statusCode())
                    .isEqualTo(421);
        }
    }

    @Test
    void withoutTheSettingTheHeadersCountForNothingAndTheRefusalNamesIt() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            Path tls = ownCertificate(lintel);
            lintel.serve();
            try (WebClient admin = WebClient.setUp(lintel);
                    Nginx nginx = new Nginx(
                            folder, tls.resolve("certificate.pem"), tls.resolve("key.pem"), lintel.address());
                    HttpClient browser = at("127.0.0.3");
                    HttpClient liar = at("127.0.0.4")) {
                HttpResponse<String> refused = signIn(browser, nginx.address(), WebClient.PASSWORD);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("lintel.web.trusted-proxies");

                String lie = "192.0.2.99";
                signIn(liar, lintel.address(), "wrong", "X-Forwarded-For", lie, "X-Forwarded-Proto", "https");
                assertThat(admin.page("/api/v1/audit?kind=SIGN_IN_FAILED"))
                        .contains("\"address\":\"127.0.0.4\"")
                        .doesNotContain(lie);
            }
        }
    }
}
