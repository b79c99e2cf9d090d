package io.lintel.admin.people;

import io.lintel.admin.page.Moments;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.Locale;

/** Something that the log says of a person. */
@TemplateData
public record EventView(long seq, String at, String what, String style, String actor) {

    static EventView of(AuditRow row, ZoneId zone) {
        String reason = row.event().reason();
        AuditKind kind = row.event().kind();
        String what = switch (kind) {
            case ACCESS_GRANTED -> "let in";
            case ACCESS_DENIED -> "denied" + (reason == null ? "" : ": " + words(reason));
            case PERSON_ENROLLED -> "enrolled";
            case PERSON_CHANGED -> "changed";
            default -> words(kind.name());
        };
        String style = switch (kind) {
            case ACCESS_GRANTED -> "granted";
            case ACCESS_DENIED, ACCESS_ALARM -> "denied";
            default -> "";
        };
        return new EventView(
                row.seq(),
                Moments.text(row.at(), zone),
                what,
                style,
                row.event().actor());
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
