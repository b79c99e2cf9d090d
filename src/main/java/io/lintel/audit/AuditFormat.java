package io.lintel.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.lintel.system.CsvLine;
import java.util.List;

/** Exports for programs: everything that is recorded, as it is recorded. */
public enum AuditFormat implements RowFormat {
    /** RFC 4180 with a header. */
    CSV {
        @Override
        public String header() {
            return "seq,at,kind,person,reason,actor,details\r\n";
        }

        @Override
        public String line(AuditRow row) {
            AuditEvent event = row.event();
            return CsvLine.of(List.of(
                    Long.toString(row.seq()),
                    row.at().toString(),
                    event.kind().name(),
                    event.person() == null ? "" : event.person().toString(),
                    event.reason() == null ? "" : event.reason(),
                    event.actor(),
                    event.details()));
        }
    },

    /** One JSON object a line, the details as an object inside it. */
    JSON_LINES {
        @Override
        public String header() {
            return "";
        }

        @Override
        public String line(AuditRow row) {
            AuditEvent event = row.event();
            return JsonNodeFactory.instance
                            .objectNode()
                            .put("seq", row.seq())
                            .put("at", row.at().toString())
                            .put("kind", event.kind().name())
                            .put("person", event.person())
                            .put("reason", event.reason())
                            .put("actor", event.actor())
                            .putRawValue("details", new RawValue(onOneLine(event.details())))
                    + "\n";
        }
    };

    /** Inside a JSON string a line break is always escaped, so a bare one is only layout. */
    private static String onOneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }
}
