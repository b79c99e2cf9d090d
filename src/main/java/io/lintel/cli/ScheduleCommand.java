package io.lintel.cli;

import io.lintel.service.ScheduleService;
import java.util.concurrent.Callable;

/** A command about schedules, groups or holidays. */
abstract class ScheduleCommand implements Callable<Integer> {

    private final HouseRunner house;
    final Console console;

    ScheduleCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    abstract int run(ScheduleService service);

    @Override
    public Integer call() {
        return house.run(false, rooms -> run(rooms.scheduleService()));
    }
}
