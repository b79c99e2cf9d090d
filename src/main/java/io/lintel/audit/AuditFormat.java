package io.lintel.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an export is written; UTF-8, one row a line. */
public enum AuditFormat {
    /** RFC 4180 with a header. */
    CSV {
        @Override
        String header() {
            return "seq,at,kind,person,reason,actor,details\r\n";
        }

        @Override
        String line(AuditRow row) {
            AuditEvent event = row.event();
            return Stream.of(
                            Long.toString(row.seq()),
                            row.at().toString(),
                            event.kind().name(),
                            event.person() == null ? "" : event.person().toString(),
                            event.reason() == null ? "" : event.reason(),
                            event.actor(),
                            event.details())
                    .map(AuditFormat::csvField)
                    .collect(Collectors.joining(",", "", "\r\n"));
        }
    },

    /** One JSON object a line, the details as an object inside it. */
    JSON_LINES {
        @Override
        String header() {
            return "";
        }

        @Override
        String line(AuditRow row) {
            AuditEvent event = row.event();
            return "{\"seq\":" + row.seq() + ",\"at\":\"" + row.at() + "\",\"kind\":\"" + event.kind()
                    + "\",\"person\":" + event.person() + ",\"reason\":"
                    + (event.reason() == null ? "null" : JsonText.quote(event.reason())) + ",\"actor\":"
                    + JsonText.quote(event.actor()) + ",\"details\":" + onOneLine(event.details()) + "}\n";
        }
    };

    abstract String header();

    abstract String line(AuditRow row);

    /** Inside a JSON string a line break is always escaped, so a bare one is only layout. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }

    /** Spreadsheets run a cell that begins like a formula (OWASP "CSV Injection"); an apostrophe makes it text. */
    private static String csvField(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
