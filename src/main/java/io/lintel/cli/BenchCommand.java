package io.lintel.cli;

import io.lintel.benchmark.FrameBench;
import io.lintel.benchmark.Report;
import io.lintel.benchmark.SearchBench;
import io.lintel.config.Installation;
import io.lintel.face.FaceModels;
import io.lintel.gallery.TwoPassSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel bench}: whether this machine is fast enough for a door. */
@Command(
        name = "bench",
        description = "Measure how long a frame takes on this machine, stage by stage, and a search of the gallery.")
final class BenchCommand implements Callable<Integer> {

    private final Supplier<FaceModels> models;
    private final Console console;

    @Option(
            names = "--clip",
            paramLabel = "FILE",
            description = "An MJPEG AVI with one person. Default: the demo's person who is enrolled.")
    @Nullable
    Path clip;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Times through the clip.")
    int rounds;

    /** @param models of this door, asked for when the command runs */
    BenchCommand(Supplier<FaceModels> models, Console console) {
        this.models = models;
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = clip != null ? clip : Installation.current().demoFolder().resolve("clips/enrolled.avi");
        FaceModels installed = models.get();
        int dimension = installed.embedder().spec().embedding().orElseThrow().dimension();
        List<Report> reports = List.of(
                new FrameBench(installed, rounds).run(file), new SearchBench(TwoPassSearch::over, dimension).run());
        ReportPrinter.answer(reports, console);
        return ExitCode.OK;
    }
}
