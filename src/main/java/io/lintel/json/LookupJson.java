package io.lintel.json;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.face.BoundingBox;
import io.lintel.service.AnalysedFace;
import io.lintel.service.EntryService;
import io.lintel.service.LookupResult;
import io.lintel.system.LintelException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of lookups. */
public final class LookupJson {

    private LookupJson() {}

    /**
     * @param falseMatchRate per comparison at the threshold
     * @param measured false when that rate is an estimate beyond what was measured
     * @param population on whom it was measured, in words
     */
    @RegisterForReflection
    public record Threshold(double threshold, double falseMatchRate, boolean measured, String population) {

        static Threshold of(OperatingPoint point) {
            return new Threshold(point.threshold(), point.fmr(), point.measured(), point.population());
        }
    }

    /**
     * What the door would do with the person at this moment.
     *
     * @param reason as in the log, such as out-of-schedule; door-fault when the door does not work; null when they may enter
     */
    @RegisterForReflection
    public record Entry(boolean mayEnter, @Nullable String reason, String detail) {

        static Entry of(EntryService.Entry entry) {
            return new Entry(entry.mayEnter(), entry.reason(), entry.detail());
        }
    }

    /**
     * @param box left, top, width, height in pixels of the photo as it was looked at
     * @param liveness of this one picture, 0 to 1; null without liveness models
     */
    @RegisterForReflection
    public record FaceFacts(
            List<Integer> box,
            List<String> qualityFlaws,
            @Nullable Double liveness) {

        static FaceFacts of(AnalysedFace face) {
            BoundingBox box = face.face().box();
            return new FaceFacts(
                    List.of(
                            Math.round(box.x()),
                            Math.round(box.y()),
                            Math.round(box.width()),
                            Math.round(box.height())),
                    face.quality().flaws().stream().sorted().map(Enum::name).toList(),
                    face.liveness().isPresent() ? face.liveness().getAsDouble() : null);
        }
    }

    @RegisterForReflection
    public record Verified(
            boolean match, long person, String name, double score, Threshold threshold, FaceFacts face, Entry entry) {

        public static Verified of(LookupResult.Verification answer) {
            return new Verified(
                    answer.isMatch(),
                    answer.person().id().value(),
                    answer.person().name().value(),
                    answer.score(),
                    Threshold.of(answer.point()),
                    FaceFacts.of(answer.face()),
                    Entry.of(answer.entry()));
        }
    }

    @RegisterForReflection
    public record Compared(boolean match, double score, Threshold threshold, FaceFacts first, FaceFacts second) {

        public static Compared of(LookupResult.Comparison answer) {
            return new Compared(
                    answer.isMatch(),
                    answer.score(),
                    Threshold.of(answer.point()),
                    FaceFacts.of(answer.first()),
                    FaceFacts.of(answer.second()));
        }
    }

    /** @param persons the size of the gallery; 0 when no photo shows a face */
    @RegisterForReflection
    public record Identified(List<Photo> photos, int persons) {

        public static Identified of(List<LookupResult.Photo> answers) {
            int persons = answers.stream()
                    .flatMap(photo -> photo.faces().stream())
                    .mapToInt(face -> face.point().comparisons())
                    .findFirst()
                    .orElse(0);
            return new Identified(answers.stream().map(Photo::of).toList(), persons);
        }
    }

    /** @param error why there is no answer; null when there is one */
    @RegisterForReflection
    public record Photo(
            String file,
            List<IdentifiedFace> faces,
            @Nullable String error,
            @Nullable String remedy) {

        static Photo of(LookupResult.Photo photo) {
            LintelException problem = photo.problem();
            return new Photo(
                    photo.label(),
                    photo.faces().stream().map(IdentifiedFace::of).toList(),
                    problem == null ? null : problem.getMessage(),
                    problem == null ? null : problem.remedy());
        }
    }

    /**
     * @param verdict known, ambiguous or not-in-database
     * @param person null unless known
     * @param falsePositiveRate chance that a stranger's visit would be taken for somebody
     * @param entry null unless known
     */
    @RegisterForReflection
    public record IdentifiedFace(
            String verdict,
            @Nullable Long person,
            @Nullable String name,
            List<CandidateScore> candidates,
            Threshold threshold,
            double falsePositiveRate,
            FaceFacts face,
            @Nullable Entry entry) {

        static IdentifiedFace of(LookupResult.Identification face) {
            boolean known = face.verdict() == LookupResult.Verdict.KNOWN;
            List<CandidateScore> candidates =
                    face.candidates().stream().map(CandidateScore::of).toList();
            return new IdentifiedFace(
                    face.verdict().word(),
                    known ? candidates.getFirst().person() : null,
                    known ? candidates.getFirst().name() : null,
                    candidates,
                    Threshold.of(face.point()),
                    face.point().fpir(),
                    FaceFacts.of(face.face()),
                    face.entry() == null ? null : Entry.of(face.entry()));
        }
    }

    @RegisterForReflection
    public record CandidateScore(long person, String name, double score) {

        static CandidateScore of(LookupResult.Named named) {
            return new CandidateScore(
                    named.candidate().person().value(),
                    named.name(),
                    named.candidate().score());
        }
    }
}
