package io.lintel.admin.log;

import io.lintel.security.HttpProblem;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.wiring.House;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The log as a file to take away, streamed in constant memory. Who took it is in the log. */
@Singleton
public class LogExport {

    private final House house;

    LogExport(House house) {
        this.house = house;
    }

    /** @param word csv or jsonl */
    public static AuditFormat format(String word) {
        return switch (word) {
            case "csv" -> AuditFormat.CSV;
            case "jsonl" -> AuditFormat.JSON_LINES;
            default -> throw new HttpProblem(400, "there is no format '" + word + "'", "ask for csv or jsonl");
        };
    }

    public Response answer(AuditFilter filter, AuditFormat format, String actor) {
        AuditLog log = house.audit();
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "log").put("format", format.name())));
        StreamingOutput rows = out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            log.export(filter, format, writer);
            writer.flush();
        };
        boolean csv = format == AuditFormat.CSV;
        return Response.ok(rows, csv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"lintel-log-" + LocalDate.now(java.time.ZoneOffset.UTC)
                                + (csv ? ".csv\"" : ".jsonl\""))
                .build();
    }
}
