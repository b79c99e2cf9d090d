package io.lintel.admin.log;

import io.lintel.access.DenialReason;
import io.lintel.admin.log.LogPage.Choice;
import io.lintel.admin.log.LogPage.Option;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonSummary;
import io.lintel.service.LogService;
import io.lintel.service.PersonNames;
import io.lintel.service.Snapshots;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log for people: finds whom a name means, pages by key in both directions, words each event. */
@Singleton
public class LogReader {

    private static final int ROWS_A_PAGE = 50;
    private static final int ROWS_ON_PAPER = 1000;
    private static final int MOST_CHOICES = 12;

    private final LogService log;
    private final People people;
    private final PersonNames names;
    private final Snapshots snapshots;
    private final ZoneId zone;

    LogReader(LogService log, People people, PersonNames names, Snapshots snapshots, ZoneId zone) {
        this.log = log;
        this.people = people;
        this.names = names;
        this.snapshots = snapshots;
        this.zone = zone;
    }

    /** The newest events that a filter lets through. */
    public List<EventView> newest(AuditFilter filter, int count) {
        return views(log.newest(filter, count));
    }

    public EventView view(AuditRow row) {
        return EventView.of(row, names, zone, snapshots.has(row.seq()));
    }

    /** @param before or {@code after}: the key of the page; both null for the newest */
    LogPage page(LogQuery query, @Nullable Long before, @Nullable Long after) {
        return page(query, before, after, ROWS_A_PAGE);
    }

    /** The newest rows for the printer. */
    LogPage onPaper(LogQuery query) {
        return page(query, null, null, ROWS_ON_PAPER);
    }

    private LogPage page(LogQuery query, @Nullable Long before, @Nullable Long after, int size) {
        List<Long> meant = meant(query.person());
        boolean clear = query.person().isBlank() || meant.size() == 1;
        List<Choice> choices = clear ? List.of() : choices(query, meant);
        if (!clear) {
            return made(query, List.of(), "", "", false, 0, choices);
        }
        AuditFilter filter = query.filter(meant.isEmpty() ? null : meant.getFirst(), zone);
        AuditPage page = log.page(filter, after == null ? before : null, after, size);
        Long next = page.next();
        List<AuditRow> rows = page.rows();
        String older = "";
        String newer = "";
        if (after != null) {
            older = address(
                    query, "before", rows.isEmpty() ? after + 1 : rows.getLast().seq());
            newer = next == null ? "" : address(query, "after", next);
        } else {
            older = next == null ? "" : address(query, "before", next);
            newer = before == null
                    ? ""
                    : address(
                            query,
                            "after",
                            rows.isEmpty() ? before - 1 : rows.getFirst().seq());
        }
        long newest = before == null && after == null ? newest(rows) : 0;
        return made(query, rows, older, newer, next != null && rows.size() < size, newest, choices);
    }

    private static long newest(List<AuditRow> rows) {
        return rows.isEmpty() ? 0 : rows.getFirst().seq();
    }

    private LogPage made(
            LogQuery query,
            List<AuditRow> rows,
            String older,
            String newer,
            boolean searching,
            long newest,
            List<Choice> choices) {
        return new LogPage(
                query,
                LogDay.of(rows, this::view),
                older,
                newer,
                searching,
                newest,
                LogRanges.of(query, LocalDateTime.now(zone)),
                zone.getId(),
                choices,
                groups(query),
                reasons(query));
    }

    /** The number of the newest row that a query finds; 0 for none. */
    long newest(LogQuery query) {
        return newest(log.newest(filter(query), 1));
    }

    /** A spreadsheet of the log, with names and by the site's clock. */
    LogCsv csv() {
        return new LogCsv(names, zone);
    }

    /** The filter of a query that names at most one person. */
    AuditFilter filter(LogQuery query) {
        List<Long> meant = meant(query.person());
        if (!query.person().isBlank() && meant.size() != 1) {
            throw new io.lintel.security.HttpProblem(
                    422,
                    "'" + query.person() + "' "
                            + (meant.isEmpty() ? "is nobody who is enrolled" : "can be several people"),
                    "write the person's number, such as #12");
        }
        return query.filter(meant.isEmpty() ? null : meant.getFirst(), zone);
    }

    private List<EventView> views(List<AuditRow> rows) {
        return rows.stream().map(this::view).toList();
    }

    private static String address(LogQuery query, String key, long value) {
        String asked = query.address();
        return "/admin/log?" + asked + (asked.isEmpty() ? "" : "&") + key + "=" + value;
    }

    /** The numbers of the people whom a name can mean. */
    private List<Long> meant(String person) {
        String asked = person.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        String number = asked.startsWith("#") ? asked.substring(1) : asked;
        if (number.matches("\\d{1,18}")) {
            return List.of(Long.parseLong(number));
        }
        List<PersonSummary> found = people.list(asked, MOST_CHOICES, 0);
        List<PersonSummary> exact = found.stream()
                .filter(each -> each.person().name().toString().equalsIgnoreCase(asked))
                .toList();
        return (exact.size() == 1 ? exact : found)
                .stream().map(each -> each.person().id().value()).toList();
    }

    private List<Choice> choices(LogQuery query, List<Long> meant) {
        return meant.stream()
                .map(id -> new Choice(names.of(id), "/admin/log?" + query.addressOf(id), false))
                .toList();
    }

    private static List<Option> groups(LogQuery query) {
        return Arrays.stream(EventCategory.values())
                .map(group ->
                        new Option(group.word(), group.title(), group.word().equals(query.what())))
                .toList();
    }

    private static List<Option> reasons(LogQuery query) {
        return Arrays.stream(DenialReason.values())
                .map(reason -> new Option(
                        reason.code(), EventText.label(reason), reason.code().equals(query.reason())))
                .toList();
    }
}
