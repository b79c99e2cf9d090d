package io.lintel.evaluation.embedding;

import io.lintel.evaluation.StillFile;
import io.lintel.evaluation.data.FaceDataset;
import io.lintel.evaluation.data.LabelledPicture;
import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.opencv.core.Mat;

/**
 * Reads all pictures of a data set on all cores, each worker with an analyzer of its own on shared networks. One picture a worker is in memory, and
 * the embeddings of all.
 */
public final class EmbeddingRun {

    private final ReaderFactory readers;
    private final int threads;
    private final EmbeddingCache cache;

    /** @param threads workers, 1 or more */
    public EmbeddingRun(ReaderFactory readers, int threads, EmbeddingCache cache) {
        this.readers = readers;
        this.threads = threads;
        this.cache = cache;
    }

    /** @throws LintelException if not one picture can be read */
    public EmbeddedDataset over(FaceDataset dataset, ProgressBar progress) {
        List<LabelledPicture> pictures = dataset.pictures();
        AtomicReferenceArray<Reading> readings = new AtomicReferenceArray<>(pictures.size());
        AtomicReferenceArray<String> broken = new AtomicReferenceArray<>(pictures.size());
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        AtomicInteger fresh = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> {
                    try (LazyReader reader = new LazyReader(readers)) {
                        for (int at = next.getAndIncrement(); at < pictures.size(); at = next.getAndIncrement()) {
                            try {
                                boolean cached = read(pictures.get(at), at, reader, readings);
                                fresh.addAndGet(cached ? 0 : 1);
                                progress.step(cached);
                            } catch (LintelException e) {
                                broken.set(at, e.getMessage());
                                progress.step(true);
                            }
                        }
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("the evaluation was interrupted", "start it again: it goes on where it was", e);
        } finally {
            workers.shutdownNow();
        }
        return EmbeddedDataset.of(dataset, readings, broken, fresh.get(), (System.nanoTime() - began) / 1e9);
    }

    private boolean read(LabelledPicture picture, int at, LazyReader reader, AtomicReferenceArray<Reading> readings) {
        String hash = hash(picture);
        Optional<Reading> known = cache.find(hash, readers.views());
        if (known.isPresent()) {
            readings.set(at, known.get());
            return true;
        }
        EmbeddingPictureReader opened = reader.get(); // brings OpenCV, which reads the picture
        Mat mat = StillFile.read(picture.file());
        try {
            Reading reading = opened.read(mat);
            cache.put(hash, reading);
            readings.set(at, reading);
            return false;
        } finally {
            mat.release();
        }
    }

    private static String hash(LabelledPicture picture) {
        try {
            return Sha256.of(Files.readAllBytes(picture.file()));
        } catch (IOException e) {
            throw new LintelException(
                    picture.name() + " cannot be read: " + e.getMessage(), "replace it or take it off the list", e);
        }
    }

    /** Opens the networks only when a picture is not in the cache. */
    private static final class LazyReader implements AutoCloseable {

        private final ReaderFactory readers;
        private Optional<EmbeddingPictureReader> reader = Optional.empty();

        LazyReader(ReaderFactory readers) {
            this.readers = readers;
        }

        EmbeddingPictureReader get() {
            if (reader.isEmpty()) {
                reader = Optional.of(readers.open());
            }
            return reader.get();
        }

        @Override
        public void close() {
            reader.ifPresent(EmbeddingPictureReader::close);
        }
    }
}
