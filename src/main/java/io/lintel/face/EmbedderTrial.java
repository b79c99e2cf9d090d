package io.lintel.face;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.lintel.model.Preprocessing;
import io.lintel.system.LintelException;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Tries whether a file is an embedder that Lintel can use: its shapes, and what it makes of pictures. Whether size, channels and scaling are those
 * that it was trained with cannot be seen from it; a calibration shows that.
 */
public final class EmbedderTrial {

    private static final String EXPORT = "export it with one float input of 1 x 3 x N x N and one output of 1 x D";

    /** The same picture twice may differ by rounding, where an operator is split over threads. */
    private static final double SAME = 1 - 1e-5;

    private final Path file;

    private EmbedderTrial(Path file) {
        this.file = file;
    }

    /**
     * Runs a file.
     *
     * @param input what it is to be fed
     * @return the dimension of its embeddings
     * @throws LintelException saying why it cannot be used, and what to do
     */
    public static int dimensionOf(Path file, Preprocessing input) {
        NativeLibraries.loadOpenCv();
        return new EmbedderTrial(file).run(input);
    }

    private int run(Preprocessing input) {
        int dimension = checkShapes(input.width());
        try (Embedder embedder = new Embedder(file, PixelScaling.of(input), 1)) {
            Mat one = picture(input.width(), 1);
            Mat other = picture(input.width(), 2);
            try {
                Embedding first = embed(embedder, one);
                if (first.cosine(embed(embedder, one)) < SAME) {
                    throw wrong(
                            "gives two different embeddings of the same picture",
                            "export it for inference, without random parts such as dropout");
                }
                if (first.cosine(embed(embedder, other)) >= SAME) {
                    throw wrong(
                            "gives the same embedding of two different pictures",
                            "check --mean and --scale, and that the file holds trained weights");
                }
            } finally {
                one.release();
                other.release();
            }
        }
        return dimension;
    }

    private Embedding embed(Embedder embedder, Mat picture) {
        try {
            return embedder.embed(picture);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "gives values that are not finite, or nothing but zeros",
                    "check --mean and --scale, and its weights");
        }
    }

    private int checkShapes(int size) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = OnnxRuntime.environment().createSession(file.toString(), options)) {
            checkInput(session, size);
            return checkOutput(session);
        } catch (OrtException e) {
            throw new LintelException(
                    file + " is no ONNX model that ONNX Runtime can load: " + e.getMessage(),
                    "give a file that was exported as ONNX",
                    e);
        }
    }

    private void checkInput(OrtSession session, int size) throws OrtException {
        Collection<NodeInfo> inputs = session.getInputInfo().values();
        if (inputs.size() != 1) {
            throw wrong("has " + inputs.size() + " inputs: " + names(inputs), EXPORT);
        }
        long[] shape = floats(inputs.iterator().next(), "input");
        String written = Arrays.toString(shape);
        if (shape.length != 4) {
            throw wrong("has an input of rank " + shape.length + ", " + written + ", not 4", EXPORT);
        }
        if (shape[3] == 3 && shape[1] != 3) {
            throw wrong("has an input of " + written + ", with the channels last", "export it with the channels first");
        }
        if (shape[2] < 1 || shape[3] < 1) {
            throw wrong("has an input of " + written + ", whose height or width is not fixed", EXPORT);
        }
        if (shape[0] > 1 || shape[1] != 3) {
            throw wrong("has an input of " + written + ", not one picture of three channels", EXPORT);
        }
        if (shape[2] != size || shape[3] != size) {
            throw wrong(
                    "has an input of " + written + ", not of " + size + " x " + size + " pixels",
                    "give --size as the model has it");
        }
    }

    private int checkOutput(OrtSession session) throws OrtException {
        Collection<NodeInfo> outputs = session.getOutputInfo().values();
        if (outputs.size() != 1) {
            throw wrong(
                    "has " + outputs.size() + " outputs: " + names(outputs),
                    "export it with the embedding as its only output");
        }
        long[] shape = floats(outputs.iterator().next(), "output");
        String written = Arrays.toString(shape);
        if (shape.length != 2) {
            throw wrong("has an output of rank " + shape.length + ", " + written + ", not 2", EXPORT);
        }
        if (shape[0] > 1 || shape[1] < 2) {
            throw wrong("has an output of " + written + ", not one embedding of fixed length", EXPORT);
        }
        return Math.toIntExact(shape[1]);
    }

    private long[] floats(NodeInfo node, String what) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw wrong("has an " + what + " that is no tensor of float32", EXPORT);
        }
        return tensor.getShape();
    }

    private static String names(Collection<NodeInfo> nodes) {
        return nodes.stream().map(NodeInfo::getName).collect(Collectors.joining(", "));
    }

    /** Noise, always the same for a seed. */
    private static Mat picture(int size, int seed) {
        Mat picture = new Mat(size, size, CvType.CV_8UC3);
        Core.setRNGSeed(seed);
        Core.randu(picture, 0, 256);
        return picture;
    }

    private LintelException wrong(String what, String remedy) {
        return new LintelException(file + " " + what, remedy);
    }
}
