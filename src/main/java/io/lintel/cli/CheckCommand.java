package io.lintel.cli;

import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.model.ModelStore;
import io.lintel.system.LintelException;
import io.lintel.wiring.Models;
import io.lintel.wiring.checkup.CheckupFinding;
import io.lintel.wiring.checkup.CheckupFinding.State;
import io.lintel.wiring.checkup.DatabaseCheckup;
import io.lintel.wiring.checkup.ModelCheckup;
import io.lintel.wiring.checkup.ProgramCheckup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code lintel check}: whether everything on the box is as it was made. Changes nothing; {@code lintel doctor} says what is missing. */
@Command(
        name = "check",
        description = {
            "Verify that program, models, database, log and settings are as they were made.",
            "On an installed box run it as the door's user: sudo -u lintel lintel check"
        })
final class CheckCommand implements Callable<Integer> {

    private final LintelCommand lintel;
    private final Supplier<LintelConfig> settings;
    private final ServiceRunner runner;
    private final Console console;

    /** @param settings asked for when the command runs */
    CheckCommand(LintelCommand lintel, Supplier<LintelConfig> settings, ServiceRunner runner, Console console) {
        this.lintel = lintel;
        this.settings = settings;
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<CheckupFinding> findings = new ArrayList<>();
        findings.add(ProgramCheckup.of(Installation.current().home()));
        CheckupFinding settingsAsTheyAre = settings();
        findings.add(settingsAsTheyAre);
        if (settingsAsTheyAre.state() == State.OK) {
            LintelConfig config = settings.get();
            findings.addAll(models(config));
            findings.addAll(data(RunMode.of(config).database(config)));
        }
        return CheckupReport.answer(console, findings);
    }

    private CheckupFinding settings() {
        try {
            return CheckupFinding.ok("settings", ConfigCommand.check(lintel) + " is valid");
        } catch (LintelException e) {
            return CheckupFinding.problem("settings", e);
        }
    }

    private static List<CheckupFinding> models(LintelConfig config) {
        try {
            ModelStore store = Models.store(config);
            return ModelCheckup.of(store, Models.embedder(config, store.catalog()));
        } catch (LintelException e) {
            return List.of(CheckupFinding.problem("models", e));
        }
    }

    private List<CheckupFinding> data(Path database) {
        if (Files.notExists(database)) {
            return List.of(CheckupFinding.note(
                    "database", "there is no " + database + " yet", "it is made at the first start"));
        }
        CheckupFinding file = DatabaseCheckup.of(database);
        return file.state() == State.OK
                ? List.of(file, LogCheckup.of(runner))
                : List.of(file, CheckupFinding.note("log", "not verified, because of the database", file.remedy()));
    }
}
