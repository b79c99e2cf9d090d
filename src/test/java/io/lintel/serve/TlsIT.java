package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
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
            try (HttpClient browser = trusting()) {
                URI setUp = URI.create("https://localhost:" + port + "/admin/setup");
                HttpResponse<String> form =
                        browser.send(HttpRequest.newBuilder(setUp).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(form.statusCode()).isEqualTo(200);
                assertThat(form.body()).contains("Set-up token");
                Matcher csrf = CSRF.matcher(form.body());
                assertThat(csrf.find()).isTrue();

                HttpResponse<String> done = browser.send(
                        HttpRequest.newBuilder(setUp)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", "https://localhost:" + port)
                                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + encoded(csrf.group(1)) + "&token="
                                        + encoded(token) + "&name=root&password="
                                        + encoded(WebClient.PASSWORD) + "&repeated="
                                        + encoded(WebClient.PASSWORD)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(done.headers().allValues("set-cookie"))
                        .anySatisfy(cookie -> assertThat(cookie)
                                .startsWith("__Host-")
                                .containsIgnoringCase("Secure")
                                .containsIgnoringCase("HttpOnly")
                                .containsIgnoringCase("SameSite=Strict"));
            }
            assertThat(lintel.status("/q/health/live")).isEqualTo(200);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** A browser whose owner has said that this certificate is the box's. */
    private static HttpClient trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static final class TrustsAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
