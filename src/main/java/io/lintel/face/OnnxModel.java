package io.lintel.face;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One network with one image input, run on one picture at a time. The input and all outputs are direct buffers that
 * live as long as it does, so a run allocates nothing outside the Java heap; the session is shared with every other of the same file. Used
 * by one thread at a time.
 */
public final class OnnxModel implements AutoCloseable {

    private static final int CHANNELS = 3;

    private final String name;
    private final SharedSession shared;
    private final int size;
    private final ByteBuffer input;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final Map<String, FloatBuffer> values = new LinkedHashMap<>();

    private OnnxModel(String name, SharedSession shared) throws OrtException {
        this.name = name;
        this.shared = shared;
        OrtSession session = shared.session();
        OrtEnvironment environment = OnnxRuntime.environment();
        NodeInfo node = session.getInputInfo().values().iterator().next();
        long[] shape = batchOfOne(node);
        if (shape.length != 4 || shape[1] != CHANNELS || shape[2] != shape[3]) {
            throw new ModelRunException("the model " + name + " does not take a square picture of three channels");
        }
        size = (int) shape[2];
        input = direct(shape);
        inputs.put(node.getName(), OnnxTensor.createTensor(environment, input.asFloatBuffer(), shape));
        for (NodeInfo output : session.getOutputInfo().values()) {
            long[] outputShape = batchOfOne(output);
            FloatBuffer buffer = direct(outputShape).asFloatBuffer();
            values.put(output.getName(), buffer);
            outputs.put(output.getName(), OnnxTensor.createTensor(environment, buffer, outputShape));
        }
    }

    /**
     * Loads a model with one thread inside an operator.
     *
     * @throws ModelRunException if the file is not a model that takes a picture
     */
    public static OnnxModel open(Path file) {
        return open(file, 1);
    }

    /** Loads a model. @param threads threads inside one operator, 1 or more */
    public static OnnxModel open(Path file, int threads) {
        String name = String.valueOf(file.getFileName());
        try {
            SharedSession session = SharedSession.join(file, threads);
            try {
                return new OnnxModel(name, session);
            } catch (OrtException | RuntimeException e) {
                session.leave();
                throw e;
            }
        } catch (OrtException e) {
            throw new ModelRunException("the model " + name + " cannot be loaded: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new ModelRunException("the model " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Width and height of the input, pixels. */
    public int size() {
        return size;
    }

    /** The input, float32 in native byte order, channels then rows then columns. Filled before {@link #run}. */
    public ByteBuffer input() {
        return input;
    }

    /** Runs the network on what the input holds. @throws ModelRunException if ONNX Runtime fails */
    public void run() {
        try {
            shared.session().run(inputs, outputs).close();
        } catch (OrtException e) {
            throw new ModelRunException("the model " + name + " failed: " + e.getMessage(), e);
        }
    }

    /** The values of an output as the last {@link #run} left them; overwritten by the next one. */
    public FloatBuffer output(String output) {
        FloatBuffer buffer = values.get(output);
        if (buffer == null) {
            throw new ModelRunException("the model " + name + " has no output " + output + ", only " + values.keySet());
        }
        return buffer;
    }

    /** The values of the only output. */
    public FloatBuffer output() {
        if (values.size() != 1) {
            throw new ModelRunException("the model " + name + " should have one output, but has " + values.keySet());
        }
        return values.values().iterator().next();
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        try {
            shared.leave();
        } catch (OrtException e) {
            throw new ModelRunException("the model " + name + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private static long[] batchOfOne(NodeInfo node) {
        long[] shape = ((TensorInfo) node.getInfo()).getShape();
        shape[0] = Math.abs(shape[0]);
        return shape;
    }

    private static ByteBuffer direct(long[] shape) {
        long values = 1;
        for (long dimension : shape) {
            values = Math.multiplyExact(values, dimension);
        }
        return ByteBuffer.allocateDirect(Math.toIntExact(values * Float.BYTES)).order(ByteOrder.nativeOrder());
    }
}
