package io.lintel.admin.people;

import io.lintel.admin.log.EventView;
import io.lintel.admin.page.DisplayTime;
import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.ValiditySpan;
import io.lintel.system.Counted;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A person's page.
 *
 * @param events what the log says of the person last
 * @param schedules in force for the person
 * @param alike whom the door may take the person for
 * @param mayEdit whether the caller may change and delete the person
 */
@TemplateData
public record PersonView(
        PersonCard card,
        Facts facts,
        List<TemplateView> templates,
        List<EventView> events,
        List<String> groups,
        List<String> schedules,
        List<Alike> alike,
        boolean pin,
        boolean mayEdit,
        boolean disabled) {

    /** Somebody else. */
    @TemplateData
    public record Alike(long id, String name) {}

    public int portraits() {
        return (int) templates.stream()
                .filter(template -> !template.portrait().isEmpty())
                .count();
    }

    /** What is written about a person, as text. */
    @TemplateData
    public record Facts(
            String note,
            String created,
            String validity,
            String consent,
            String purpose,
            String version,
            String kept,
            String ends) {

        static Facts of(Person person, Optional<Instant> ends, ZoneId zone) {
            Consent given = person.consent();
            return new Facts(
                    person.note(),
                    DisplayTime.text(person.created(), zone),
                    validity(person.validity(), zone),
                    given == null ? "" : DisplayTime.text(given.given(), zone),
                    given == null ? "" : given.purpose(),
                    given == null ? "" : given.version(),
                    given == null ? "" : Counted.of(given.keepDays(), "day") + " after the last visit",
                    ends.map(end -> DisplayTime.text(end, zone)).orElse(""));
        }

        private static String validity(ValiditySpan span, ZoneId zone) {
            if (span.from() == null && span.until() == null) {
                return "without limit";
            }
            String from = span.from() == null ? "" : "from " + moment(span.from(), zone);
            String until = span.until() == null ? "" : "until " + lastMoment(span.until(), zone);
            return (from + " " + until).strip();
        }

        private static String moment(Instant at, ZoneId zone) {
            boolean midnight =
                    at.equals(at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
            return midnight ? at.atZone(zone).toLocalDate().toString() : DisplayTime.text(at, zone);
        }

        /** The end of a day is that day's. */
        private static String lastMoment(Instant until, ZoneId zone) {
            boolean midnight = until.equals(
                    until.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
            return midnight
                    ? "the end of "
                            + until.minus(Duration.ofMillis(1)).atZone(zone).toLocalDate()
                    : DisplayTime.text(until, zone);
        }
    }
}
