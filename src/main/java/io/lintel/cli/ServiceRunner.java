package io.lintel.cli;

/** Starts Quarkus for one command, which does its work with the services that it asks for by class. */
public interface ServiceRunner {

    /** The services of the started program. A service whose part cannot be had, such as the models, fails when it is called. */
    interface Services {
        <S> S get(Class<S> service);
    }

    /** What a command does. Returns the exit code. */
    @FunctionalInterface
    interface Work<S> {
        int with(S service) throws Exception;
    }

    /** @param web whether the web pages are served meanwhile */
    int run(boolean web, Work<Services> work);

    /** A command that needs one service and no pages. */
    default <S> int run(Class<S> service, Work<S> work) {
        return run(false, services -> work.with(services.get(service)));
    }
}
