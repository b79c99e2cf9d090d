package io.lintel.evaluation.calibration;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Report;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.cli.ReportPrinter;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.recognition.LabelErrors;
import io.lintel.evaluation.recognition.LabelledFace;
import io.lintel.evaluation.recognition.RecognitionOptions;
import io.lintel.evaluation.recognition.RecognitionRun;
import io.lintel.evaluation.statistics.Comparisons;
import io.lintel.evaluation.statistics.GeneralizedPareto;
import io.lintel.face.FaceModels;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.EmbedderProfileJson;
import io.lintel.model.EmbeddingSpec;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelStore;
import io.lintel.model.ScoreTable;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab/run calibrate}: what an embedder's scores mean, as a profile for the catalogue. */
@Command(
        name = "calibrate",
        description = {
            "Measure what the scores of the installed embedder mean on a data set of people (as for evaluate --data), without its likely",
            "label errors, and write the embedder's profile as it stands in models/catalog.json: the table of scores and false match",
            "rates, and every other number tuned on an embedder."
        })
public final class CalibrateCommand implements Callable<Integer> {

    /** Whose numbers were tuned at a door. */
    private static final String REFERENCE = "mobilefacenet";

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set of people.")
    Path data = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the profile, as JSON.")
    @Nullable
    Path out;

    @Mixin
    RecognitionOptions recognition = new RecognitionOptions();

    public CalibrateCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        EmbeddedDataset set = new RecognitionRun(installed, recognition, progress).embed(data, 1);
        List<LabelledFace> all =
                set.pictures().stream().map(LabelledFace::plain).toList();
        List<LabelledFace> faces =
                LabelErrors.find(set.pictures(), LabelledFace.compare(all)).mend(all);
        Comparisons comparisons = LabelledFace.compare(faces);
        GeneralizedPareto tail = TailTable.fit(comparisons);
        String population =
                "%d people of %s".formatted(comparisons.people(), set.dataset().title());
        ScoreTable table = TailTable.table(tail, comparisons.impostorScores().count(), population);
        EmbedderProfile profile = new ProfileMaker(reference(), table).profile();
        if (out != null) {
            write(out, EmbedderProfileJson.write(profile));
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("tail-threshold", "the tail begins at the score", tail.threshold()));
        figures.add(Figure.of("tail-scale", "scale of the generalised Pareto distribution", tail.scale()));
        figures.add(Figure.of("tail-shape", "its shape (below 0: scores have an upper end)", tail.shape()));
        table.points()
                .forEach(point -> figures.add(
                        Figure.of("score-at-fmr-" + point.fmr(), "score at FMR " + point.fmr(), point.score())));
        figures.addAll(new LeftOutPeople(faces).figures());
        ReportPrinter.answer(
                List.of(
                        new Report(
                                "Calibration of " + installed.embedderId() + " on " + population,
                                figures,
                                List.of(
                                        "Left-out people: 12 splits, fitted to a third of the people and measured on the rest; the range is that of"
                                                + " the splits.",
                                        "The rates hold for people like these. People who resemble each other score higher (docs/ACCURACY.md)."))),
                console);
        return ExitCode.OK;
    }

    private EmbedderProfile reference() {
        return ModelCatalog.read(models.get())
                .model(REFERENCE)
                .embedding()
                .map(EmbeddingSpec::profile)
                .orElseThrow(() -> new LintelException(
                        "the catalogue has no profile of " + REFERENCE + ", whose numbers are carried over",
                        "restore models/catalog.json"));
    }

    private static void write(Path file, String json) {
        try {
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new LintelException(
                    "the profile cannot be written to " + file + ": " + e.getMessage(),
                    "name another file with --out",
                    e);
        }
    }
}
