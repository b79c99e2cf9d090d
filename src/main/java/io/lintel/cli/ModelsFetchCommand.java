package io.lintel.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import io.lintel.model.fetch.FetchResult;
import io.lintel.model.fetch.FetchSettings;
import io.lintel.model.fetch.ModelFetcher;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lintel models fetch}. */
@Command(
        name = "fetch",
        description = {
            "Get the published model files, verify them and import them to ONNX.",
            "Models that are in place already are left alone."
        })
final class ModelsFetchCommand implements Callable<Integer> {

    private static final String MIRROR = "LINTEL_MODEL_MIRROR";

    private final Supplier<ModelFolders> folder;
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

    ModelsFetchCommand(Supplier<ModelFolders> folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelFolders folders = folder.get();
        ModelStore store = ModelStore.open(folders);
        List<FetchResult> results = new ModelFetcher(folders.shipped(), store, FetchSettings.withMirror(mirrorFolder()))
                .fetch(wanted(store.catalog()));
        boolean failed = results.stream().anyMatch(this::failed);
        console.answer(document(results, failed), out -> print(results, out));
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
                && (result.model().need() != Requirement.RECOMMENDED
                        || result.model().isShipped()
                        || !ids.isEmpty());
    }

    private @Nullable Path mirrorFolder() {
        String set = System.getenv(MIRROR);
        if (mirror != null || set == null || set.isBlank()) {
            return mirror;
        }
        return Path.of(set);
    }

    /** A line each, then once what the absent ones cost. */
    private static void print(List<FetchResult> results, PrintWriter out) {
        results.forEach(result -> print(result, out));
        Map<String, List<String>> absent = results.stream()
                .filter(result -> result.outcome() == FetchResult.Outcome.UNAVAILABLE)
                .map(FetchResult::model)
                .collect(Collectors.groupingBy(
                        ModelSpec::without,
                        LinkedHashMap::new,
                        Collectors.mapping(ModelSpec::id, Collectors.toList())));
        absent.forEach((without, models) -> out.println(
                "Without " + (models.size() == 1 ? "it " : String.join(" and ", models) + " ") + without + "."));
        boolean retry = results.stream()
                .anyMatch(result -> result.outcome() == FetchResult.Outcome.UNAVAILABLE
                        && result.model().need() == Requirement.RECOMMENDED
                        && !result.model().isShipped());
        if (retry) {
            out.println("Later: lintel models fetch, or " + MIRROR + "=FOLDER lintel models fetch (docs/INSTALL.md).");
        }
    }

    private static void print(FetchResult result, PrintWriter out) {
        String origin = result.from().isEmpty() ? "" : " from " + result.from();
        out.println(result.model().id() + "  " + ModelsCommand.lower(result.outcome()) + origin);
        result.failures().forEach(failure -> out.println("    " + failure));
    }

    private static ObjectNode document(List<FetchResult> results, boolean failed) {
        ObjectNode document = Console.object().put("complete", !failed);
        ArrayNode models = document.putArray("models");
        for (FetchResult result : results) {
            ObjectNode model = models.addObject()
                    .put("id", result.model().id())
                    .put("outcome", ModelsCommand.lower(result.outcome()));
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
