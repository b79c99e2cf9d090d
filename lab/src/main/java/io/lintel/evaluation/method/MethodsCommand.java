package io.lintel.evaluation.method;

import io.lintel.benchmark.Report;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.cli.ReportPrinter;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.recognition.FusionReport;
import io.lintel.evaluation.recognition.LabelledFace;
import io.lintel.evaluation.recognition.RecognitionOptions;
import io.lintel.evaluation.recognition.RecognitionRun;
import io.lintel.face.FaceModels;
import io.lintel.model.ModelStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab/run methods}: decision methods beside Lintel's own. */
@Command(
        name = "methods",
        description = {
            "Compare decision methods on a data set of people (as for evaluate --data): centroid (Lintel's), adaptive s-norm, nearest",
            "neighbours, support vector machines, a logistic layer with an unknown class, siamese pairs. Once as the fourth predecessor did (people with",
            "two pictures or more, 80/20), once at a site with strangers."
        })
public final class MethodsCommand implements Callable<Integer> {

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set of people.")
    Path data = Path.of("");

    @Option(names = "--mirror", description = "Average each embedding with the mirrored face's.")
    boolean mirror;

    @Option(
            names = "--second-embedder",
            paramLabel = "ID",
            description = "Another embedder of the catalogue: search by each of the two, and by both together.")
    @Nullable
    String second;

    @Mixin
    RecognitionOptions recognition = new RecognitionOptions();

    public MethodsCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        EmbeddedDataset set = new RecognitionRun(installed, recognition, progress).embed(data, mirror ? 2 : 1);
        List<LabelledFace> faces = set.pictures().stream()
                .map(mirror ? LabelledFace::mirrored : LabelledFace::plain)
                .toList();
        List<Report> reports =
                new ArrayList<>(List.of(new ClosedSet(faces).report(), new MethodComparison(faces).site()));
        if (second != null) {
            reports.addAll(fusion(set));
        }
        ReportPrinter.answer(reports, console);
        return ExitCode.OK;
    }

    private List<Report> fusion(EmbeddedDataset first) {
        ModelStore store = ModelStore.open(models.get());
        FaceModels other = FaceModels.of(store, store.catalog().model(String.valueOf(second)));
        return FusionReport.of(
                first.pictures(),
                new RecognitionRun(other, recognition, progress).embed(data, 1).pictures());
    }
}
