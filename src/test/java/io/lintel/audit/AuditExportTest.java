package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditExportTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private TestDatabase opened;
    private AuditLog log;

    @BeforeEach
    void open() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        log = new AuditLog(opened.database(), () -> NOON);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void csvQuotesAndDefusesFormulas() throws IOException {
        log.append(AuditEvent.of(AuditKind.SIGN_IN_FAILED, "=HYPERLINK(\"http://evil\")")
                .with(new AuditDetails().put("try", 1L)));

        assertThat(export(AuditFilter.ALL, AuditFormat.CSV))
                .isEqualTo(
                        "seq,at,kind,person,reason,actor,details\r\n"
                                + "1,2026-11-22T12:00:00Z,SIGN_IN_FAILED,,,\"'=HYPERLINK(\"\"http://evil\"\")\",\"{\"\"try\"\":1}\"\r\n");
    }

    @Test
    void jsonLinesAreEachOneObject() throws IOException {
        log.append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door\t\u0001 \"front\"")
                .about(3)
                .with("{\n \"score\": 0.71 }"));
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("unknown"));

        List<String> lines =
                export(AuditFilter.ALL, AuditFormat.JSON_LINES).lines().toList();

        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("actor").asText()).isEqualTo("door\t\u0001 \"front\"");
        assertThat(first.get("person").asLong()).isEqualTo(3);
        assertThat(first.get("reason").isNull()).isTrue();
        assertThat(first.at("/details/score").asDouble()).isEqualTo(0.71);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("reason").asText())
                .isEqualTo("unknown");
    }

    /** Programs read these lines: nothing of them changes with the library that writes them. */
    @Test
    void aJsonLineIsWrittenToTheLetterAsBefore() throws IOException {
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door \"front\"\tZoë")
                .about(3)
                .with(new AuditDetails()
                        .put("score", 0.5)
                        .put("small", 1.0e-5)
                        .put("tries", 2L)
                        .put("live", false)
                        .put("undefined", Double.NaN)
                        .put("why", "a \\ b\n\"c\"/d")
                        .put("none", (String) null)));

        assertThat(export(AuditFilter.ALL, AuditFormat.JSON_LINES))
                .isEqualTo(
                        "{\"seq\":1,\"at\":\"2026-11-22T12:00:00Z\",\"kind\":\"ACCESS_DENIED\",\"person\":3,\"reason\":null,"
                                + "\"actor\":\"door \\\"front\\\"\\tZoë\",\"details\":{\"score\":0.5,\"small\":1.0E-5,\"tries\":2,\"live\":false,"
                                + "\"undefined\":null,\"why\":\"a \\\\ b\\n\\\"c\\\"/d\",\"none\":null}}\n");
    }

    @Test
    void anExportOfManyReadsHasEveryMatchingRowOnceAndInOrder() throws IOException {
        int rows = 2500;
        opened.database()
                .write(sql -> sql.update(
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                                + " INSERT INTO audit_event (at, kind, person, actor, details)"
                                + " SELECT i, 'DOOR_OPENED', i % 2, 'door', '{}' FROM n",
                        rows));

        List<String> lines = export(AuditFilter.ALL.withPerson(1), AuditFormat.CSV)
                .lines()
                .skip(1)
                .toList();

        assertThat(lines).hasSize(rows / 2);
        assertThat(lines)
                .extracting(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private String export(AuditFilter filter, AuditFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        log.export(filter, format, out);
        return out.toString();
    }
}
