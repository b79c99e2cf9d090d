package io.lintel.lab.peers;

import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.config.Installation;
import io.lintel.face.FaceModels;
import io.lintel.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make bench-peers}: Lintel beside the programs that one would take in its place. */
@Command(
        name = "peers",
        description = "Measure Lintel beside other programs on the demo's frames; lab/peers/build makes these.")
public final class PeersCommand implements Callable<Integer> {

    private static final List<String> CLIPS = List.of("enrolled.avi", "unknown.avi", "photo-attack.avi");
    /** Passes over a gallery before those that count. */
    private static final int SEARCH_WARM_UP = 20;

    private final Supplier<Path> models;
    private final Console console;
    private final List<Double> loads = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "15", description = "Turns that each gets.")
    int rounds;

    @Option(names = "--block", paramLabel = "N", defaultValue = "5", description = "Frames in one turn.")
    int block;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "60", description = "Frames of the demo's clips.")
    int frames;

    @Option(names = "--starts", paramLabel = "N", defaultValue = "5", description = "Starts of each program.")
    int starts;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "A document whose section \"peers\" gets the table.")
    @Nullable
    Path document;

    /** @param models the folder of the models */
    public PeersCommand(Supplier<Path> models, Console console) {
        this.models = models;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path home = Installation.current().home();
        Path folder = Files.createDirectories(home.resolve("lab/target/peers"));
        Path all = folder.resolve("frames.bgr");
        Path one = folder.resolve("one.bgr");
        List<Path> clips =
                CLIPS.stream().map(home.resolve("config/demo/clips")::resolve).toList();
        int count = Frames.write(clips, frames, all);
        PeerCatalog catalog =
                new PeerCatalog(home, models.get().toAbsolutePath().normalize());
        Comparison comparison = new Comparison(folder, rounds, block, this::progress);
        Comparison.Result recognition =
                comparison.measure(catalog.recognition(FaceModels.of(ModelStore.open(models.get()))), all, count);
        Frames.copyOne(all, recognition.frames()[recognition.frames().length / 2], one);
        List<Measurement> withStart = new StartUp(folder, starts, this::progress).measure(recognition.measured(), one);
        List<List<Measurement>> searches = catalog.searches().stream()
                .map(size -> comparison.measure(size, all, SEARCH_WARM_UP).measured())
                .toList();
        String text = new PeerTable(conditions(recognition.frames().length), count, withStart, searches).markdown();
        console.out().print(text);
        console.out().flush();
        if (document != null) {
            new MarkedSection(document, "peers").replaceBy(text);
        }
        return ExitCode.OK;
    }

    private void progress(String what) {
        loads.add(Proc.load());
        console.remark(what);
    }

    private String conditions(int common) {
        double least = loads.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double greatest = loads.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "%s, %s, %d processors, load %.1f to %.1f. Each program is one process with one thread on one processor; %d rounds in "
                        + "turn of %d frames at 640 x 480, from the %d in which all see one face. "
                        + "Median [least-greatest]: CPU by turn, wall by pass, %d starts.",
                LocalDate.now(ZoneId.systemDefault()),
                Proc.processor(),
                Runtime.getRuntime().availableProcessors(),
                least,
                greatest,
                rounds,
                block,
                common,
                starts);
    }
}
