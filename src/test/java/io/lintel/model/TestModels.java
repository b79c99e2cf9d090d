package io.lintel.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The real models, for tests that need them. {@code make test} fetches all that Lintel requires, so only a test that is run by itself in a
 * bare checkout is skipped; what only some machines have is listed with {@link #inPlace}.
 */
public final class TestModels {

    private TestModels() {}

    /** {@code models/} of the project, or what the property {@code lintel.models.folder} names. */
    public static Path folder() {
        return Path.of(System.getProperty("lintel.models.folder", "models"));
    }

    /** A model's verified file; skips the test if it is not there. */
    public static InstalledModel installed(String id) {
        ModelStore store = ModelStore.open(folder());
        assumeTrue(
                store.check(store.catalog().model(id)) != ModelStore.State.MISSING,
                "skipped: the model " + id + " is not in " + folder().toAbsolutePath() + " (make models)");
        return store.require(id);
    }

    /** Whether the model's file is there: the published liveness pair and the models on request are not everywhere. */
    public static boolean inPlace(ModelSpec model) {
        return Files.exists(folder().resolve(model.onnxFile()));
    }

    /** A model's published file; skips the test if it is not there. */
    public static Path source(String id) {
        Path source = folder().resolve("download")
                .resolve(ModelCatalog.read(folder()).model(id).source().file());
        assumeTrue(Files.exists(source), "skipped: there is no " + source.toAbsolutePath() + " (make models)");
        return source;
    }
}
