package io.lintel.cli;

import io.lintel.wiring.TimetableDesk;
import java.util.concurrent.Callable;

/** A command that reads or changes schedules, groups or holidays. */
abstract class TimetableCommand implements Callable<Integer> {

    private final ServiceRunner runner;
    final Console console;

    TimetableCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    abstract int at(TimetableDesk desk);

    @Override
    public Integer call() {
        return runner.run(TimetableDesk.class, this::at);
    }
}
