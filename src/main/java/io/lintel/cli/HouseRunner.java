package io.lintel.cli;

import io.lintel.wiring.House;

/** Brings up the house for one command: Quarkus, the database and whatever the command asks the house for. */
@FunctionalInterface
public interface HouseRunner {

    /** What a command does in the house. Returns the exit code. */
    @FunctionalInterface
    interface Work {
        int in(House house) throws Exception;
    }

    /** @param web whether the web pages are served meanwhile */
    int run(boolean web, Work work);
}
