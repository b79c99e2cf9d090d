package io.lintel.cli;

import io.lintel.service.ScheduleService;
import java.util.concurrent.Callable;

/** A command about schedules, groups or holidays. */
abstract class ScheduleCommand implements Callable<Integer> {

    private final ServiceRunner runner;
    final Console console;

    ScheduleCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    abstract int run(ScheduleService service);

    @Override
    public Integer call() {
        return runner.run(ScheduleService.class, this::run);
    }
}
