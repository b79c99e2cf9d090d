package io.lintel.evaluation.pad;

import io.lintel.benchmark.Report;
import io.lintel.evaluation.Progress;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures attack detection on a data set: frames by the networks' scores, clips by the door's own rules. Every file is analysed once. */
public final class PadEvaluation {

    private final FaceModels models;
    private final Progress progress;
    private final PadOptions options;

    public PadEvaluation(FaceModels models, Progress progress, PadOptions options) {
        this.models = models;
        this.progress = progress;
        this.options = options;
    }

    /** @throws LintelException if no file can be read, or no liveness network is installed */
    public List<Report> run(PadDataset data) {
        if (models.liveness().isEmpty()) {
            throw new LintelException("there is no liveness model to measure", "fetch the models: lintel models fetch");
        }
        List<String> missing = new ArrayList<>(data.remarks());
        List<AnalysedPresentation> stills = analyse(data.stills(), FaceSettings.stills(), missing);
        List<AnalysedPresentation> clips = analyse(data.clips(), FaceSettings.live(), missing);
        if (options.scores() != null) {
            write(options.scores(), stills, clips);
        }
        List<Report> reports = new ArrayList<>();
        reports.add(new Report(
                "Data set " + data.folder().toAbsolutePath().normalize().getFileName(), List.of(), List.of(), missing));
        frames(stills, "stills", reports);
        frames(clips, "clips", reports);
        if (clips.isEmpty()) {
            reports.add(new Report(
                    "At the door", List.of(), List.of(), List.of("whole visits: there is no clip, only stills")));
        } else {
            visits(stills, clips, reports);
        }
        return reports;
    }

    private List<AnalysedPresentation> analyse(List<Presentation> files, FaceSettings settings, List<String> missing) {
        List<AnalysedPresentation> analysed = new ArrayList<>();
        List<LintelException> failures = new ArrayList<>();
        try (FaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, settings)) {
            for (Presentation file : files) {
                try {
                    analysed.add(AnalysedPresentation.of(file, analyzer));
                } catch (LintelException e) {
                    failures.add(e);
                    missing.add(e.getMessage());
                }
                progress.step(file.isClip() ? "clips" : "stills", files.size());
            }
        }
        if (analysed.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        return analysed;
    }

    private void frames(List<AnalysedPresentation> files, String what, List<Report> reports) {
        if (!files.isEmpty()) {
            FrameReport frames = new FrameReport(files, options.level());
            reports.add(frames.report(what, models.ids()));
            frames.curve(what).ifPresent(reports::add);
        }
    }

    private void visits(List<AnalysedPresentation> stills, List<AnalysedPresentation> clips, List<Report> reports) {
        ClipEnrolment enrolment = new ClipEnrolment(stills, clips);
        List<ClipVisits> visits = new ArrayList<>();
        for (AnalysedPresentation clip : clips) {
            visits.add(ClipVisits.play(
                    clip, enrolment.of(clip), options.settings(), options.stride(), options.leastSeconds()));
            progress.step("visits", clips.size());
        }
        VisitReport report = new VisitReport(visits);
        String played = String.format(
                Locale.ROOT,
                "Each clip played from its first frame and from every %sframe that leaves %.1f s of it, at a door without a screen; liveness %s.",
                options.stride() == 1 ? "" : options.stride() + "th ",
                options.leastSeconds(),
                options.settings().liveness().describe());
        reports.add(
                report.report(
                        models.ids(),
                        List.of(
                                played,
                                "Intervals: shares Wilson, 95 %, each clip one independent trial; times bootstrap over clips, 95 %.")));
        reports.add(report.clipByClip());
    }

    private void write(Path file, List<AnalysedPresentation> stills, List<AnalysedPresentation> clips) {
        List<String> networks =
                models.liveness().stream().map(model -> model.spec().id()).toList();
        try (ScoresFile out = new ScoresFile(file, networks)) {
            stills.forEach(each -> each.scores().forEach(out::add));
            clips.forEach(each -> each.scores().forEach(out::add));
        }
    }
}
