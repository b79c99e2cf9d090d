package io.lintel.service.visit;

import io.lintel.gallery.Person;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one more template would change, before it is one. Scores are plain cosines of single pictures with the mean of the person's templates; the door decides by
 * several, and never by more than the cosine.
 *
 * @param visit the row of the log whose picture it is
 * @param threshold in force
 * @param visits confirmed visits of this person of which there is a picture, without the proposed one
 * @param strangers visits that were confirmed not to be theirs
 * @param othersBefore highest cosine of the person's mean with anybody else's; empty where nobody else is enrolled
 * @param nearest who that is afterwards; null for nobody
 */
public record TemplateProposal(
        long visit,
        Person person,
        double threshold,
        List<Change> visits,
        List<Change> strangers,
        OptionalDouble othersBefore,
        OptionalDouble othersAfter,
        @Nullable Person nearest) {

    public TemplateProposal {
        visits = List.copyOf(visits);
        strangers = List.copyOf(strangers);
    }

    /** The score of a visit's picture. @param row of the log */
    public record Change(long row, double before, double after) {}

    /** How many of their own visits reach the threshold. */
    public long reachedBefore() {
        return visits.stream().filter(each -> each.before() >= threshold).count();
    }

    public long reachedAfter() {
        return visits.stream().filter(each -> each.after() >= threshold).count();
    }

    /** Whether somebody else would come nearer to the person, or over the threshold, than now. */
    public boolean bringsOthersNearer() {
        return othersAfter.orElse(-1) > othersBefore.orElse(-1) + 1e-3
                || strangers.stream().anyMatch(each -> each.after() > each.before() + 1e-3);
    }
}
