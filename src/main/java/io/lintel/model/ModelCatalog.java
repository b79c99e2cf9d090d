package io.lintel.model;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    "the model catalogue " + file.toAbsolutePath() + " is wrong: " + e.getMessage(),
                    "restore it from Lintel's release",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ModelSpec> models() {
        return models;
    }

    /** The models that are fetched when none is named. */
    public List<ModelSpec> defaults() {
        return models.stream().filter(model -> model.need() != Need.ON_REQUEST).toList();
    }

    /** All models of a role that belong to the default set. */
    public List<ModelSpec> defaults(ModelRole role) {
        return defaults().stream().filter(model -> model.role() == role).toList();
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
