package io.lintel.admin.log;

import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happened on one day, the newest first.
 *
 * @param title the day, such as Sun 29 Nov 2026
 */
@TemplateData
public record LogDay(String title, List<Entry> entries) {

    /**
     * An event, and what the door did because of it.
     *
     * @param door in the order in which it happened
     */
    @TemplateData
    public record Entry(EventView event, List<EventView> door) {}

    /** Rows of one page, the newest first, as days. */
    static List<LogDay> of(List<AuditRow> rows, Function<AuditRow, EventView> view) {
        Map<String, List<Entry>> days = new LinkedHashMap<>();
        for (Entry entry : new Passages(view).of(rows)) {
            days.computeIfAbsent(entry.event().day(), day -> new ArrayList<>()).add(entry);
        }
        return days.entrySet().stream()
                .map(day -> new LogDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** Puts what the door did behind what let it: unlocked, opened, closed, locked. What is out of the ordinary stands by itself. */
    private static final class Passages {

        private static final Pattern DECISION = Pattern.compile("GRANT decision (\\d{1,18})");

        /** What the door does later than this has another cause, which is not on the page. */
        private static final Duration LONGEST = Duration.ofMinutes(10);

        private final Function<AuditRow, EventView> view;
        private final Map<Long, Entry> entries = new LinkedHashMap<>();
        private @Nullable Entry passage;
        private @Nullable AuditRow begin;
        private boolean unlocked;
        private boolean open;

        Passages(Function<AuditRow, EventView> view) {
            this.view = view;
        }

        List<Entry> of(List<AuditRow> rows) {
            rows.reversed().forEach(this::add);
            return new ArrayList<>(entries.values()).reversed();
        }

        private void add(AuditRow row) {
            switch (row.event().kind()) {
                case DOOR_UNLOCKED -> {
                    Entry granted = grantOf(row.event());
                    if (granted == null) {
                        begin(row, own(row));
                    } else {
                        begin(row, granted);
                        granted.door().add(view.apply(row));
                    }
                }
                case EXIT_REQUESTED -> begin(row, own(row));
                case DOOR_OPENED, DOOR_CLOSED, DOOR_LOCKED -> goOn(row);
                default -> own(row);
            }
        }

        private Entry own(AuditRow row) {
            Entry entry = new Entry(view.apply(row), new ArrayList<>());
            entries.put(row.seq(), entry);
            return entry;
        }

        private void begin(AuditRow row, Entry entry) {
            passage = entry;
            begin = row;
            unlocked = true;
        }

        private void goOn(AuditRow row) {
            Entry present = passage;
            AuditRow began = begin;
            if (present == null
                    || began == null
                    || Duration.between(began.at(), row.at()).compareTo(LONGEST) > 0) {
                own(row);
                return;
            }
            present.door().add(view.apply(row));
            AuditKind kind = row.event().kind();
            unlocked = unlocked && kind != AuditKind.DOOR_LOCKED;
            open = kind == AuditKind.DOOR_OPENED || open && kind != AuditKind.DOOR_CLOSED;
            if (!unlocked && !open) {
                passage = null;
            }
        }

        private @Nullable Entry grantOf(AuditEvent event) {
            Matcher cause = DECISION.matcher(EventDetails.of(event.details()).text("cause"));
            return cause.matches() ? entries.get(Long.parseLong(cause.group(1))) : null;
        }
    }
}
