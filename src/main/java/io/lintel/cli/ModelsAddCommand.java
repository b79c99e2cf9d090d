package io.lintel.cli;

import static java.util.Objects.requireNonNull;

import io.lintel.face.EmbedderTrial;
import io.lintel.model.AddedModels;
import io.lintel.model.ChannelOrder;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.EmbeddingSpec;
import io.lintel.model.FaceAlignment;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSpec;
import io.lintel.model.Preprocessing;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lintel models add}. */
@Command(
        name = "add",
        description = {
            "Add an embedder of your own, after trying whether it works.",
            "It is copied into the data folder, where no upgrade touches it. The door decides by it when it is calibrated and chosen:"
                    + " lintel.models.embedder=NAME, and everybody enrols again (see 're-embed')."
        })
final class ModelsAddCommand implements Callable<Integer> {

    private final Supplier<ModelFolders> folders;
    private final Console console;

    @Spec
    @Nullable
    CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            description = "The ONNX file: one input of 1 x 3 x N x N, one output of 1 x D, float32.")
    @Nullable
    Path file;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "What it is for: embedder.")
    String role = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Its id: letters, digits, dot, _ and -.")
    String name = "";

    @Option(names = "--size", required = true, paramLabel = "N", description = "Width and height of its input, pixels.")
    int size;

    @Option(names = "--channels", required = true, paramLabel = "ORDER", description = "rgb or bgr.")
    String channels = "";

    @Option(
            names = "--scale",
            required = true,
            paramLabel = "X",
            description = "A pixel p of 0 to 255 becomes (p - mean) * scale: 0.0078125 for -1 to 1, 1 for none.")
    double scale;

    @Option(
            names = "--mean",
            required = true,
            paramLabel = "X",
            description = "As above: 127.5 for -1 to 1, 0 for none.")
    double mean;

    @Option(
            names = "--alignment",
            required = true,
            paramLabel = "TEMPLATE",
            description = "How a face lies in its input: arcface (five points) or dlib (0.25 padding).")
    String alignment = "";

    @Option(
            names = "--licence",
            paramLabel = "SPDX",
            defaultValue = "unknown",
            description = "Its licence (default: ${DEFAULT-VALUE}).")
    String licence = "";

    @Option(names = "--profile", paramLabel = "JSON", description = "What a calibration has measured of its scores.")
    @Nullable
    Path profile;

    ModelsAddCommand(Supplier<ModelFolders> folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    @Override
    public Integer call() {
        embedderOnly();
        Path onnx = requireNonNull(file);
        ModelFolders places = folders.get();
        ModelCatalog catalog = ModelCatalog.read(places);
        newName(catalog);
        Preprocessing input = input();
        FaceAlignment template = oneOf("--alignment", alignment, FaceAlignment.values(), FaceAlignment::key);
        EmbedderProfile measured = profile == null ? null : AddedModels.profile(profile);
        readable(onnx);
        int dimension = EmbedderTrial.dimensionOf(onnx, input);
        ModelSpec model =
                AddedModels.embedder(name, onnx, input, new EmbeddingSpec(dimension, template, null), licence);
        AddedModels added = new AddedModels(places.added());
        added.add(model, onnx);
        if (measured != null) {
            added.calibrate(name, measured);
        }
        console.answer(
                Console.object()
                        .put("id", name)
                        .put("dimension", dimension)
                        .put("sha256", model.onnxSha256())
                        .put("calibrated", measured != null),
                out -> {
                    out.println("added " + name + ": embeddings of " + dimension + " values, SHA-256 "
                            + model.onnxSha256());
                    out.println(
                            measured == null
                                    ? "Nobody has measured its scores: calibrate it, then lintel models calibrate "
                                            + name + " FILE."
                                    : "Choose it with lintel.models.embedder=" + name
                                            + ", restart, and run lintel models re-embed.");
                });
        return ExitCode.OK;
    }

    private void embedderOnly() {
        ModelRole asked = oneOf("--role", role, ModelRole.values(), ModelRole::key);
        if (asked != ModelRole.EMBEDDER) {
            throw usage("--role " + role
                    + ": only an embedder can be added. What a detector or a liveness network answers differs from one to the"
                    + " other, and Lintel reads only those that it knows");
        }
    }

    private void newName(ModelCatalog catalog) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw usage(
                    "--name must be of letters, digits, dot, _ and -, 64 at most, and begin with a letter or digit");
        }
        if (catalog.models().stream().anyMatch(model -> model.id().equals(name))) {
            throw new LintelException(
                    "there is a model called " + name + " already",
                    "choose another --name, since templates belong to it; or lintel models remove " + name);
        }
    }

    private Preprocessing input() {
        if (size < 16 || size > 1024) {
            throw usage("--size must lie in 16 to 1024");
        }
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(mean)) {
            throw usage("--scale must be above 0, and --scale and --mean finite");
        }
        ChannelOrder order = oneOf(
                "--channels",
                channels,
                ChannelOrder.values(),
                each -> each.name().toLowerCase(Locale.ROOT));
        return new Preprocessing(size, size, order, mean, 1 / scale);
    }

    private static void readable(Path onnx) {
        if (!Files.isRegularFile(onnx) || !Files.isReadable(onnx)) {
            throw new LintelException(
                    "there is no file " + onnx.toAbsolutePath() + " that can be read", "give the ONNX file");
        }
    }

    private <E> E oneOf(String option, String word, E[] choices, Function<E, String> key) {
        return Arrays.stream(choices)
                .filter(choice -> key.apply(choice).equals(word))
                .findFirst()
                .orElseThrow(() -> usage(option + " " + word + " is not one of "
                        + Arrays.stream(choices).map(key).collect(Collectors.joining(", "))));
    }

    private ParameterException usage(String what) {
        return new ParameterException(requireNonNull(command).commandLine(), what);
    }
}
