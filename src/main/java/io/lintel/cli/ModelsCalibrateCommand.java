package io.lintel.cli;

import static java.util.Objects.requireNonNull;

import io.lintel.model.AddedModels;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSpec;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lintel models calibrate}. */
@Command(
        name = "calibrate",
        description = {
            "Take over what a calibration has measured of an embedder's scores, so that it can be chosen.",
            "The file is a profile such as stands in models/catalog.json."
        })
final class ModelsCalibrateCommand implements Callable<Integer> {

    private final Supplier<ModelFolders> folders;
    private final Console console;

    @Parameters(index = "0", paramLabel = "NAME", description = "The embedder's id, see 'models list'.")
    String name = "";

    @Parameters(index = "1", paramLabel = "JSON", description = "The profile.")
    @Nullable
    Path file;

    ModelsCalibrateCommand(Supplier<ModelFolders> folders, Console console) {
        this.folders = folders;
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelFolders places = folders.get();
        ModelSpec model = ModelCatalog.read(places).model(name);
        if (model.role() != ModelRole.EMBEDDER) {
            throw new LintelException(
                    "the model " + name + " is no embedder", "choose an embedder: lintel models list");
        }
        if (ModelCatalog.read(places.shipped()).models().stream()
                .anyMatch(shipped -> shipped.id().equals(name) && shipped.isCalibrated())) {
            throw new LintelException(
                    "Lintel comes with the profile of " + name + ", which is not replaced",
                    "set lintel.decision.lowest-threshold and lintel.decision.margin by your own measurement");
        }
        EmbedderProfile profile = AddedModels.profile(requireNonNull(file));
        new AddedModels(places.added()).calibrate(name, profile);
        console.answer(
                Console.object().put("id", name).put("lowestThreshold", profile.lowestThreshold()),
                out -> out.println("calibrated " + name + " on "
                        + profile.scores().population() + "; choose it with lintel.models.embedder=" + name));
        return ExitCode.OK;
    }
}
