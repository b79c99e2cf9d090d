package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.config.tls.SelfSigned;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lintel tls init}, and what the pages are like afterwards. */
class TlsIT {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void afterTlsInitThePagesAreServedOverHttpsWithCookiesThatNeedIt() throws Exception {
        int port = freePort();
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "lintel.web.https-port=" + port)) {
            assertThat(lintel.command("tls", "init").exitCode()).isZero();
            LintelProcess.Answer again = lintel.command("tls", "init");
            assertThat(again.exitCode()).isNotZero();
            assertThat(again.out()).contains("--force");

            lintel.serveUntilReady();
            String token = WebClient.setUpToken(lintel);
            try (HttpClient browser = TrustingBrowser.builder().build()) {
                URI setUp = URI.create("https://localhost:" + port + "/admin/setup");
                HttpResponse<String> form = get(browser, setUp);
                assertThat(form.statusCode()).isEqualTo(200);
                assertThat(form.body()).contains("Set-up token");
                Matcher csrf = CSRF.matcher(form.body());
                assertThat(csrf.find()).isTrue();

                HttpResponse<String> done =
                        setUp(browser, URI.create("https://localhost:" + port), csrf.group(1), token);
                assertThat(done.headers().allValues("set-cookie"))
                        .anySatisfy(cookie -> assertThat(cookie)
                                .startsWith("__Host-")
                                .containsIgnoringCase("Secure")
                                .containsIgnoringCase("HttpOnly")
                                .containsIgnoringCase("SameSite=Strict"));
            }
            assertThat(lintel.status("/q/health/live")).isEqualTo(200);
            assertThat(handshake(port, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
                    .isTrue();
            assertThat(handshake(port, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA")).isFalse();
        }
    }

    @Test
    void aCertificateThatIsRenewedWhereItLiesIsServedWithoutARestart() throws Exception {
        int port = freePort();
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "lintel.web.https-port=" + port)) {
            assertThat(lintel.command("tls", "init").exitCode()).isZero();
            lintel.serveUntilReady();
            X509Certificate before = served(port);
            Path tls = folder.resolve("data/tls");
            Files.writeString(tls.resolve("certificate.pem"), "half written");
            assertThat(served(port)).isEqualTo(before);

            SelfSigned.make(
                    tls.resolve("certificate.pem"),
                    tls.resolve("key.pem"),
                    SelfSigned.namesOfThisMachine(),
                    Instant.now().plus(Duration.ofDays(1)));

            // A handshake that is under way while the certificate is exchanged is cut off; browsers try again
            await().atMost(Duration.ofMinutes(2))
                    .ignoreException(SSLHandshakeException.class)
                    .until(() -> !served(port).equals(before));
            assertThat(lintel.status("/q/health/live")).isEqualTo(200);
        }
    }

    private static X509Certificate served(int port) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) TrustingBrowser.context().getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** Whether TLS 1.2 comes about where a client offers only this. */
    private static boolean handshake(int port, String cipherSuite) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) TrustingBrowser.context().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {cipherSuite});
            socket.startHandshake();
            return true;
        } catch (SSLHandshakeException e) {
            return false;
        }
    }

    /** As on a box just installed: no camera, no account, no certificate, and nobody with a shell. */
    @Test
    void aNewBoxServesTheNetworkAtOnceAndSaysItsTokenToWhoStandsBeforeIt() throws Exception {
        int port = freePort();
        Path runtime = Files.createDirectory(folder.resolve("run"));
        Path notice = runtime.resolve("set-up.issue");
        try (LintelProcess lintel = new LintelProcess(
                        folder,
                        "lintel.camera.source=v4l2",
                        "lintel.web.listen=0.0.0.0",
                        "lintel.web.https-port=" + port)
                .with("RUNTIME_DIRECTORY", runtime.toString())) {
            lintel.serve();
            String token = WebClient.setUpToken(lintel);
            await("the console").until(() -> Files.exists(notice));
            assertThat(notice).content().contains(token, "https://\\4:" + port);
            assertThat(lintel.page("/door/set-up"))
                    .as("what the screen of the box shows")
                    .contains(token);
            assertThat(lintel.page("/door/")).contains("set-up.js");

            try (HttpClient browser = TrustingBrowser.builder().build()) {
                URI box = URI.create("https://" + ownAddress() + ":" + port);
                assertThat(get(browser, box.resolve("/door/set-up")).statusCode())
                        .as("the token, asked for from elsewhere")
                        .isEqualTo(403);
                HttpResponse<String> form = get(browser, box.resolve("/admin/setup"));
                assertThat(form.statusCode()).isEqualTo(200);
                Matcher csrf = CSRF.matcher(form.body());
                assertThat(csrf.find()).isTrue();
                assertThat(setUp(browser, box, csrf.group(1), "WRONG-TOKEN").statusCode())
                        .isEqualTo(409);
                assertThat(notice).exists();
                assertThat(setUp(browser, box, csrf.group(1), token).statusCode())
                        .isEqualTo(303);
            }
            assertThat(notice).as("the console, once the box is set up").doesNotExist();
            assertThat(lintel.page("/door/set-up")).contains("\"open\":false").doesNotContain(token);
            assertThat(lintel.page("/door/")).contains("door.js");
        }
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> setUp(HttpClient browser, URI box, String csrf, String token) throws Exception {
        String form = "csrf=" + encoded(csrf) + "&token=" + encoded(token) + "&name=root&password="
                + encoded(WebClient.PASSWORD) + "&repeated=" + encoded(WebClient.PASSWORD);
        return browser.send(
                HttpRequest.newBuilder(box.resolve("/admin/setup"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", box.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** One that other machines would use; 127.0.0.2 where there is no network. */
    private static String ownAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.2");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
