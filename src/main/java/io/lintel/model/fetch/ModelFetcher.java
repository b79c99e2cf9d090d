package io.lintel.model.fetch;

import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings models into the models folder: gets the published file from the first source that has it, verifies it, imports it,
 * verifies the result, and only then puts it in place. What is in place already is left alone. Blocking; one at a time.
 */
public final class ModelFetcher {

    private final Path folder;
    private final ModelStore store;
    private final FetchSettings settings;

    /** @param folder the store's: {@code npm/} is in it, {@code download/} and the models go there */
    public ModelFetcher(Path folder, ModelStore store, FetchSettings settings) {
        this.folder = folder;
        this.store = store;
        this.settings = settings;
    }

    /**
     * Fetches the given models, each for itself: one that no source gives does not keep the others back.
     *
     * @throws LintelException if the folder cannot be filled, another fetch runs, or an imported model is not the catalogue's
     */
    public List<FetchResult> fetch(List<ModelSpec> models) {
        if (models.stream().allMatch(this::isPresent)) {
            // an installed folder may be one that this user cannot write
            return models.stream().map(FetchResult::present).toList();
        }
        boolean optional = models.stream().anyMatch(model -> model.need() == Requirement.ON_REQUEST);
        try (Downloads downloads = new Downloads(folder.resolve("download"));
                NpmPackages npm = new NpmPackages(folder.resolve("npm"), downloads.log(), settings, optional);
                HttpDownload http = new HttpDownload(settings.downloadDeadline())) {
            Sources sources = new Sources(settings, downloads, npm, http);
            List<FetchResult> results = new ArrayList<>();
            for (ModelSpec model : models) {
                results.add(fetch(model, downloads, sources));
            }
            return results;
        } catch (IOException e) {
            throw new LintelException(
                    "the models folder " + folder.toAbsolutePath() + " could not be filled: " + e,
                    "check the rights and the free space of that folder",
                    e);
        }
    }

    private FetchResult fetch(ModelSpec model, Downloads downloads, Sources sources) throws IOException {
        if (isPresent(model)) {
            return FetchResult.present(model);
        }
        if (model.isAdded()) {
            return FetchResult.unavailable(model, List.of("this site has added it: " + ModelStore.remedy(model)));
        }
        if (model.isShipped()) {
            return FetchResult.unavailable(
                    model,
                    List.of(
                            store.check(model) == ModelStore.State.MISSING
                                    ? "it is part of Lintel and not in the models folder: restore it from the release"
                                    : "it is part of Lintel and its file was altered: restore it from the release"));
        }
        List<String> failures = new ArrayList<>();
        String from = "an earlier download";
        if (!downloads.holds(model.source())) {
            Optional<String> source = sources.get(model.source(), failures);
            if (source.isEmpty()) {
                return FetchResult.unavailable(model, failures);
            }
            from = source.get();
        }
        put(ModelImporter.toOnnx(model, downloads.file(model.source())), model);
        return FetchResult.fetched(model, from, failures);
    }

    private boolean isPresent(ModelSpec model) {
        return store.check(model) == ModelStore.State.PRESENT;
    }

    private void put(byte[] imported, ModelSpec model) throws IOException {
        String sha256 = Sha256.of(imported);
        if (!sha256.equals(model.onnxSha256())) {
            throw new LintelException(
                    "the imported %s has the SHA-256 %s, the catalogue says %s: the catalogue is of another release"
                            .formatted(model.id(), sha256, model.onnxSha256()),
                    "use program and models folder of one release");
        }
        AtomicFile.write(folder.resolve(model.onnxFile()), imported, AtomicFile.PUBLIC);
    }
}
