package io.lintel.admin.probe;

import io.lintel.access.evidence.OperatingPoint;
import io.lintel.admin.probe.LookupView.Fact;
import io.lintel.admin.probe.LookupView.Row;
import io.lintel.face.QualityFlaw;
import io.lintel.service.AnalysedFace;
import io.lintel.service.EntryService;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupResult;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what was found out. */
@Singleton
public class LookupPresenter {

    private final TemporaryImages crops;
    private final FaceLookupService lookups;

    LookupPresenter(TemporaryImages crops, FaceLookupService lookups) {
        this.crops = crops;
        this.lookups = lookups;
    }

    LookupView of(LookupResult.Verification answer) {
        String name = answer.person().name().value();
        boolean match = answer.isMatch();
        return new LookupView(
                match ? style(answer.entry()) : "bad",
                "",
                match ? "This is " + name : "Not this person: the photo does not show " + name,
                match
                        ? "The score reaches the threshold. " + sentence(answer.entry())
                        : "The score stays below the threshold.",
                percent(answer.score()),
                percent(answer.point().threshold()),
                List.of(crops.keep(answer.face().chip())),
                facts(answer.score(), answer.point(), List.of(answer.face()), false),
                List.of(),
                remarks(List.of(answer.face())));
    }

    LookupView of(LookupResult.Comparison answer) {
        boolean match = answer.isMatch();
        List<AnalysedFace> both = List.of(answer.first(), answer.second());
        return new LookupView(
                match ? "good" : "bad",
                "",
                match ? "The same person" : "Not the same person",
                match
                        ? "The two faces are as alike as two pictures of one person are."
                        : "The two faces are less alike than pictures of one person have to be.",
                percent(answer.score()),
                percent(answer.point().threshold()),
                both.stream().map(probe -> crops.keep(probe.chip())).toList(),
                facts(answer.score(), answer.point(), both, false),
                List.of(),
                remarks(both));
    }

    /** One a face; a picture without any, or without an answer, has one too. */
    List<LookupView> of(LookupResult.Photo photo) {
        if (photo.problem() != null) {
            return List.of(plain(
                    "bad",
                    photo.label(),
                    String.valueOf(photo.problem().getMessage()),
                    "What to do: " + photo.problem().remedy() + "."));
        }
        if (photo.faces().isEmpty()) {
            return List.of(plain(
                    "warning",
                    photo.label(),
                    "No face found",
                    "Use a photo in which the face is large, from the front and in even light."));
        }
        return photo.faces().stream().map(face -> of(face, photo.label())).toList();
    }

    private LookupView of(LookupResult.Identification answer, String about) {
        OperatingPoint point = answer.point();
        if (answer.candidates().isEmpty()) {
            return plain("warning", about, "Nobody is enrolled", "Enrol people first; then faces can be looked up.");
        }
        LookupResult.Named best = answer.candidates().getFirst();
        double score = best.candidate().score();
        String style = switch (answer.verdict()) {
            case KNOWN -> style(answer.entry());
            case AMBIGUOUS -> "warning";
            case NOT_IN_DATABASE -> "bad";
        };
        String headline = switch (answer.verdict()) {
            case KNOWN -> "This is " + best.name();
            case AMBIGUOUS ->
                "Not clear: " + best.name() + " or "
                        + answer.candidates().get(1).name();
            case NOT_IN_DATABASE -> "Not in the database";
        };
        String detail = switch (answer.verdict()) {
            case KNOWN ->
                "The best score reaches the threshold and leads the next by enough. " + sentence(answer.entry());
            case AMBIGUOUS -> "The two best scores lie closer together than " + two(answer.margin()) + ".";
            case NOT_IN_DATABASE -> "Nobody enrolled scores as high as the threshold.";
        };
        return new LookupView(
                style,
                about,
                headline,
                detail,
                percent(score),
                percent(point.threshold()),
                List.of(crops.keep(answer.face().chip())),
                facts(score, point, List.of(answer.face()), true),
                answer.candidates().stream()
                        .map(each -> new Row(
                                each.candidate().person().value(),
                                each.name(),
                                three(each.candidate().score()),
                                percent(each.candidate().score()),
                                each.candidate().score() >= point.threshold()))
                        .toList(),
                remarks(List.of(answer.face())));
    }

    private static String style(EntryService.@Nullable Entry entry) {
        return entry == null || entry.mayEnter() ? "good" : "warning";
    }

    private static String sentence(EntryService.@Nullable Entry entry) {
        if (entry == null) {
            return "";
        }
        return entry.mayEnter()
                ? "The door would open for them: " + entry.detail() + "."
                : "The door would keep them out: " + entry.detail() + ".";
    }

    private static LookupView plain(String style, String about, String headline, String detail) {
        return new LookupView(style, about, headline, detail, 0, 0, List.of(), List.of(), List.of(), List.of());
    }

    private List<Fact> facts(double score, OperatingPoint point, List<AnalysedFace> probes, boolean search) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Score", three(score) + " (threshold in force: " + three(point.threshold()) + ")"));
        double rate = lookups.falseMatchRate(score);
        facts.add(new Fact("What the score means", meaning(rate)));
        facts.add(new Fact(
                "False match rate",
                "at the threshold one of " + oneIn(point.fmr()) + " comparisons with strangers would match"
                        + (point.measured() ? "" : " (an estimate beyond what was measured)")
                        + ", judged by " + point.population()));
        if (search) {
            facts.add(new Fact(
                    "In this gallery",
                    (point.comparisons() == 1 ? "of one person" : "of " + point.comparisons() + " people")
                            + ", about one of " + oneIn(point.fpir())
                            + " strangers’ visits would be taken for somebody"));
        }
        String liveness = probes.stream()
                .flatMap(probe -> probe.liveness().stream().boxed())
                .map(LookupPresenter::two)
                .collect(Collectors.joining(" and "));
        facts.add(new Fact(
                "Looks live",
                liveness.isEmpty()
                        ? "cannot be told: no liveness network is installed"
                        : liveness + " of 1, from one picture, which says less than a visit"));
        return facts;
    }

    static String meaning(double falseMatchRate) {
        return falseMatchRate >= 0.5
                ? "two strangers score so high in most comparisons: it says nothing"
                : "two strangers score so high in at most about one of " + oneIn(falseMatchRate) + " comparisons";
    }

    private static List<String> remarks(List<AnalysedFace> probes) {
        return probes.stream()
                .flatMap(probe -> probe.quality().flaws().stream())
                .distinct()
                .sorted()
                .map(LookupPresenter::remark)
                .toList();
    }

    private static String remark(QualityFlaw flaw) {
        return "The face is " + flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int percent(double score) {
        return (int) Math.round(100 * Math.clamp(score, 0, 1));
    }

    private static String oneIn(double rate) {
        return rate <= 0 ? "very many" : String.format(Locale.ENGLISH, "%,d", significant(1 / rate));
    }

    /** Two digits are all that is known. */
    private static long significant(double value) {
        double scale = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
        return Math.round(Math.round(value / scale) * scale);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
