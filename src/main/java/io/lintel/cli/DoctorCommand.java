package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.cli.Finding.State;
import io.lintel.config.LintelConfig;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ModelStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code lintel doctor}: what keeps this box from working. Changes nothing and starts nothing. */
@Command(
        name = "doctor",
        description = {
            "Check libraries, models, cameras, GPIO and data of this box.",
            "On an installed box run it as the door's user: sudo -u lintel lintel doctor"
        })
final class DoctorCommand implements Callable<Integer> {

    private static final Path DEVICES = Path.of("/dev");

    private final Supplier<LintelConfig> settings;
    private final Supplier<Path> models;
    private final Console console;

    /** Both suppliers are asked when the command runs. */
    DoctorCommand(Supplier<LintelConfig> settings, Supplier<Path> models, Console console) {
        this.settings = settings;
        this.models = models;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = examine();
        boolean well = findings.stream().noneMatch(finding -> finding.state() == State.PROBLEM);
        console.answer(document(findings, well), out -> print(findings, out));
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<Finding> examine() {
        Path folder = models.get();
        ModelStore store = ModelStore.open(folder);
        DeviceCheckup devices = new DeviceCheckup(DEVICES);
        List<Finding> findings = new ArrayList<>();
        findings.add(LibraryCheckup.openCv());
        findings.add(LibraryCheckup.onnxRuntime(folder.resolve(ModelCatalog.FILE)));
        findings.addAll(ModelCheckup.of(store));
        findings.add(devices.cameras());
        findings.add(devices.gpioChips());
        findings.add(DataCheckup.of(settings.get().data().folder()));
        return findings;
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.println("%-8s %s: %s".formatted(lower(finding.state()), finding.part(), finding.detail()));
            if (!finding.remedy().isEmpty()) {
                out.println("         " + finding.remedy());
            }
        }
    }

    private static ObjectNode document(List<Finding> findings, boolean well) {
        ObjectNode document = Console.object().put("well", well);
        ArrayNode list = document.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("part", finding.part())
                    .put("state", lower(finding.state()))
                    .put("detail", finding.detail())
                    .put("remedy", finding.remedy());
        }
        return document;
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
