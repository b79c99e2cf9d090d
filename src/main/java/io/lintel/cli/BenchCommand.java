package io.lintel.cli;

import io.lintel.config.Installation;
import io.lintel.evaluation.FrameBench;
import io.lintel.evaluation.Report;
import io.lintel.evaluation.SearchBench;
import io.lintel.face.FaceModels;
import io.lintel.gallery.FlatSearch;
import io.lintel.model.ModelStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel bench}: what {@code make bench} runs. */
@Command(
        name = "bench",
        description = "Measure how long a frame takes on this machine, stage by stage, and a search of the gallery.")
final class BenchCommand implements Callable<Integer> {

    private final Supplier<Path> models;
    private final Console console;

    @Option(
            names = "--clip",
            paramLabel = "FILE",
            description = "An MJPEG AVI with one person. Default: the demo's person who is enrolled.")
    @Nullable
    Path clip;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Times through the clip.")
    int rounds;

    @Option(
            names = "--pages",
            description =
                    "Measure the pages instead, with a thousand people and a million rows of the log in a scratch folder.")
    boolean pages;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Rows of that log.")
    int rows;

    BenchCommand(Supplier<Path> models, Console console) {
        this.models = models;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (pages) {
            return new PageBench(console, rows).run();
        }
        Path file = clip != null ? clip : Installation.current().demoFolder().resolve("clips/enrolled.avi");
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        int dimension = installed.embedder().spec().embedding().orElseThrow().dimension();
        List<Report> reports =
                List.of(new FrameBench(installed, rounds).run(file), new SearchBench(FlatSearch::new, dimension).run());
        ReportPrinter.answer(reports, console);
        return ExitCode.OK;
    }
}
