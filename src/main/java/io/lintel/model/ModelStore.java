package io.lintel.model;

import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The imported models of a models folder. Every model handed out is the catalogue's: it has just been hashed, or it was before and has not been
 * written since (0230). Thread-safe.
 */
public final class ModelStore {

    private final ModelFolders folders;
    private final ModelCatalog catalog;
    private final HashNotes notes;

    /** Hashes every file whenever it is asked for. */
    public ModelStore(ModelFolders folders, ModelCatalog catalog) {
        this(folders, catalog, HashNotes.NONE);
    }

    private ModelStore(ModelFolders folders, ModelCatalog catalog, HashNotes notes) {
        this.folders = folders;
        this.catalog = catalog;
        this.notes = notes;
    }

    /** This store, which hashes what the notes do not hold. */
    public ModelStore with(HashNotes hashed) {
        return new ModelStore(folders, catalog, hashed);
    }

    /**
     * The store of a models folder alone, without what a site has added.
     *
     * @throws LintelException if the folder holds no readable catalogue
     */
    public static ModelStore open(Path folder) {
        return new ModelStore(new ModelFolders(folder, folder), ModelCatalog.read(folder));
    }

    /**
     * The store of an installation.
     *
     * @throws LintelException if there is no readable catalogue, or that of the added models is wrong
     */
    public static ModelStore open(ModelFolders folders) {
        return new ModelStore(folders, ModelCatalog.read(folders));
    }

    /** Where a model's file is, or would be. */
    public Path file(ModelSpec spec) {
        return (spec.isAdded() ? folders.added() : folders.shipped()).resolve(spec.onnxFile());
    }

    public ModelCatalog catalog() {
        return catalog;
    }

    /**
     * The default model of a role.
     *
     * @throws LintelException if its file is missing or damaged; the remedy is the command that mends it
     */
    public InstalledModel require(ModelRole role) {
        List<ModelSpec> defaults = catalog.defaults(role);
        if (defaults.size() != 1) {
            throw new IllegalArgumentException(
                    "role " + role.key() + " has " + defaults.size() + " default models: name one");
        }
        return require(defaults.getFirst());
    }

    /** Like {@link #require(ModelRole)}, for the model that a setting names. */
    public InstalledModel require(String id) {
        return require(catalog.model(id));
    }

    /**
     * All default models of a role whose files are in place: for {@link Requirement#RECOMMENDED} ones, which may be absent.
     *
     * @throws LintelException if a file is there but damaged
     */
    public List<InstalledModel> available(ModelRole role) {
        return catalog.defaults(role).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The model, if its file is in place.
     *
     * @throws LintelException if the file is there but damaged
     */
    public Optional<InstalledModel> find(ModelSpec spec) {
        return switch (check(spec)) {
            case PRESENT -> Optional.of(new InstalledModel(spec, file(spec), spec.onnxSha256()));
            case MISSING -> Optional.empty();
            case DAMAGED ->
                throw new LintelException(
                        "the model file %s is damaged: its SHA-256 is not the catalogue's"
                                .formatted(file(spec).toAbsolutePath()),
                        remedy(spec));
        };
    }

    /** How a model's file is. */
    public State check(ModelSpec spec) {
        Path onnx = file(spec);
        if (Files.notExists(onnx)) {
            return State.MISSING;
        }
        FileState before = FileState.of(onnx);
        if (notes.hold(before, spec.onnxSha256())) {
            return State.PRESENT;
        }
        if (!sha256(onnx).equals(spec.onnxSha256())) {
            return State.DAMAGED;
        }
        notes.add(before, spec.onnxSha256());
        return State.PRESENT;
    }

    /** Whether a model's file is there and the catalogue's. */
    public enum State {
        PRESENT,
        MISSING,
        /** There, but not the file that the catalogue names. */
        DAMAGED
    }

    private InstalledModel require(ModelSpec spec) {
        return find(spec)
                .orElseThrow(() -> new LintelException(
                        "the model %s (%s) is missing: %s"
                                .formatted(spec.id(), spec.title(), file(spec).toAbsolutePath()),
                        remedy(spec)));
    }

    /** What to do when the model's file is missing or damaged. */
    public static String remedy(ModelSpec spec) {
        if (spec.isShipped()) {
            return "restore it from Lintel's release: it is part of Lintel and not fetched";
        }
        if (spec.isAdded()) {
            return "add it again: lintel models remove " + spec.id() + ", then lintel models add";
        }
        return spec.need() == Requirement.ON_REQUEST
                ? "run: lintel models fetch " + spec.id()
                : "run: lintel models fetch";
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
