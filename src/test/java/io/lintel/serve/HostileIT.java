package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody without an account can do to the port, against the program as it is installed. */
class HostileIT {

    private static final String HALF_A_BODY =
            "POST /door/pin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    private static final String HALF_A_LOGIN =
            "POST /admin/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 100\r\n\r\nname=";
    private static final String HALF_A_HEADER = "GET /door/screen HTTP/1.1\r\nHost: l";

    @TempDir
    static Path folder;

    private static LintelProcess lintel;
    private final List<Socket> attack = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Path uploads = Files.createDirectories(folder.resolve("data/uploads"));
        Files.writeString(uploads.resolve("resteasy-reactive123upload"), "a face");
        Files.writeString(folder.resolve("data/import-123.zip"), "many faces");
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        lintel.serve();
        WebClient.setUpToken(lintel);
    }

    @AfterAll
    static void stop() throws Exception {
        if (lintel != null) {
            lintel.close();
        }
    }

    @AfterEach
    void endTheAttack() throws IOException {
        for (Socket each : attack) {
            each.close();
        }
    }

    private Socket connect(String sent) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress("127.0.0.1", URI.create(lintel.address()).getPort()), 5000);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        attack.add(socket);
        return socket;
    }

    /** Sixteen were enough to stop all of these for a minute: each held a worker thread. */
    @ParameterizedTest
    @ValueSource(strings = {HALF_A_BODY, HALF_A_LOGIN, HALF_A_HEADER, ""})
    void halfSentRequestsStopNobody(String sent) throws IOException {
        for (int i = 0; i < 500; i++) {
            connect(sent);
        }

        assertThat(lintel.status("/door/screen")).isEqualTo(200);
        assertThat(lintel.status("/door/")).isEqualTo(200);
        assertThat(lintel.status("/admin/setup")).isLessThan(500);
        assertThat(lintel.status("/q/health/live")).isEqualTo(200);
        assertThat(exchange("POST /door/pin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 25\r\n\r\n{\"ticket\":\"x\",\"pin\":\"12\"}"))
                .startsWith("HTTP/1.1 202");
        // the connection that is closed in favour of the last one may still be on its way out
        await().untilAsserted(
                        () -> assertThat(attack).filteredOn(HostileIT::isOpen).hasSizeLessThanOrEqualTo(64));
    }

    private String exchange(String request) throws IOException {
        Socket socket = connect(request);
        socket.setSoTimeout(10_000);
        byte[] answer = socket.getInputStream().readNBytes(12);
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSmallBodyThatDoesNotComeIsGivenUp() throws IOException {
        Socket socket = connect(HALF_A_BODY);
        socket.setSoTimeout(20_000);

        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 408");
    }

    /** The native binary did not find the guard; whether it does now has not been tried. */
    @Test
    void aHeaderThatDoesNotComeIsGivenUp() throws IOException {
        Socket socket = connect(HALF_A_HEADER);
        socket.setSoTimeout(30_000);

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void whoHasNotShownWhoTheyAreMaySendLittle() throws IOException {
        assertThat(exchange("POST /door/pin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100000\r\n\r\n{"))
                .isEqualTo("HTTP/1.1 413");
        assertThat(exchange("POST /door/pin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n4000\r\n" + " ".repeat(0x4000) + "\r\n"))
                .isEqualTo("HTTP/1.1 413");
    }

    /** Silence of more than a minute ends a connection, an event stream has its beats. */
    @Test
    void theDoorsEventsOutliveTheIdleTimeout() throws IOException {
        Socket stream = connect("GET /door/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Socket idle = connect("GET /door/screen HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.setSoTimeout(20_000);
        idle.setSoTimeout(90_000);
        while (idle.getInputStream().read() >= 0) {
            // its answer; then it waits for the end
        }

        byte[] some = new byte[1 << 20];
        stream.getInputStream().read(some);
        for (int i = 0; i < 3; i++) {
            assertThat(stream.getInputStream().read(some)).isPositive();
        }
    }

    /** 500 of them wrote 3 MB into the journal. */
    @Test
    void whoGoesAwayInTheMiddleIsNotInTheLog() throws IOException {
        int before = lintel.log().length();
        for (int i = 0; i < 200; i++) {
            connect(HALF_A_BODY).close();
            connect(HALF_A_LOGIN).close();
        }
        assertThat(lintel.status("/door/screen")).isEqualTo(200);

        assertThat(lintel.log().substring(before)).doesNotContain("ERROR", "\tat ");
    }

    /** It was answered with 500: the request that asks for the upgrade had been read before it was to be read. */
    @Test
    void aClientThatAsksForHttp2WithoutTlsIsAnsweredByHttp1() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create(lintel.address() + "/admin/setup"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void facesThatAKilledStartLeftAreDestroyedBeforeThePagesListen() {
        assertThat(folder.resolve("data/uploads")).isEmptyDirectory();
        assertThat(folder.resolve("data/import-123.zip")).doesNotExist();
    }
}
