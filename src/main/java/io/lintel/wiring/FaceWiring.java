package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.model.HashNotesFile;
import io.lintel.model.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The face models, verified when they are first asked for; a file that has not been written since it was verified is not hashed anew (0230). */
@Dependent
final class FaceWiring {

    @Produces
    @Singleton
    ModelStore models(LintelConfig config) {
        return Models.store(config)
                .with(new HashNotesFile(
                        config.data().folder().resolve(".hashed-models"),
                        BoxKeys.files(config)::mac,
                        InstantSource.system()));
    }

    @Produces
    @Singleton
    FaceModels faceModels(ModelStore store, LintelConfig config) {
        return FaceModels.of(store, Models.embedder(config, store.catalog()));
    }

    /** One for the one thread that looks at single pictures; the vision loop has its own. */
    @Produces
    @ApplicationScoped
    FaceAnalyzer stillsAnalyzer(FaceModels models) {
        return new OnnxFaceAnalyzer(models, FaceSettings.stills());
    }
}
