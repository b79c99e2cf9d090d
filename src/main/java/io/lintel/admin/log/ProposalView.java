package io.lintel.admin.log;

import io.lintel.gallery.Person;
import io.lintel.service.visit.TemplateProposal;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A proposed template for its page.
 *
 * @param summary what it means, in a sentence
 * @param nearest whom the person then comes nearest to; empty for nobody
 * @param good whether it brings nobody else nearer
 */
@TemplateData
public record ProposalView(
        long visit,
        long person,
        String name,
        String threshold,
        String summary,
        List<Line> visits,
        List<Line> strangers,
        String othersBefore,
        String othersAfter,
        String nearest,
        boolean good) {

    /** A visit's score. @param row of the log */
    @TemplateData
    public record Line(long row, String before, String after) {}

    static ProposalView of(TemplateProposal proposal) {
        Person nearest = proposal.nearest();
        return new ProposalView(
                proposal.visit(),
                proposal.person().id().value(),
                proposal.person().name().toString(),
                text(proposal.threshold()),
                summary(proposal),
                lines(proposal.visits()),
                lines(proposal.strangers()),
                text(proposal.othersBefore()),
                text(proposal.othersAfter()),
                nearest == null ? "" : nearest.name().toString(),
                !proposal.bringsOthersNearer());
    }

    private static String summary(TemplateProposal proposal) {
        String own = proposal.visits().isEmpty()
                ? "No other visit of theirs is confirmed and has a picture, so nobody can tell what it is worth."
                : proposal.reachedAfter() + " of " + proposal.visits().size()
                        + " confirmed visits reach the threshold with it, " + proposal.reachedBefore() + " without it.";
        return own
                + (proposal.bringsOthersNearer()
                        ? " It brings somebody else nearer."
                        : " It brings nobody else nearer.");
    }

    private static List<Line> lines(List<TemplateProposal.Change> changes) {
        return changes.stream()
                .map(each -> new Line(each.row(), text(each.before()), text(each.after())))
                .toList();
    }

    private static String text(OptionalDouble score) {
        return score.isPresent() ? text(score.getAsDouble()) : "-";
    }

    private static String text(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
