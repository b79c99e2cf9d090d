package io.lintel.admin.tuning;

import io.lintel.gallery.Gallery;
import io.lintel.gallery.LookAlikePair;
import io.lintel.service.PersonNames;
import io.lintel.service.tuning.DoorVisit.Outcome;
import io.lintel.service.tuning.DoorVisits;
import io.lintel.service.tuning.PersonReview;
import io.lintel.service.tuning.TuningService;
import io.lintel.wiring.DecisionInForce;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the tuning page shows of this door and its people. Immutable.
 *
 * @param visits how many decisions with a comparison there were; @param granted of them let in
 * @param complete false where there were more than were looked at
 * @param choices places of the slider
 * @param question what a change would do that has to be confirmed first; empty for none
 * @param mayChange whether the caller may set the threshold
 * @param fixed why nobody can set it here; empty when it can be set
 * @param reviewed how many people are worth a look; the page shows the first of them
 */
@TemplateData
public record SiteView(
        int weeks,
        int visits,
        int granted,
        boolean complete,
        Chart histogram,
        List<ScoreRow> scores,
        List<ThresholdChoice> choices,
        String question,
        boolean mayChange,
        String fixed,
        List<ReviewRow> reviews,
        int reviewed,
        List<PairRow> pairs,
        PlaneView plane) {

    private static final int MOST_REVIEWS = 50;

    public int moreReviews() {
        return reviewed - reviews.size();
    }

    /** By whom all places of the slider are judged; empty where that differs from place to place. */
    public String population() {
        List<String> populations =
                choices.stream().map(ThresholdChoice::population).distinct().toList();
        return populations.size() == 1 ? populations.getFirst() : "";
    }

    /** Visits of a range of scores. */
    @TemplateData
    public record ScoreRow(String scores, int granted, int unknown, int refused) {}

    /** Somebody who is worth a look, and why. */
    @TemplateData
    public record ReviewRow(long person, String name, List<String> reasons) {}

    /** Two people whom the door may be unable to tell apart. @param score cosine of their templates */
    @TemplateData
    public record PairRow(long one, String oneName, long other, String otherName, String score) {}

    /** Who may set the threshold, and what they have sent. @param typed null when they have sent nothing */
    record Form(
            boolean mayChange,
            String fixed,
            String question,
            @Nullable String typed) {}

    static SiteView of(
            DecisionInForce force, TuningService tuning, Gallery gallery, PersonNames names, ZoneId zone, Form form) {
        DoorVisits visits = tuning.lastWeeks();
        List<PersonReview> reviews = tuning.review(visits, force.clearBy());
        List<LookAlikePair> pairs = gallery.lookAlikePairs();
        return new SiteView(
                TuningService.WEEKS,
                visits.visits().size(),
                visits.of(Outcome.GRANTED).size(),
                visits.complete(),
                VisitFigures.histogram(visits, force.point().threshold()),
                VisitFigures.rows(visits),
                ThresholdChoices.of(force, visits, form.typed()),
                form.question(),
                form.mayChange(),
                form.fixed(),
                reviews.stream()
                        .limit(MOST_REVIEWS)
                        .map(review -> new ReviewRow(
                                review.person().id().value(),
                                review.person().name().toString(),
                                review.weaknesses().stream()
                                        .map(weakness -> WeaknessText.of(weakness, zone))
                                        .toList()))
                        .toList(),
                reviews.size(),
                pairs.stream().map(pair -> row(pair, names)).toList(),
                PlaneView.of(gallery.map(PlaneView.MOST), pairs, names));
    }

    private static PairRow row(LookAlikePair pair, PersonNames names) {
        return new PairRow(
                pair.one().value(),
                names.of(pair.one().value()),
                pair.other().value(),
                names.of(pair.other().value()),
                String.format(Locale.ROOT, "%.2f", pair.score()));
    }
}
