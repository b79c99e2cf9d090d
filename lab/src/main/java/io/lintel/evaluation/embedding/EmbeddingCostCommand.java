package io.lintel.evaluation.embedding;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Report;
import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.cli.ReportPrinter;
import io.lintel.evaluation.data.FaceDataset;
import io.lintel.evaluation.data.FaceDatasets;
import io.lintel.face.FaceModels;
import io.lintel.model.ModelStore;
import io.lintel.system.FileTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab/run embedding-cost}: pictures a second of an evaluation, beside what its networks alone would do. */
@Command(
        name = "embedding-cost",
        description = {
            "How many pictures a second an evaluation reads without a cache, and how many the networks alone would do (detector, mesh and embedder",
            "once a picture, on the same threads), in turn."
        })
public final class EmbeddingCostCommand implements Callable<Integer> {

    private static final int ROUNDS = 3;

    private final Supplier<Path> models;
    private final Console console;
    private final PrintWriter progress;

    @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set of people.")
    Path data = Path.of("");

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "250",
            description = "Only the first N people. Default: 250.")
    int people = 250;

    public EmbeddingCostCommand(Supplier<Path> models, Console console, PrintWriter progress) {
        this.models = models;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        int threads = Runtime.getRuntime().availableProcessors();
        FaceDataset dataset = FaceDatasets.read(data).firstPeople(people);
        int pictures = dataset.pictures().size();
        BareNetworks bare = new BareNetworks(installed, threads);
        List<Double> shares = new ArrayList<>();
        double wholeSeconds = 0;
        double bareSeconds = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double whole = whole(dataset, installed, threads);
            double alone = bare.seconds(pictures);
            shares.add(alone / whole);
            wholeSeconds += whole;
            bareSeconds += alone;
        }
        ReportPrinter.answer(
                List.of(
                        new Report(
                                "%d pictures, %d threads, %d rounds in turn".formatted(pictures, threads, ROUNDS),
                                List.of(
                                        Figure.of(
                                                "whole-a-second",
                                                "evaluation, pictures a second",
                                                ROUNDS * pictures / wholeSeconds),
                                        Figure.of(
                                                "bare-a-second",
                                                "networks alone, pictures a second",
                                                ROUNDS * pictures / bareSeconds),
                                        Figure.of(
                                                "share",
                                                "evaluation's share of that, %",
                                                100 * bareSeconds / wholeSeconds),
                                        Figure.of(
                                                "share-least",
                                                "  lowest round, %",
                                                100
                                                        * shares.stream()
                                                                .mapToDouble(each -> each)
                                                                .min()
                                                                .orElse(0)),
                                        Figure.of(
                                                "share-most",
                                                "  highest round, %",
                                                100
                                                        * shares.stream()
                                                                .mapToDouble(each -> each)
                                                                .max()
                                                                .orElse(0))),
                                List.of(
                                        "The evaluation also reads and decodes the files, scales and aligns, assesses the quality, looks again where no face is found, and opens the networks."))),
                console);
        return ExitCode.OK;
    }

    private double whole(FaceDataset dataset, FaceModels installed, int threads) {
        try {
            Path folder = Files.createTempDirectory("embedding-cost");
            ReaderFactory readers = new ReaderFactory(installed, 1);
            try (EmbeddingCache cache = EmbeddingCache.open(folder, readers.fingerprint())) {
                return new EmbeddingRun(readers, threads, cache)
                        .over(
                                dataset,
                                new ProgressBar(
                                        progress,
                                        false,
                                        "pictures",
                                        dataset.pictures().size()))
                        .seconds();
            } finally {
                FileTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
