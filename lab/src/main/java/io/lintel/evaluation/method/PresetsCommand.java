package io.lintel.evaluation.method;

import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.cli.ReportPrinter;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.recognition.AugmentationReport;
import io.lintel.evaluation.recognition.RecognitionOptions;
import io.lintel.evaluation.recognition.RecognitionRun;
import io.lintel.face.FaceModels;
import io.lintel.gallery.enrolment.AugmentedChips;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab/run presets}: the systems that Lintel grew out of, beside its default. */
@Command(
        name = "presets",
        description = {
            "Compare Lintel's default with the five systems that it grew out of on the same people: small sites of four, sites of fifty, each",
            "drawn several times, with strangers. Then search with and without synthetic variations of the enrolled pictures."
        })
public final class PresetsCommand implements Callable<Integer> {

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set of people.")
    Path data = Path.of("");

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "How many synthetic variations of a picture there are, the picture itself included: 2 is the mirror image only. Default: 7, all.")
    int views = AugmentedChips.COUNT;

    @Mixin
    RecognitionOptions recognition = new RecognitionOptions();

    public PresetsCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        if (views < 1 || views > AugmentedChips.COUNT) {
            throw new LintelException("--views is " + views, "give a number from 1 to " + AugmentedChips.COUNT);
        }
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        EmbeddedDataset set = new RecognitionRun(installed, recognition, progress).embed(data, views);
        PresetComparison comparison = new PresetComparison(set.pictures(), Preset.all(installed.embedderProfile()));
        ReportPrinter.answer(
                List.of(comparison.site(4, 25), comparison.site(50, 4), AugmentationReport.of(set.pictures())),
                console);
        return ExitCode.OK;
    }
}
