package io.lintel.face;

import io.lintel.model.EmbedderProfile;
import io.lintel.model.InstalledModel;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The model files that an analyzer works with.
 *
 * @param liveness those to use, Lintel's own before the published ones; empty means that a photo cannot be told from a person
 */
public record FaceModels(
        Path detector, Path secondLookDetector, Path mesh, InstalledModel embedder, List<InstalledModel> liveness) {

    public FaceModels {
        liveness = List.copyOf(liveness);
    }

    /**
     * The default models.
     *
     * @throws LintelException if a required one is missing or damaged; says the command that mends it
     */
    public static FaceModels of(ModelStore store) {
        return of(store, store.catalog().embedder(Optional.empty()));
    }

    /**
     * The default models with an embedder of one's own choice.
     *
     * @throws LintelException if a required one is missing or damaged; says the command that mends it
     */
    public static FaceModels of(ModelStore store, ModelSpec embedder) {
        return new FaceModels(
                store.require(ModelRole.FACE_DETECTOR).onnx(),
                store.require(ModelRole.SECOND_LOOK_DETECTOR).onnx(),
                store.require(ModelRole.FACE_MESH).onnx(),
                store.require(embedder.id()),
                LivenessSet.usable(store));
    }

    /** Which liveness networks these are. */
    public LivenessSet livenessSet() {
        return LivenessSet.of(liveness);
    }

    /** In which order the liveness networks look at the samples of a visit. */
    public LivenessTurns livenessTurns() {
        return LivenessTurns.of(this);
    }

    /** The embedder's id: templates of another one do not compare. */
    public String embedderId() {
        return embedder.spec().id();
    }

    /**
     * What the embedder's scores mean.
     *
     * @throws LintelException if nobody has measured them
     */
    public EmbedderProfile embedderProfile() {
        return embedder.spec().calibrated();
    }

    /** Ids of the models that a decision rests on. */
    public String ids() {
        return Stream.concat(Stream.of(embedder), liveness.stream())
                .map(InstalledModel::spec)
                .map(ModelSpec::id)
                .collect(Collectors.joining(" "));
    }
}
