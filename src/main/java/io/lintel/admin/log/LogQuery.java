package io.lintel.admin.log;

import io.lintel.audit.AuditFilter;
import io.lintel.security.HttpProblem;
import io.lintel.system.PlausibleTime;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to see of the log, as it stands in the page's address. */
@TemplateData
public class LogQuery {

    private static final String DAY = "2026-11-22";

    @QueryParam("what")
    @DefaultValue("everything")
    String what = "everything";

    /** A name, a part of one, or {@code #} and a person's number. */
    @QueryParam("person")
    @DefaultValue("")
    String person = "";

    @QueryParam("reason")
    @DefaultValue("")
    String reason = "";

    /** As the browser's own field writes it: {@code 2026-11-22T06:00}. */
    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    @QueryParam("text")
    @DefaultValue("")
    String text = "";

    public String what() {
        return EventCategory.of(what).word();
    }

    public String person() {
        return person;
    }

    public String reason() {
        return reason;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public String text() {
        return text;
    }

    public boolean isNarrowed() {
        return !address().isEmpty();
    }

    /** Whether it asks for a time that ends before it begins: nothing can fit. */
    public boolean isBackwards() {
        String end = to.strip().length() == DAY.length() ? to.strip() + "T24" : to.strip();
        return !from.isBlank() && !to.isBlank() && from.strip().compareTo(end) > 0;
    }

    /** @param who whom the person means; null for everybody */
    AuditFilter filter(@Nullable Long who, ZoneId zone) {
        return new AuditFilter(
                EventCategory.of(what).kinds(),
                who,
                reason.isBlank() ? null : reason.strip(),
                time(from, zone, false),
                time(to, zone, true),
                text);
    }

    /** The query as a part of an address, without its question mark; empty when nothing is asked for. */
    public String address() {
        List<String> parts = new ArrayList<>();
        add(parts, "what", what().equals("everything") ? "" : what());
        add(parts, "person", person);
        add(parts, "reason", reason);
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "text", text);
        return String.join("&", parts);
    }

    /** The same for one person by number. */
    public String addressOf(long personNumber) {
        LogQuery other = copy();
        other.person = "#" + personNumber;
        return other.address();
    }

    /** The same for another time. */
    LogQuery between(String begin, String end) {
        LogQuery other = copy();
        other.from = begin;
        other.to = end;
        return other;
    }

    private LogQuery copy() {
        LogQuery other = new LogQuery();
        other.what = what;
        other.person = person;
        other.reason = reason;
        other.from = from;
        other.to = to;
        other.text = text;
        return other;
    }

    private static void add(List<String> parts, String key, String value) {
        if (!value.isBlank()) {
            parts.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Instant time(String written, ZoneId zone, boolean end) {
        if (written.isBlank()) {
            return null;
        }
        String time = written.strip();
        try {
            Instant found;
            if (time.length() == DAY.length()) {
                LocalDate day = LocalDate.parse(time);
                found = (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
            } else {
                found = LocalDateTime.parse(time).atZone(zone).toInstant();
            }
            if (PlausibleTime.isStorable(found)) {
                return found;
            }
        } catch (DateTimeException e) {
            // the same answer
        }
        throw new HttpProblem(
                400,
                (end ? "to" : "from") + "='" + time + "' is no time",
                "write it like 2026-11-22T06:00, or only the day");
    }
}
