package io.lintel.evaluation.embedding;

import io.lintel.face.FaceModels;
import io.lintel.face.OnnxModel;
import io.lintel.system.LintelException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a picture costs the networks alone: detector, mesh and embedder once each, without reading, scaling or looking again. */
final class BareNetworks {

    private final FaceModels models;
    private final int threads;

    BareNetworks(FaceModels models, int threads) {
        this.models = models;
        this.threads = threads;
    }

    /** @return seconds that so many pictures take on all threads, without opening the networks */
    double seconds(int pictures) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<List<OnnxModel>> networks =
                IntStream.range(0, threads).mapToObj(worker -> open()).toList();
        try {
            networks.forEach(own -> own.forEach(OnnxModel::run));
            long began = System.nanoTime();
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> {
                        for (int picture = worker; picture < pictures; picture += threads) {
                            networks.get(worker).forEach(OnnxModel::run);
                        }
                    }))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("the measurement was interrupted", "start it again", e);
        } finally {
            workers.shutdownNow();
            networks.forEach(own -> own.forEach(OnnxModel::close));
        }
    }

    private List<OnnxModel> open() {
        Random random = new Random(1);
        return Stream.of(models.detector(), models.mesh(), models.embedder().onnx())
                .map(file -> {
                    OnnxModel network = OnnxModel.open(file);
                    FloatBuffer input = network.input().asFloatBuffer();
                    while (input.hasRemaining()) {
                        input.put(random.nextFloat());
                    }
                    return network;
                })
                .toList();
    }
}
