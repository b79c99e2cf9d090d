package io.lintel.admin.people;

import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.service.FaceLookupService;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Somebody enrolled whom a new person looks like.
 *
 * @param score cosine similarity, as text; empty where only the name is the same
 * @param meaning what the score means as a false match rate
 */
@TemplateData
public record LookAlikeView(PersonCard person, String score, String meaning) {

    static List<LookAlikeView> of(List<EnrolmentWarning> warnings, People people, FaceLookupService lookups) {
        return warnings.stream()
                .map(warning -> switch (warning) {
                    case EnrolmentWarning.LookAlike(Person other, double score) ->
                        new LookAlikeView(
                                card(other, people),
                                String.format(Locale.ROOT, "%.2f", score),
                                meaning(score, lookups));
                    case EnrolmentWarning.SameName(Person other) ->
                        new LookAlikeView(card(other, people), "", "has the same name");
                })
                .toList();
    }

    private static PersonCard card(Person person, People people) {
        Long portrait = people.portraits(person.id()).stream().findFirst().orElse(null);
        return PersonCard.of(
                person,
                people.templates(person.id()).size(),
                portrait,
                people.mustEnrolAgain(person.id()),
                Instant.now());
    }

    /** In words for somebody who has never heard of a false match rate. */
    private static String meaning(double score, FaceLookupService lookups) {
        double rate = lookups.falseMatchRate(score);
        return rate >= 1e-3
                ? String.format(Locale.ROOT, "of 10,000 pairs of different people %.0f look so much alike", rate * 1e4)
                : "of a million pairs of different people "
                        + (rate * 1e6 < 1 ? "less than one looks" : Math.round(rate * 1e6) + " look")
                        + " so much alike";
    }
}
