package io.lintel.cli;

import static java.util.Objects.requireNonNull;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.evaluation.DoorVisits;
import io.lintel.evaluation.LfwEvaluation;
import io.lintel.evaluation.NegativesEvaluation;
import io.lintel.evaluation.NuaaEvaluation;
import io.lintel.evaluation.Progress;
import io.lintel.evaluation.ReplayVideos;
import io.lintel.evaluation.Report;
import io.lintel.evaluation.pad.PadDataset;
import io.lintel.evaluation.pad.PadEvaluation;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel evaluate}: needs neither database nor camera. */
@Command(
        name = "evaluate",
        description = {
            "Measure recognition and attack detection on a folder of pictures with known people.",
            "Reads lfw.csv (identity,path,role), nuaa.csv (subject,path,label,session) and negatives.csv (path,kind),",
            "whichever are there. The whole of LFW takes some minutes."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final int PROGRESS_STEP = 100;

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(names = "--data", paramLabel = "FOLDER", required = true, description = "The folder of the data sets.")
    @Nullable
    Path data;

    @Option(names = "--pad", description = "Only attack detection, in full: nuaa.csv, door_clips, videos.csv.")
    boolean attacksOnly;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "With --pad: write what each liveness network says about each frame to this file, tab-separated.")
    @Nullable
    Path scores;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Only the first N people of lfw.csv. Default: all.")
    int people;

    @Option(names = "--mirror", description = "Average each embedding with the mirrored face's.")
    boolean mirror;

    /** @param progress where to say how far it is: standard error, not the answer's stream */
    EvaluateCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        Path folder = requireNonNull(data);
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        if (scores != null) {
            new PadEvaluation(installed, progress()).run(PadDataset.read(folder), scores).forEach(console::remark);
            return ExitCode.OK;
        }
        List<Report> reports = new ArrayList<>();
        try (FaceAnalyzer analyzer =
                new OnnxFaceAnalyzer(installed, FaceSettings.stills().withMirrorAverage(mirror))) {
            if (!attacksOnly && Files.exists(folder.resolve("negatives.csv"))) {
                reports.add(new NegativesEvaluation(analyzer, progress()).run(folder));
            }
            if (Files.exists(folder.resolve("nuaa.csv"))) {
                reports.add(new NuaaEvaluation(analyzer, progress(), attacksOnly).run(folder));
            }
            if (attacksOnly) {
                attacks(reports, folder, installed);
            }
            if (!attacksOnly && Files.exists(folder.resolve("lfw.csv"))) {
                reports.add(new LfwEvaluation(analyzer, progress()).run(folder, people));
            }
        }
        if (reports.isEmpty()) {
            throw new LintelException(
                    "there is nothing to evaluate in " + folder,
                    "point --data to a folder with "
                            + (attacksOnly ? "nuaa.csv" : "lfw.csv, nuaa.csv or negatives.csv"));
        }
        ReportPrinter.answer(reports, console);
        return ExitCode.OK;
    }

    /** Whole visits and replays, as the door's own analyzer sees them. */
    private void attacks(List<Report> reports, Path folder, FaceModels installed) {
        try (FaceAnalyzer door = new OnnxFaceAnalyzer(installed, FaceSettings.live())) {
            if (Files.isDirectory(folder.resolve("door_clips"))) {
                reports.add(new DoorVisits(door, progress(), LivenessPolicy.DEFAULT).run(folder));
            }
            if (Files.exists(folder.resolve("videos.csv"))) {
                reports.add(new ReplayVideos(door, LivenessPolicy.DEFAULT).run(folder));
            }
        }
    }

    private Progress progress() {
        int[] done = {0};
        return (part, total) -> {
            if (++done[0] % PROGRESS_STEP == 0) {
                progress.println(part + " " + done[0] + " of " + total);
                progress.flush();
            }
        };
    }
}
