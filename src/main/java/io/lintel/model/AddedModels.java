package io.lintel.model;

import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The embedders that a site has added, in a folder of its own: {@code catalog.json}, each model's {@code <id>.onnx}, and in {@code profiles/} what the
 * site has measured of an embedder, added or shipped. Every file is replaced as a whole. One process at a time.
 */
public final class AddedModels {

    private static final String PROFILES = "profiles";

    private final Path folder;

    public AddedModels(Path folder) {
        this.folder = folder;
    }

    /** @throws LintelException if the catalogue there is wrong */
    static List<ModelSpec> read(Path folder) {
        Path file = folder.resolve(ModelCatalog.FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            List<ModelSpec> models = CatalogReader.read(Files.readString(file)).models();
            if (!models.stream().allMatch(ModelSpec::isAdded)) {
                throw new IllegalArgumentException("a model has another source than \"added\"");
            }
            return models;
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    "the catalogue of the added models, " + file.toAbsolutePath() + ", is wrong: " + e.getMessage(),
                    "delete the file, and add the models again: lintel models add",
                    e);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** An embedder without a profile gets the site's own, if there is one. @throws LintelException if that is wrong */
    static ModelSpec measured(ModelSpec model, Path folder) {
        Path file = folder.resolve(PROFILES).resolve(model.id() + ".json");
        return model.isCalibrated() || model.embedding().isEmpty() || Files.notExists(file)
                ? model
                : model.withProfile(profile(file));
    }

    /** Reads a profile that a calibration wrote. @throws LintelException saying what is wrong with it */
    public static EmbedderProfile profile(Path file) {
        try {
            return EmbedderProfileJson.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new LintelException(
                    "the embedder's profile " + file.toAbsolutePath() + " is wrong: " + e.getMessage(),
                    "calibrate the embedder again (docs/EVALUATION.md)",
                    e);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /**
     * The record of an embedder that is to be added.
     *
     * @param id under which settings and templates name it
     * @param onnx its file
     * @param licence SPDX identifier
     * @throws LintelException if the file cannot be read
     */
    public static ModelSpec embedder(
            String id, Path onnx, Preprocessing input, EmbeddingSpec embedding, String licence) {
        try {
            String sha256 = Sha256.of(onnx);
            return new ModelSpec(
                    id,
                    id + ", added here",
                    ModelRole.EMBEDDER,
                    Requirement.ON_REQUEST,
                    "no setting can choose it",
                    licence,
                    new SourceFile(
                            id + ".onnx",
                            Files.size(onnx),
                            sha256,
                            SourceFormat.ONNX,
                            List.of(new ModelSource.Added())),
                    sha256,
                    input,
                    List.of(),
                    Optional.of(embedding),
                    Optional.empty());
        } catch (IOException e) {
            throw new LintelException(onnx + " cannot be read: " + e.getMessage(), "give a file that can be read", e);
        }
    }

    /**
     * Takes a model in.
     *
     * @param onnx the file, which is copied
     * @throws LintelException if the folder cannot be written
     */
    public void add(ModelSpec model, Path onnx) {
        List<ModelSpec> all = new ArrayList<>(read(folder));
        all.add(model);
        try {
            Path part = Files.createDirectories(folder).resolve(model.onnxFile() + ".part");
            Files.copy(onnx, part, StandardCopyOption.REPLACE_EXISTING);
            if (!Sha256.of(part).equals(model.onnxSha256())) {
                Files.delete(part);
                throw new LintelException(onnx + " changed while it was added", "add it again when it is complete");
            }
            Files.move(
                    part,
                    folder.resolve(model.onnxFile()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            write(folder.resolve(ModelCatalog.FILE), CatalogWriter.write(all));
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    /** Keeps what was measured of an embedder. @throws LintelException if the folder cannot be written */
    public void calibrate(String id, EmbedderProfile profile) {
        try {
            Path profiles = Files.createDirectories(folder.resolve(PROFILES));
            write(profiles.resolve(id + ".json"), EmbedderProfileJson.write(profile));
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    /** Forgets a model with its file and its profile. @throws LintelException if it is not one that was added here */
    public void remove(String id) {
        List<ModelSpec> all = new ArrayList<>(read(folder));
        if (!all.removeIf(model -> model.id().equals(id))) {
            throw new LintelException("no model called " + id + " was added here", "see lintel models list");
        }
        try {
            write(folder.resolve(ModelCatalog.FILE), CatalogWriter.write(all));
            Files.deleteIfExists(folder.resolve(id + ".onnx"));
            Files.deleteIfExists(folder.resolve(PROFILES).resolve(id + ".json"));
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static LintelException failed(String how, IOException e) {
        String what =
                e instanceof FileAlreadyExistsException ? "a file is in the way: " + e.getMessage() : e.toString();
        return new LintelException(
                "models cannot be " + how + ": " + what, "run this as the user that owns lintel.data.folder", e);
    }
}
