package io.lintel.web;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.security.HttpProblem;
import io.lintel.service.LogService;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The log as a file to download, streamed in constant memory. */
public final class LogDownload {

    private LogDownload() {}

    /**
     * @param format csv or jsonl
     * @throws HttpProblem if it is neither
     */
    public static Response of(LogService log, String actor, AuditFilter filter, String format) {
        AuditFormat chosen = format(format);
        boolean csv = chosen == AuditFormat.CSV;
        return of(
                log.export(actor, filter, chosen), csv ? "text/csv" : "application/x-ndjson", csv ? ".csv" : ".jsonl");
    }

    /** @param ending of the file's name */
    public static Response of(LogService.Export export, String type, String ending) {
        StreamingOutput rows = out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            export.writeTo(writer);
            writer.flush();
        };
        return Response.ok(rows, type + ";charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"lintel-log-" + LocalDate.now(ZoneOffset.UTC) + ending + "\"")
                .build();
    }

    private static AuditFormat format(String word) {
        return switch (word) {
            case "csv" -> AuditFormat.CSV;
            case "jsonl" -> AuditFormat.JSON_LINES;
            default -> throw new HttpProblem(400, "there is no format '" + word + "'", "ask for csv or jsonl");
        };
    }
}
