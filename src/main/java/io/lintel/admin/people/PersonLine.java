package io.lintel.admin.people;

import io.lintel.admin.page.DisplayTime;
import io.lintel.gallery.PersonSummary;
import io.lintel.schedule.Assignment;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

/**
 * A person in the list.
 *
 * @param groups names, joined; empty for none
 * @param validUntil the last day; empty without end
 * @param lastVisit when the person was let in last; empty for never
 * @param ordinary whether nothing keeps the person out, so that nothing need be said
 */
@TemplateData
public record PersonLine(PersonCard card, String groups, String validUntil, String lastVisit, boolean ordinary) {

    static PersonLine of(PersonSummary summary, boolean mustEnrolAgain, Assignment access, Instant now, ZoneId zone) {
        Instant until = summary.person().validity().until();
        PersonCard card = PersonCard.of(summary, mustEnrolAgain, now);
        return new PersonLine(
                card,
                access.groups().stream().map(group -> group.name().value()).collect(Collectors.joining(", ")),
                until == null
                        ? ""
                        : until.minus(Duration.ofMillis(1))
                                .atZone(zone)
                                .toLocalDate()
                                .toString(),
                summary.lastVisit() == null ? "" : DisplayTime.text(summary.lastVisit(), zone),
                card.status().style().equals("good"));
    }
}
