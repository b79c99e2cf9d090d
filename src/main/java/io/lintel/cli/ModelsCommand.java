package io.lintel.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Need;
import io.lintel.model.fetch.FetchResult;
import io.lintel.model.fetch.FetchSettings;
import io.lintel.model.fetch.ModelFetcher;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lintel models}: the neural networks' files. Needs neither database nor settings beyond the models folder. */
@Command(name = "models", description = "Fetch and check the face models.", synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    /** @param folder of the models, asked for when a command runs */
    static CommandLine line(Supplier<Path> folder, Console console) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new Fetch(folder, console))
                .addSubcommand(new Check(folder, console));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "fetch",
            description = {
                "Get the published model files, verify them and import them to ONNX.",
                "Models that are in place already are left alone."
            })
    static final class Fetch implements Callable<Integer> {

        private static final String MIRROR = "LINTEL_MODEL_MIRROR";

        private final Supplier<Path> folder;
        private final Console console;

        @Spec
        @Nullable
        CommandSpec command;

        @Parameters(
                paramLabel = "MODEL",
                arity = "0..*",
                description = "Ids of the catalogue. Default: all that Lintel uses by default.")
        List<String> ids = new ArrayList<>();

        @Option(
                names = "--mirror",
                paramLabel = "FOLDER",
                description = "A folder with the published files, asked before all else. Default: " + MIRROR + ".")
        @Nullable
        Path mirror;

        Fetch(Supplier<Path> folder, Console console) {
            this.folder = folder;
            this.console = console;
        }

        @Override
        public Integer call() {
            Path models = folder.get();
            ModelStore store = ModelStore.open(models);
            List<FetchResult> results = new ModelFetcher(models, store, FetchSettings.withMirror(mirrorFolder()))
                    .fetch(wanted(store.catalog()));
            boolean failed = results.stream().anyMatch(this::failed);
            console.answer(document(results, failed), out -> results.forEach(result -> print(result, out)));
            return failed ? ExitCode.FAILED : ExitCode.OK;
        }

        private List<ModelSpec> wanted(ModelCatalog catalog) {
            try {
                return ids.isEmpty()
                        ? catalog.defaults()
                        : ids.stream().distinct().map(catalog::model).toList();
            } catch (LintelException unknown) {
                throw new ParameterException(
                        requireNonNull(command).commandLine(), unknown.getMessage() + ": " + unknown.remedy(), unknown);
            }
        }

        /** A recommended model may be absent, unless someone asked for it by name. */
        private boolean failed(FetchResult result) {
            return result.outcome() == FetchResult.Outcome.UNAVAILABLE
                    && (result.model().need() != Need.RECOMMENDED || !ids.isEmpty());
        }

        private @Nullable Path mirrorFolder() {
            String set = System.getenv(MIRROR);
            if (mirror != null || set == null || set.isBlank()) {
                return mirror;
            }
            return Path.of(set);
        }

        private static void print(FetchResult result, PrintWriter out) {
            String origin = result.from().isEmpty() ? "" : " from " + result.from();
            out.println(result.model().id() + "  " + lower(result.outcome()) + origin);
            result.failures().forEach(failure -> out.println("    " + failure));
            if (result.outcome() == FetchResult.Outcome.UNAVAILABLE) {
                out.println("    Without it " + result.model().without() + ".");
            }
        }

        private static ObjectNode document(List<FetchResult> results, boolean failed) {
            ObjectNode document = Console.object().put("complete", !failed);
            ArrayNode models = document.putArray("models");
            for (FetchResult result : results) {
                ObjectNode model =
                        models.addObject().put("id", result.model().id()).put("outcome", lower(result.outcome()));
                if (!result.from().isEmpty()) {
                    model.put("from", result.from());
                }
                if (result.outcome() == FetchResult.Outcome.UNAVAILABLE) {
                    model.put("without", result.model().without());
                }
                ArrayNode failures = model.putArray("failures");
                result.failures().forEach(failures::add);
            }
            return document;
        }
    }

    @Command(
            name = "check",
            description = {
                "Compare every model file with the catalogue.",
                "Fails if one that Lintel needs is missing or any is damaged."
            })
    static final class Check implements Callable<Integer> {

        private final Supplier<Path> folder;
        private final Console console;

        @Option(names = "--quiet", description = "Print nothing; only the exit code answers.")
        boolean quiet;

        Check(Supplier<Path> folder, Console console) {
            this.folder = folder;
            this.console = console;
        }

        @Override
        public Integer call() {
            ModelStore store = ModelStore.open(folder.get());
            List<Checked> checked = store.catalog().models().stream()
                    .map(model -> new Checked(model, store.check(model)))
                    .toList();
            boolean failed = checked.stream().anyMatch(Checked::failed);
            if (!quiet) {
                console.answer(document(checked, failed), out -> print(checked, failed, out));
            }
            return failed ? ExitCode.FAILED : ExitCode.OK;
        }

        private static void print(List<Checked> checked, boolean failed, PrintWriter out) {
            for (Checked model : checked) {
                out.println(model.spec().id() + "  " + lower(model.state()) + " ("
                        + model.spec().need().key() + ")");
                if (model.state() == ModelStore.State.MISSING && model.spec().need() != Need.ON_REQUEST) {
                    out.println("    Without it " + model.spec().without() + ".");
                }
            }
            if (failed) {
                out.println("run: lintel models fetch");
            }
        }

        private static ObjectNode document(List<Checked> checked, boolean failed) {
            ObjectNode document = Console.object().put("complete", !failed);
            ArrayNode models = document.putArray("models");
            for (Checked model : checked) {
                models.addObject()
                        .put("id", model.spec().id())
                        .put("role", model.spec().role().key())
                        .put("need", model.spec().need().key())
                        .put("state", lower(model.state()));
            }
            return document;
        }

        private record Checked(ModelSpec spec, ModelStore.State state) {

            boolean failed() {
                return state == ModelStore.State.DAMAGED
                        || state == ModelStore.State.MISSING && spec.need() == Need.REQUIRED;
            }
        }
    }
}
