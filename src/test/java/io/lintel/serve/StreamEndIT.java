package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream is no way round the end of what it was opened by: a revoked token went on receiving events for up to ten minutes. */
class StreamEndIT {

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aRevokedTokensStreamEnds() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            try (WebClient admin = WebClient.setUp(lintel);
                    HttpClient program = HttpClient.newHttpClient()) {
                HttpResponse<String> made =
                        admin.json("POST", "/api/v1/tokens", "{\"name\":\"watcher\",\"role\":\"AUDITOR\"}");
                assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
                JsonNode token = new ObjectMapper().readTree(made.body());
                HttpResponse<Stream<String>> events = program.send(
                        HttpRequest.newBuilder(URI.create(lintel.address() + "/api/v1/events"))
                                .header(
                                        "Authorization",
                                        "Bearer " + token.path("secret").asText())
                                .build(),
                        BodyHandlers.ofLines());
                assertThat(events.statusCode()).isEqualTo(200);
                Iterator<String> lines = events.body().iterator();
                assertThat(lines.next()).as("the stream's first line").isNotNull();

                admin.json(
                        "DELETE",
                        "/api/v1/tokens/" + token.path("token").path("id").asLong(),
                        "");

                // Comes to its end only because the stream does.
                lines.forEachRemaining(line -> {});
            }
        }
    }
}
