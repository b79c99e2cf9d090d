package io.lintel.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to show; what is null or empty does not restrict.
 *
 * @param from inclusive
 * @param to exclusive
 * @param text must occur in the details, the reason or the actor, in any case of letters
 */
public record AuditFilter(
        Set<AuditKind> kinds,
        @Nullable Long person,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    public static final AuditFilter ALL = new AuditFilter(Set.of(), null, null, null, null, null);

    public AuditFilter {
        kinds = Set.copyOf(kinds);
        text = text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    public AuditFilter withKinds(Set<AuditKind> wanted) {
        return new AuditFilter(wanted, person, reason, from, to, text);
    }

    public AuditFilter withPerson(long id) {
        return new AuditFilter(kinds, id, reason, from, to, text);
    }

    public AuditFilter withReason(String code) {
        return new AuditFilter(kinds, person, code, from, to, text);
    }

    public AuditFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new AuditFilter(kinds, person, reason, first, end, text);
    }

    public AuditFilter withText(String wanted) {
        return new AuditFilter(kinds, person, reason, from, to, wanted);
    }

    /** Whether an index alone finds the rows: at most one of person, reason and kinds, and no text. */
    boolean isIndexed() {
        boolean several = person != null ? reason != null || !kinds.isEmpty() : reason != null && !kinds.isEmpty();
        return !several && text == null;
    }

    /** All but the times, which the caller has looked up. */
    boolean matches(AuditEvent event) {
        return (kinds.isEmpty() || kinds.contains(event.kind()))
                && (person == null || person.equals(event.person()))
                && (reason == null || reason.equals(event.reason()))
                && textOccursIn(event);
    }

    private boolean textOccursIn(AuditEvent event) {
        return text == null
                || contains(event.details(), text)
                || contains(event.actor(), text)
                || (event.reason() != null && contains(event.reason(), text));
    }

    /** Without a copy in lower case of every row that is looked at: a search looks at thousands of them. */
    private static boolean contains(String value, String lowerCase) {
        int length = lowerCase.length();
        char first = lowerCase.charAt(0);
        char upper = Character.toUpperCase(first);
        for (int at = 0; at <= value.length() - length; at++) {
            char here = value.charAt(at);
            boolean begins = here == first || here == upper || (here > 127 && Character.toLowerCase(here) == first);
            if (begins && value.regionMatches(true, at, lowerCase, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
