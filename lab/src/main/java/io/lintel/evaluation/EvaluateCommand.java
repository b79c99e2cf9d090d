package io.lintel.evaluation;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.benchmark.Report;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.cli.ReportPrinter;
import io.lintel.evaluation.html.HtmlReport;
import io.lintel.evaluation.pad.LeaveOneOut;
import io.lintel.evaluation.pad.PadDataset;
import io.lintel.evaluation.pad.PadEvaluation;
import io.lintel.evaluation.pad.PadOptions;
import io.lintel.evaluation.recognition.RecognitionOptions;
import io.lintel.evaluation.recognition.RecognitionResult;
import io.lintel.evaluation.recognition.RecognitionRun;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code make evaluate}: needs neither database nor camera. */
@Command(
        name = "evaluate",
        description = {
            "Measure recognition (--data) or presentation attack detection (--pad) on a folder of labelled pictures.",
            "--data reads a folder of people (one folder each), a CSV (identity,path,role), LFW's pairs.txt, or a folder with",
            "lfw.csv, nuaa.csv (subject,path,label,session) and negatives.csv (path,kind). The whole of LFW takes some minutes.",
            "--pad takes stills and clips of anybody. What a file shows stands in any *.csv with the columns path and label",
            "(also subject, session), or at the beginning of its own or its folder's name: live_anna_1.mp4, print/anna/2.jpg,",
            "anna/replay.mkv. live, genuine, real and bonafide are live people; in names print, paper, photo, cutout, replay,",
            "screen, display, monitor, phone, tablet, laptop, mask, attack, spoof and fake are attacks; a label in a list may be",
            "any other type of attack. docs/EVALUATION.md has examples and says what the figures mean."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final int PROGRESS_STEP = 100;

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The data set of people, or the folder of the data sets.")
    @Nullable
    Path data;

    @Option(
            names = "--pad",
            paramLabel = "FOLDER",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Attack detection on this folder, by frames and by whole visits; without a folder on that of --data.")
    @Nullable
    Path attacks;

    @Option(
            names = "--strangers",
            paramLabel = "FOLDER",
            description =
                    "Strangers among people who resemble each other: each person of this folder left out in turn, the others enrolled"
                            + " from three live stills; every live clip from every starting point, before and with the rules of now.")
    @Nullable
    Path strangers;

    @Option(
            names = "--stride",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "With --pad and --strangers: frames from one starting point of a clip to the next. Default: every frame.")
    int stride;

    @Option(
            names = "--least",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "With --pad: how much of a clip a starting point leaves. Default: 3.")
    double least;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "With --pad: the liveness level in force, between 0 and 1. Default: the door's usual one.")
    @Nullable
    Double level;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description =
                    "With --pad: write what each liveness network says about each frame to this file, tab-separated.")
    @Nullable
    Path scores;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "With --data: write the report with its plots to this file.")
    @Nullable
    Path html;

    @Mixin
    RecognitionOptions recognition = new RecognitionOptions();

    @Option(names = "--mirror", description = "Average each embedding with the mirrored face's.")
    boolean mirror;

    /** @param progress where to say how far it is: standard error, not the answer's stream */
    public EvaluateCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        if (strangers != null) {
            FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
            ReportPrinter.answer(
                    new LeaveOneOut(installed, progress(), stride).run(PadDataset.read(strangers)), console);
            return ExitCode.OK;
        }
        Path folder = attacks != null && !attacks.toString().isEmpty() ? attacks : data;
        if (folder == null) {
            throw new LintelException(
                    "evaluate needs a folder of labelled pictures",
                    "add --data FOLDER, --pad FOLDER or --strangers FOLDER");
        }
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        List<Report> reports = attacks != null
                ? new PadEvaluation(installed, progress(), options(installed)).run(PadDataset.read(folder))
                : recognition(folder, installed);
        ReportPrinter.answer(reports, console);
        return ExitCode.OK;
    }

    private PadOptions options(FaceModels installed) {
        AccessSettings settings = AccessSettings.of(installed.embedderProfile());
        return new PadOptions(
                level == null ? settings : settings.withLiveness(LivenessPolicy.Required.at(level)),
                stride,
                least,
                scores);
    }

    private List<Report> recognition(Path folder, FaceModels installed) {
        List<Report> reports = new ArrayList<>();
        Path people = folder.resolve("lfw.csv");
        boolean several = Files.exists(people)
                || Files.exists(folder.resolve("nuaa.csv"))
                || Files.exists(folder.resolve("negatives.csv"));
        try (FaceAnalyzer analyzer =
                new OnnxFaceAnalyzer(installed, FaceSettings.stills().withMirrorAverage(mirror))) {
            if (Files.exists(folder.resolve("negatives.csv"))) {
                reports.add(new NegativesEvaluation(analyzer, progress()).run(folder));
            }
            if (Files.exists(folder.resolve("nuaa.csv"))) {
                reports.add(new NuaaEvaluation(analyzer, progress()).run(folder));
            }
        }
        if (!several || Files.exists(people)) {
            RecognitionResult result =
                    new RecognitionRun(installed, recognition, progress).evaluate(several ? people : folder, mirror);
            reports.addAll(result.reports());
            write(result);
        }
        return reports;
    }

    private void write(RecognitionResult result) {
        if (html == null) {
            return;
        }
        try {
            Files.writeString(html, new HtmlReport(result).document(LocalDate.now(ZoneOffset.UTC)));
        } catch (IOException e) {
            throw new LintelException(
                    "the report cannot be written to " + html + ": " + e.getMessage(),
                    "name another file with --html",
                    e);
        }
    }

    private Progress progress() {
        Map<String, Integer> done = new HashMap<>();
        return (part, total) -> {
            int now = done.merge(part, 1, Integer::sum);
            if (now % Math.min(PROGRESS_STEP, Math.max(1, total / 4)) == 0) {
                progress.println(part + " " + now + " of " + total);
                progress.flush();
            }
        };
    }
}
