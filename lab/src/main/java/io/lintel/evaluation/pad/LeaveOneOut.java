package io.lintel.evaluation.pad;

import io.lintel.access.AccessSettings;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.Progress;
import io.lintel.face.Embedding;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strangers among people who resemble each other: each person is left out of the gallery in turn, the others are enrolled from three live stills each, and
 * every live clip is played through the door's rules from every starting point: those of before (plain cosines, three of five) and those of now.
 */
public final class LeaveOneOut {

    private final FaceModels models;
    private final Progress progress;
    private final int stride;

    /** @param stride frames from one starting point to the next */
    public LeaveOneOut(FaceModels models, Progress progress, int stride) {
        this.models = models;
        this.progress = progress;
        this.stride = stride;
    }

    /** @throws LintelException if fewer than three people have live stills */
    public List<Report> run(PadDataset data) {
        List<AnalysedPresentation> stills = analyse(live(data.stills()), FaceSettings.stills());
        List<AnalysedPresentation> clips = analyse(live(data.clips()), FaceSettings.live()).stream()
                .map(AnalysedPresentation::withoutBystanders)
                .toList();
        Map<String, List<Embedding>> people = people(stills, clips);
        if (people.size() < 3) {
            throw new LintelException(
                    "only " + people.size() + " people have live stills to be enrolled from",
                    "add live stills of at least three people");
        }
        AccessSettings now = AccessSettings.of(models.embedderProfile());
        return List.of(
                play(
                        "before: plain cosines, three of five samples",
                        LeaveOneOutTally.before(now),
                        false,
                        people,
                        stills,
                        clips),
                play(
                        "now: what the site shares left out, scores near the threshold have to hold",
                        now,
                        true,
                        people,
                        stills,
                        clips));
    }

    private Report play(
            String rules,
            AccessSettings settings,
            boolean centred,
            Map<String, List<Embedding>> people,
            List<AnalysedPresentation> stills,
            List<AnalysedPresentation> clips) {
        LeaveOneOutTally tally = new LeaveOneOutTally(settings, stride);
        List<String> names = List.copyOf(people.keySet());
        for (String leftOut : names) {
            MemoryGallery gallery = centred ? MemoryGallery.asAtTheDoor() : MemoryGallery.byPlainCosine();
            people.forEach((name, shots) -> {
                if (!name.equals(leftOut)) {
                    gallery.enrol(new PersonId(1 + names.indexOf(name)), shots);
                }
            });
            stills.forEach(still -> tally.look(still, gallery, id(names, still, leftOut)));
            for (AnalysedPresentation clip : clips) {
                tally.visit(clip, gallery, id(names, clip, leftOut));
                progress.step("visits, " + rules, names.size() * clips.size());
            }
        }
        return tally.report(rules, names.size(), models.ids());
    }

    /** Number 0 is the stranger. */
    private static PersonId id(List<String> names, AnalysedPresentation shown, String leftOut) {
        String subject = shown.presentation().subject();
        return new PersonId(subject.equals(leftOut) ? 0 : 1 + names.indexOf(subject));
    }

    private static Map<String, List<Embedding>> people(
            List<AnalysedPresentation> stills, List<AnalysedPresentation> clips) {
        ClipEnrolment enrolment = new ClipEnrolment(stills, clips);
        Map<String, List<Embedding>> people = new LinkedHashMap<>();
        stills.stream()
                .map(still -> still.presentation().subject())
                .distinct()
                .sorted()
                .forEach(subject -> people.put(subject, enrolment.shots(subject)));
        people.values().removeIf(List::isEmpty);
        return people;
    }

    private static List<Presentation> live(List<Presentation> all) {
        return all.stream().filter(Presentation::isLive).toList();
    }

    private List<AnalysedPresentation> analyse(List<Presentation> files, FaceSettings settings) {
        List<AnalysedPresentation> analysed = new ArrayList<>();
        try (FaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, settings)) {
            for (Presentation file : files) {
                analysed.add(AnalysedPresentation.of(file, analyzer));
                progress.step(file.isClip() ? "clips" : "stills", files.size());
            }
        }
        return analysed;
    }
}
