package io.lintel.face;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sessions of a {@link QuantizedMatrix}, one a block of rows, and what its callers read and write in. Thread-safe but for {@link #close}. */
final class QuantizedBlocks {

    private record Opened(OrtSession session, int rows) {}

    /** Input and outputs of one caller at a time; the last block has fewer rows than the others. */
    private record Workspace(
            FloatBuffer vector, OnnxTensor input, List<FloatBuffer> products, List<OnnxTensor> outputs) {}

    private final List<Opened> blocks = new ArrayList<>();
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();
    private final int dimension;

    QuantizedBlocks(int dimension) {
        this.dimension = dimension;
    }

    /** @param model with an input "vector" and an output "products", one a row */
    void add(byte[] model, int rows) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            blocks.add(new Opened(OnnxRuntime.environment().createSession(model, options), rows));
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** @param bytes whole numbers from 0 to 255 @param scale of the products */
    void multiply(float[] bytes, float scale, float[] products) {
        try {
            Workspace workspace = idle.poll();
            if (workspace == null) {
                workspace = workspace();
            }
            workspace.vector.put(0, bytes);
            int from = 0;
            for (int i = 0; i < blocks.size(); i++) {
                Opened block = blocks.get(i);
                int place = i == blocks.size() - 1 ? 1 : 0;
                block.session
                        .run(Map.of("vector", workspace.input), Map.of("products", workspace.outputs.get(place)))
                        .close();
                workspace.products.get(place).get(0, products, from, block.rows);
                for (int row = from; row < from + block.rows; row++) {
                    products[row] *= scale;
                }
                from += block.rows;
            }
            idle.add(workspace);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    void close() {
        try {
            for (Workspace workspace : idle) {
                workspace.input.close();
                workspace.outputs.forEach(OnnxTensor::close);
            }
            for (Opened block : blocks) {
                block.session.close();
            }
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private Workspace workspace() throws OrtException {
        OrtEnvironment environment = OnnxRuntime.environment();
        FloatBuffer vector = direct(dimension);
        FloatBuffer full = direct(blocks.getFirst().rows);
        FloatBuffer last = full.slice(0, blocks.getLast().rows);
        return new Workspace(
                vector,
                OnnxTensor.createTensor(environment, vector, new long[] {1, dimension}),
                List.of(full, last),
                List.of(
                        OnnxTensor.createTensor(environment, full, new long[] {1, full.capacity()}),
                        OnnxTensor.createTensor(environment, last, new long[] {1, last.capacity()})));
    }

    private static FloatBuffer direct(int values) {
        return ByteBuffer.allocateDirect(values * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static ModelRunException failed(OrtException e) {
        return new ModelRunException("the search of the gallery failed: " + e.getMessage(), e);
    }
}
