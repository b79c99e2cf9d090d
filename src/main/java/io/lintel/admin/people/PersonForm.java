package io.lintel.admin.people;

import io.lintel.gallery.Consent;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.ValiditySpan;
import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a person, as typed, so that a refused form shows it again.
 *
 * @param validFrom the first day, such as 2026-12-31; empty for since always
 * @param validUntil the last day; empty for ever
 * @param consent whether the person has agreed
 */
@TemplateData
public record PersonForm(
        String name,
        String note,
        String validFrom,
        String validUntil,
        boolean consent,
        String purpose,
        String keepDays) {

    /** @param consentText what people agree to, as {@code lintel.people.consent-text} proposes it */
    static PersonForm empty(String consentText) {
        return new PersonForm("", "", "", "", false, consentText, Integer.toString(Consent.LONGEST_KEEP_DAYS));
    }

    static PersonForm of(Person person, String consentText, ZoneId zone) {
        Consent given = person.consent();
        Instant until = person.validity().until();
        return new PersonForm(
                person.name().value(),
                person.note(),
                day(person.validity().from(), zone),
                until == null ? "" : day(until.minus(Duration.ofMillis(1)), zone),
                given != null,
                given == null ? consentText : given.purpose(),
                Integer.toString(given == null ? Consent.LONGEST_KEEP_DAYS : given.keepDays()));
    }

    /** What a page shows of it, in a bounded length: ten thousand signs in one field help nobody. */
    PersonForm shortened() {
        return new PersonForm(
                cut(name, 300),
                cut(note, 3000),
                cut(validFrom, 20),
                cut(validUntil, 20),
                consent,
                cut(purpose, 1200),
                cut(keepDays, 10));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    PersonDraft draft(ZoneId zone, Instant now) {
        return new PersonDraft(new PersonName(name), note, validity(zone), consent(null, now));
    }

    /** The person after the change. A time of day that was set elsewhere stays where its day was not changed. */
    Person applied(Person person, ZoneId zone, Instant now) {
        PersonForm shown = of(person, purpose, zone);
        boolean sameDays = shown.validFrom.equals(validFrom.strip()) && shown.validUntil.equals(validUntil.strip());
        return person.withName(new PersonName(name))
                .withNote(note.replace("\r\n", "\n"))
                .withValidity(sameDays ? person.validity() : validity(zone))
                .withConsent(consent(person.consent(), now));
    }

    private ValiditySpan validity(ZoneId zone) {
        return validity(validFrom, validUntil, zone);
    }

    /** From the first day to the last one; each may be empty. @throws GalleryException if one of them is no day */
    static ValiditySpan validity(String from, String until, ZoneId zone) {
        LocalDate last = date(until, "last");
        LocalDate first = date(from, "first");
        if (first != null && last != null && last.isBefore(first)) {
            throw new GalleryException(
                    "The last day (" + last + ") is before the first (" + first + ")", "exchange the two");
        }
        return new ValiditySpan(
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable Consent consent(@Nullable Consent before, Instant now) {
        if (!consent) {
            return null;
        }
        try {
            int days = Integer.parseInt(keepDays.strip());
            return new Consent(before == null ? now : before.given(), purpose, days);
        } catch (NumberFormatException e) {
            throw new GalleryException(
                    "\"" + cut(keepDays, 20) + "\" is no number of days", "give the days as a whole number");
        }
    }

    private static @Nullable LocalDate date(String text, String which) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new GalleryException(
                    "The " + which + " day \"" + cut(text, 20) + "\" is no date", "write it as 2026-12-31");
        }
    }

    /** What a field holds that a browser may leave out. */
    static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static String day(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : moment.atZone(zone).toLocalDate().toString();
    }
}
