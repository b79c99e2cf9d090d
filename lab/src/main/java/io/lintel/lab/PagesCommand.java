package io.lintel.lab;

import io.lintel.cli.Console;
import io.lintel.face.FaceModels;
import io.lintel.model.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make bench}, its second half: the pages of a box with many people and a long log. */
@Command(
        name = "pages",
        description = "Measure the pages, with a thousand people and a million rows of the log in a scratch folder.")
final class PagesCommand implements Callable<Integer> {

    private final Supplier<Path> models;
    private final Console console;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Rows of that log.")
    int rows;

    PagesCommand(Supplier<Path> models, Console console) {
        this.models = models;
        this.console = console;
    }

    @Override
    public Integer call() {
        FaceModels installed = FaceModels.of(ModelStore.open(models.get()));
        return new PageBench(installed.embedder().spec(), console, rows).run();
    }
}
