package io.lintel.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a model once, for tests: one input, any outputs, all float32. */
public final class Onnx {

    private Onnx() {}

    public record Result(long[] shape, float[] values) {}

    public static Map<String, Result> run(byte[] model, float[] input, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                    OrtSession.Result outputs = session.run(
                            Map.of(session.getInputNames().iterator().next(), tensor))) {
                Map<String, Result> results = new LinkedHashMap<>();
                for (Map.Entry<String, OnnxValue> output : outputs) {
                    results.put(output.getKey(), result((OnnxTensor) output.getValue()));
                }
                return results;
            }
        }
    }

    private static Result result(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return new Result(tensor.getInfo().getShape(), values);
    }
}
