package io.lintel.admin.people;

import io.lintel.gallery.Person;
import io.lintel.gallery.PersonStatus;
import io.lintel.gallery.PersonSummary;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list.
 *
 * @param portrait address of the picture; empty where there is none, then the initials stand for it
 */
@TemplateData
public record PersonCard(
        long id, String name, String initials, String colour, String portrait, StatusBadge status, int templates) {

    private static final int COLOURS = 6;

    /** @param mustEnrolAgain without a template of the embedder in use */
    static PersonCard of(PersonSummary summary, boolean mustEnrolAgain, Instant now) {
        return of(summary.person(), summary.templates(), summary.portrait(), mustEnrolAgain, now);
    }

    static PersonCard of(Person person, int templates, @Nullable Long portrait, boolean mustEnrolAgain, Instant now) {
        long id = person.id().value();
        return new PersonCard(
                id,
                person.name().value(),
                initials(person.name().value()),
                "hue-" + id % COLOURS,
                portrait == null ? "" : "/admin/people/" + id + "/portraits/" + portrait,
                mustEnrolAgain ? StatusBadge.MUST_ENROL_AGAIN : StatusBadge.of(person.status(now)),
                templates);
    }

    public boolean hasPortrait() {
        return !portrait.isEmpty();
    }

    /** The first letter of the first and of the last word. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase(java.util.Locale.ROOT);
    }

    private static String first(String word) {
        return word.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A person's status as pages show it. */
    @TemplateData
    public record StatusBadge(String word, String style) {

        /** Comes first: whatever else holds, the door does not know the person. */
        static final StatusBadge MUST_ENROL_AGAIN = new StatusBadge("must enrol again", "warning");

        static StatusBadge of(PersonStatus status) {
            return switch (status) {
                case ACTIVE -> new StatusBadge("active", "good");
                case DISABLED -> new StatusBadge("disabled", "bad");
                case NOT_YET_VALID -> new StatusBadge("not yet valid", "warning");
                case EXPIRED -> new StatusBadge("expired", "warning");
            };
        }
    }
}
