package io.lintel.model;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models that Lintel knows, from {@code catalog.json} in the models folder. Immutable. */
public final class ModelCatalog {

    /** The catalogue's file in the models folder. */
    public static final String FILE = "catalog.json";

    private final List<ModelSpec> models;

    /**
     * A catalogue of the given models.
     *
     * @throws IllegalArgumentException if two models share an id
     */
    public ModelCatalog(List<ModelSpec> models) {
        Set<String> ids = new HashSet<>();
        for (ModelSpec model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException("two models are called " + model.id());
            }
        }
        this.models = List.copyOf(models);
    }

    /**
     * Reads {@code catalog.json} of a models folder.
     *
     * @throws LintelException if the folder holds no readable catalogue
     */
    public static ModelCatalog read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return CatalogReader.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new LintelException(
                    "there is no model catalogue at " + file.toAbsolutePath(),
                    "point lintel.models.folder to Lintel's models folder",
                    e);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new LintelException(
                    "the model catalogue " + file.toAbsolutePath() + " is wrong: " + e.getMessage(),
                    "restore it from Lintel's release",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the release's catalogue and that of the models that a site has added, if there are any.
     *
     * @throws LintelException if one of them is not readable, or an added model has the id of another
     */
    public static ModelCatalog read(ModelFolders folders) {
        ModelCatalog shipped = read(folders.shipped());
        return shipped.with(AddedModels.read(folders.added()), folders.added());
    }

    private ModelCatalog with(List<ModelSpec> added, Path profiles) {
        try {
            return new ModelCatalog(Stream.concat(models.stream(), added.stream())
                    .map(model -> AddedModels.measured(model, profiles))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    "among the models that were added here and those of Lintel " + e.getMessage(),
                    "lintel models remove it, and add it again by another name",
                    e);
        }
    }

    public List<ModelSpec> models() {
        return models;
    }

    /** The models that are fetched when none is named. */
    public List<ModelSpec> defaults() {
        return models.stream()
                .filter(model -> model.need() != Requirement.ON_REQUEST)
                .toList();
    }

    /** All models of a role that belong to the default set. */
    public List<ModelSpec> defaults(ModelRole role) {
        return defaults().stream().filter(model -> model.role() == role).toList();
    }

    /** All models of a role. */
    public List<ModelSpec> models(ModelRole role) {
        return models.stream().filter(model -> model.role() == role).toList();
    }

    /**
     * The embedder that a setting chooses.
     *
     * @param id empty for the one that Lintel comes with
     * @throws LintelException if there is no such embedder; the remedy names those that exist
     */
    public ModelSpec embedder(Optional<String> id) {
        if (id.isEmpty()) {
            return defaults(ModelRole.EMBEDDER).getFirst();
        }
        List<ModelSpec> embedders = models(ModelRole.EMBEDDER);
        return embedders.stream()
                .filter(model -> model.id().equals(id.get()))
                .findFirst()
                .orElseThrow(() -> new LintelException(
                        "there is no embedder called " + id.get(),
                        "choose one of " + embedders.stream().map(ModelSpec::id).collect(Collectors.joining(", "))));
    }

    /**
     * The model of that id.
     *
     * @throws LintelException if there is no such model; the remedy names those that exist
     */
    public ModelSpec model(String id) {
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LintelException(
                        "there is no model called " + id,
                        "choose one of " + models.stream().map(ModelSpec::id).collect(Collectors.joining(", "))));
    }
}
