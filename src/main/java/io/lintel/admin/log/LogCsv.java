package io.lintel.admin.log;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditRow;
import io.lintel.audit.RowFormat;
import io.lintel.service.PersonNames;
import io.lintel.system.CsvLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The log for spreadsheets: names, the site's clock, and a column for each value that is often looked for. In English, as all exports.
 */
final class LogCsv implements RowFormat {

    /** Details with a column of their own; the others stand in the last one. */
    private static final List<String> COLUMNS = List.of(
            "best_score",
            "threshold",
            "margin",
            "liveness",
            "cause",
            "mode",
            "setting",
            "old",
            "new",
            "subject",
            "address");

    private static final Set<String> OWN = Set.copyOf(COLUMNS);

    /** Spreadsheets take a file without it for one in the country's old character set. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final PersonNames names;
    private final ZoneId zone;

    LogCsv(PersonNames names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    @Override
    public String header() {
        List<String> header = new ArrayList<>(
                List.of("row", "time", "time_zone", "event", "kind", "person_number", "person", "reason", "by"));
        header.addAll(COLUMNS);
        header.add("other_details");
        return BYTE_ORDER_MARK + CsvLine.of(header);
    }

    @Override
    public String line(AuditRow row) {
        AuditEvent event = row.event();
        EventDetails details = EventDetails.of(event.details());
        Long person = event.person();
        String name = names.known(person);
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(row.seq()),
                TIME.format(row.at().atZone(zone)),
                zone.getId() + " (UTC" + zone.getRules().getOffset(row.at()) + ")",
                EventText.title(event, EventText.who(event, details, names), details),
                event.kind().name(),
                person == null ? "" : person.toString(),
                name == null ? "" : name,
                event.reason() == null ? "" : event.reason(),
                event.actor()));
        COLUMNS.forEach(column -> cells.add(details.text(column)));
        cells.add(others(details));
        return CsvLine.of(cells);
    }

    private static String others(EventDetails details) {
        return new TreeMap<>(details.all())
                .entrySet().stream()
                        .filter(field -> !OWN.contains(field.getKey()))
                        .map(LogCsv::text)
                        .collect(Collectors.joining("; "));
    }

    private static String text(Map.Entry<String, String> field) {
        return field.getKey() + "=" + field.getValue();
    }
}
