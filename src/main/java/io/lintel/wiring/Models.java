package io.lintel.wiring;

import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.face.FaceModels;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which models this installation has, and by which embedder its door decides. */
public final class Models {

    private Models() {}

    public static ModelFolders folders(LintelConfig config) {
        Path shipped =
                config.models().folder().orElseGet(() -> Installation.current().defaultModelsFolder());
        return new ModelFolders(shipped, config.data().folder().resolve("added-models"));
    }

    /** @throws LintelException if there is no readable catalogue */
    public static ModelStore store(LintelConfig config) {
        return ModelStore.open(folders(config));
    }

    /**
     * The embedder in force.
     *
     * @throws SettingsException if the setting names none, or one whose scores nobody has measured
     */
    public static ModelSpec embedder(LintelConfig config, ModelCatalog catalog) {
        Optional<String> chosen = config.models().embedder().map(String::strip).filter(id -> !id.isEmpty());
        try {
            ModelSpec embedder = catalog.embedder(chosen);
            embedder.calibrated();
            return embedder;
        } catch (LintelException e) {
            throw new SettingsException("lintel.models.embedder: " + e.getMessage(), e.remedy(), e);
        }
    }

    /** @throws LintelException if a required model is missing or damaged */
    public static FaceModels installed(LintelConfig config) {
        ModelStore store = store(config);
        return FaceModels.of(store, embedder(config, store.catalog()));
    }

    /** The profile of the embedder in force; empty where there is no catalogue: a door without models runs, and recognition says why it does not. */
    static Optional<EmbedderProfile> embedderProfile(LintelConfig config) {
        ModelFolders folders = folders(config);
        return Files.notExists(folders.shipped().resolve(ModelCatalog.FILE))
                ? Optional.empty()
                : Optional.of(embedder(config, ModelCatalog.read(folders)).calibrated());
    }
}
