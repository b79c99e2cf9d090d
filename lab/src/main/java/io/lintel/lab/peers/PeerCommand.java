package io.lintel.lab.peers;

import io.lintel.face.FaceModels;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelStore;
import io.lintel.system.BuildVersion;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.opencv.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A peer that runs in Java, as its own process: {@code lab/run peers} starts it and speaks to it on standard input and output. */
@Command(name = "peer", hidden = true, description = "One of the programs that lab/run peers measures.")
public final class PeerCommand implements Callable<Integer> {

    /** What to be. */
    enum Kind {
        LINTEL,
        LINTEL_LIVENESS,
        LINTEL_STREAM,
        YUNET,
        OPENCV_NETWORKS,
        SEARCH
    }

    private final Supplier<Path> models;

    @Parameters(index = "0", paramLabel = "KIND")
    @SuppressWarnings("NullAway.Init")
    Kind kind;

    @Option(
            names = "--frames",
            paramLabel = "FILE",
            defaultValue = "frames.bgr",
            description = "Raw frames, BGR, 640 x 480.")
    @SuppressWarnings("NullAway.Init")
    Path frames;

    @Option(names = "--yunet", paramLabel = "FILE", defaultValue = "yunet.onnx", description = "OpenCV's detector.")
    @SuppressWarnings("NullAway.Init")
    Path yunet;

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            defaultValue = "320",
            description = "To which OpenCV's detector gets a frame.")
    int width;

    @Option(
            names = "--networks",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Networks in the form that suits OpenCV.")
    @SuppressWarnings("NullAway.Init")
    Path networks;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000", description = "Templates in the gallery.")
    int rows;

    @Option(names = "--searches", paramLabel = "N", defaultValue = "1", description = "Searches in one pass.")
    int searches;

    /** @param models the folder of the models */
    public PeerCommand(Supplier<Path> models) {
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PeerWorker.serve(version(), pass(), out);
        return 0;
    }

    private PeerWorker.Pass pass() {
        return switch (kind) {
            case LINTEL -> lintel(LintelPass.Work.PICTURES);
            case LINTEL_LIVENESS -> lintel(LintelPass.Work.PICTURES_WITH_LIVENESS);
            case LINTEL_STREAM -> lintel(LintelPass.Work.STREAM_WITH_LIVENESS);
            case YUNET -> new YunetPass(yunet, networks.resolve("mobilefacenet.onnx"), width, Frames.load(frames));
            case OPENCV_NETWORKS -> openCvNetworks();
            case SEARCH -> new SearchPass(rows, searches);
        };
    }

    private PeerWorker.Pass lintel(LintelPass.Work work) {
        return new LintelPass(FaceModels.of(store()), Frames.load(frames), work);
    }

    private PeerWorker.Pass openCvNetworks() {
        NativeLibraries.loadOpenCv();
        ModelStore store = store();
        OpenCvNetworks pass = new OpenCvNetworks();
        for (ModelRole role : new ModelRole[] {ModelRole.FACE_DETECTOR, ModelRole.FACE_MESH, ModelRole.EMBEDDER}) {
            var model = store.require(role);
            Path suited = networks.resolve(String.valueOf(model.onnx().getFileName()));
            pass.add(
                    suited.toFile().exists() ? suited : model.onnx(),
                    model.spec().input().width());
        }
        return pass;
    }

    private ModelStore store() {
        return ModelStore.open(models.get());
    }

    private String version() throws IOException {
        String java = ", Java " + Runtime.version().feature();
        return switch (kind) {
            case YUNET, OPENCV_NETWORKS -> "OpenCV " + Core.VERSION + java;
            case LINTEL, LINTEL_LIVENESS, LINTEL_STREAM, SEARCH -> "Lintel " + BuildVersion.current() + java;
        };
    }
}
