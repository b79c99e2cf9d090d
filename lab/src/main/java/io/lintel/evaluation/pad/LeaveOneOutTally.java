package io.lintel.evaluation.pad;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.face.Embedding;
import io.lintel.gallery.Identification;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Counts who is let in. Liveness is off: it would only hide what recognition does, and everybody shown is live. */
final class LeaveOneOutTally {

    /** The rules before this was measured: 0.65 whatever the site, no score had to hold. */
    static AccessSettings before(AccessSettings now) {
        return new AccessSettings(
                now.track(),
                now.distance(),
                withoutHolding(now.evidence()),
                now.threshold(),
                now.liveness(),
                now.visit(),
                now.challenge());
    }

    private static final double WITHIN_SECONDS = 3;
    private static final PersonId STRANGER = new PersonId(0);

    private final AccessSettings settings;
    private final int stride;
    private final ThresholdRule thresholds;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> strangers = new ArrayList<>();
    private final List<Double> enrolled = new ArrayList<>();
    private long visits;
    private long visitsInTime;
    private long visitsAsAnother;
    private long strangerVisits;
    private long strangersIn;
    private long clipsOfEnrolled;
    private long clipsOfStrangers;

    LeaveOneOutTally(AccessSettings settings, int stride) {
        this.settings = settings.withLiveness(new LivenessPolicy.Off());
        this.stride = stride;
        this.thresholds =
                new ThresholdRule(ThresholdTable.of(settings.threshold().embedder()), settings.threshold());
    }

    private static EvidenceSettings withoutHolding(EvidenceSettings usual) {
        return new EvidenceSettings(
                usual.votesNeeded(),
                usual.voters(),
                usual.voteSlack(),
                0,
                Duration.ZERO,
                usual.margin(),
                usual.longestPause(),
                usual.unknownAfter(),
                usual.unknownLooks(),
                usual.nearInterOcular(),
                usual.nearShare());
    }

    /** One still by itself. */
    void look(AnalysedPresentation still, MemoryGallery gallery, PersonId who) {
        still.embeddings().forEach(each -> single(each, gallery, who));
    }

    private void single(Embedding sample, MemoryGallery gallery, PersonId who) {
        Identification answer = gallery.identify(sample);
        if (answer.best() == null) {
            return;
        }
        double above = answer.best().score() - thresholds.of(answer).threshold();
        if (who.equals(STRANGER)) {
            strangers.add(above);
        } else {
            enrolled.add(answer.best().person().equals(who) ? above : -1);
        }
    }

    /** A clip, frame by frame and as visits from every starting point; somebody enrolled needs some time left to be let in. */
    void visit(AnalysedPresentation clip, MemoryGallery gallery, PersonId who) {
        clip.embeddings().forEach(each -> single(each, gallery, who));
        boolean stranger = who.equals(STRANGER);
        clipsOfStrangers += stranger ? 1 : 0;
        clipsOfEnrolled += stranger ? 0 : 1;
        double end = clip.seconds(clip.length() - 1);
        try (DoorRun door = new DoorRun(clip, gallery, settings)) {
            for (int from = 0; from < clip.length(); from += stride) {
                if (!stranger && from > 0 && end - clip.seconds(from) < WITHIN_SECONDS) {
                    return;
                }
                OptionalDouble opening = door.secondsToOpening(from);
                if (stranger) {
                    strangerVisits++;
                    strangersIn += opening.isPresent() ? 1 : 0;
                } else {
                    visits++;
                    visitsAsAnother += opening.isPresent() && !who.equals(door.granted()) ? 1 : 0;
                    visitsInTime += opening.isPresent() && opening.getAsDouble() <= WITHIN_SECONDS ? 1 : 0;
                    opening.ifPresent(seconds::add);
                }
            }
        }
    }

    Report report(String rules, int people, String models) {
        return new Report(
                "Each of " + people + " people left out in turn; " + rules + "; " + models,
                List.of(
                        Figure.of(
                                "strangers-in",
                                "strangers let in, of all starting points",
                                new Rate(strangersIn, strangerVisits, clipsOfStrangers)),
                        Figure.of(
                                "enrolled-in-3s",
                                "enrolled people let in within 3 s, of all starting points",
                                new Rate(visitsInTime, visits, clipsOfEnrolled)),
                        Figure.of(
                                "enrolled-as-another",
                                "enrolled people let in as somebody else",
                                new Rate(visitsAsAnother, visits, clipsOfEnrolled)),
                        Figure.of("seconds-median", "seconds to the grant, median", quantile(seconds, 0.5)),
                        Figure.of("seconds-p95", "seconds to the grant, 95th percentile", quantile(seconds, 0.95)),
                        Figure.of(
                                "strangers-samples",
                                "single samples of strangers at or above the threshold",
                                above(strangers)),
                        Figure.of(
                                "strangers-highest",
                                "highest sample of a stranger, relative to the threshold",
                                quantile(strangers, 1)),
                        Figure.of(
                                "enrolled-samples",
                                "single samples of enrolled people at or above the threshold",
                                above(enrolled)),
                        Figure.of(
                                "enrolled-1st",
                                "sample of an enrolled person, 1st percentile, relative to the threshold",
                                quantile(enrolled, 0.01))),
                List.of(
                        "Liveness off; the largest face of each frame only. Starting points of one clip are not independent: a clip counts once in the intervals.",
                        "Stills that somebody is enrolled from may be frames of that person's clips."));
    }

    private Rate above(List<Double> samples) {
        return new Rate(samples.stream().filter(each -> each >= 0).count(), samples.size());
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
