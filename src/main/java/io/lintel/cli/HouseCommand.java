package io.lintel.cli;

import io.lintel.wiring.TimetableDesk;
import java.util.concurrent.Callable;

/** A command at the timetable's desk. */
abstract class HouseCommand implements Callable<Integer> {

    private final HouseRunner house;
    final Console console;

    HouseCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    abstract int at(TimetableDesk desk);

    @Override
    public Integer call() {
        return house.run(false, rooms -> at(new TimetableDesk(rooms)));
    }
}
