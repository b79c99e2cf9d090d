package io.lintel.admin.log;

import io.lintel.access.DenialReason;
import io.lintel.account.Role;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.service.PersonNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a line of the log says below its title: the numbers that matter most, or who changed what. */
final class EventFacts {

    /** What people do with the pages, commands and programs: who did it is half of the story. */
    private static final Set<AuditKind> DONE_BY_PEOPLE = EnumSet.of(
            AuditKind.SETTING_CHANGED,
            AuditKind.PERSON_ENROLLED,
            AuditKind.PERSON_CHANGED,
            AuditKind.PERSON_REMOVED,
            AuditKind.SCHEDULE_CHANGED,
            AuditKind.GROUP_CHANGED,
            AuditKind.HOLIDAYS_CHANGED,
            AuditKind.CONSENT_GIVEN,
            AuditKind.CONSENT_WITHDRAWN,
            AuditKind.DATA_EXPORTED,
            AuditKind.DATA_IMPORTED,
            AuditKind.BACKUP_MADE,
            AuditKind.BACKUP_RESTORED,
            AuditKind.ACCOUNT_CHANGED,
            AuditKind.FACE_LOOKED_UP,
            AuditKind.LOG_PURGED,
            AuditKind.LOG_ERASED);

    /** Numbers that only programs want. */
    private static final Set<String> LEFT_OUT = Set.of("address", "schedule", "group", "traceless", "ids");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern ROLE = Pattern.compile("\\b(?:ADMIN|OPERATOR|AUDITOR)\\b");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST = 300;

    private EventFacts() {}

    static String of(AuditEvent event, EventDetails details, PersonNames names, ZoneId zone) {
        if (DONE_BY_PEOPLE.contains(event.kind())) {
            String what = changes(event, details, zone);
            return what.isEmpty() ? "by " + event.actor() : "by " + event.actor() + ": " + what;
        }
        if (DenialReason.AMBIGUOUS.code().equals(event.reason()) && details.has("runner_up")) {
            return name(details, "best", names) + " or " + name(details, "runner_up", names) + ": "
                    + details.text("detail");
        }
        if (details.has("best_score")) {
            return "nearest to " + names.of((long) details.number("best").orElse(0)) + ": score "
                    + details.text("best_score") + ", needed " + details.text("threshold");
        }
        return List.of("note", "why", "detail", "status", "subject").stream()
                .map(details::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String name(EventDetails details, String key, PersonNames names) {
        return names.of((long) details.number(key).orElse(0));
    }

    /** The name of what was changed, then each field with its values before and after. */
    private static String changes(AuditEvent event, EventDetails details, ZoneId zone) {
        if (details.has("setting")) {
            String change = details.has("value")
                    ? details.text("value")
                    : details.has("new") ? details.text("old") + " -> " + details.text("new") : "";
            return shortened((details.text("setting") + " " + change).strip());
        }
        String kind = event.reason() == null ? "" : EventText.plain(event.reason());
        String fields = details.all().entrySet().stream()
                .filter(field ->
                        !LEFT_OUT.contains(field.getKey()) && !field.getValue().isBlank())
                .map(field -> EventText.plain(field.getKey()) + ": " + moments(roles(field), zone))
                .collect(Collectors.joining("; "));
        return shortened(kind.isEmpty() || fields.isEmpty() ? kind + fields : kind + "; " + fields);
    }

    /** What an account was and is, by the words of the pages: "Operator -> Admin". */
    private static String roles(Map.Entry<String, String> field) {
        return field.getKey().equals("detail")
                ? ROLE.matcher(field.getValue())
                        .replaceAll(found -> Role.valueOf(found.group()).title())
                : field.getValue();
    }

    /** With moments by the site's clock. */
    private static String moments(String text, ZoneId zone) {
        return MOMENT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(moment(found.group(), zone)));
    }

    private static String moment(String written, ZoneId zone) {
        try {
            return WHEN.format(Instant.parse(written).atZone(zone));
        } catch (DateTimeException e) {
            return written;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
