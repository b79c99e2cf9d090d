package io.lintel.admin.log;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditRow;
import io.lintel.service.PersonNames;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One event as a line of a list.
 *
 * @param day and
 * @param time in the door's time zone
 * @param iso the same for programs
 * @param tone granted, denied, bad, warning or empty
 * @param facts the numbers that matter most, in a few words; may be empty
 * @param person 0 for nobody
 */
@TemplateData
public record EventView(
        long seq,
        String day,
        String time,
        String iso,
        String title,
        String tone,
        String facts,
        String actor,
        long person,
        boolean snapshot) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    /** The title where it stands behind the visit that it belongs to. */
    public String step() {
        int cause = title.indexOf(" for decision ");
        return cause < 0 ? title : title.substring(0, cause);
    }

    public static EventView of(AuditRow row, PersonNames names, ZoneId zone, boolean snapshot) {
        AuditEvent event = row.event();
        EventDetails details = EventDetails.of(event.details());
        ZonedDateTime at = row.at().atZone(zone);
        return new EventView(
                row.seq(),
                DAY.format(at),
                TIME.format(at),
                row.at().toString(),
                EventText.title(event, EventText.who(event, details, names), details),
                EventText.tone(event.kind()),
                EventFacts.of(event, details, names, zone),
                event.actor(),
                event.person() == null ? 0 : event.person(),
                snapshot);
    }
}
