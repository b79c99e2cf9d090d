package io.lintel.face;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * One session of a model file for all who use it: the weights are in memory once, and only the first waits for them. A session takes
 * runs from many threads at once. Thread-safe.
 */
final class SharedSession {

    /** A file that was replaced since is another model. */
    private record Key(Path file, FileTime modified, int threads) {}

    private static final Map<Key, SharedSession> OPEN = new HashMap<>();

    private final Key key;
    private final OrtSession session;
    private int users;

    private SharedSession(Key key, OrtSession session) {
        this.key = key;
        this.session = session;
    }

    /**
     * To be given back by {@link #leave}, once.
     *
     * @param threads threads inside one operator, 1 or more
     * @throws UncheckedIOException if the file cannot be read
     */
    static SharedSession join(Path file, int threads) throws OrtException {
        Key key = new Key(file.toAbsolutePath().normalize(), modified(file), threads);
        synchronized (OPEN) {
            SharedSession shared = OPEN.get(key);
            if (shared == null) {
                shared = new SharedSession(key, open(file, threads));
                OPEN.put(key, shared);
            }
            shared.users++;
            return shared;
        }
    }

    OrtSession session() {
        return session;
    }

    void leave() throws OrtException {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(key);
                session.close();
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrtSession open(Path file, int threads) throws OrtException {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // idle cores belong to the camera and the door; ONNX Runtime's default burns them while it waits
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            return environment.createSession(file.toString(), options);
        }
    }
}
