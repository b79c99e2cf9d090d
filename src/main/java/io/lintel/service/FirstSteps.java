package io.lintel.service;

import io.lintel.system.AtomicFile;
import io.lintel.system.Kebab;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an installer still has to do until a new box is a working door, kept in a small file of the data folder. A box that has people
 * when it is first asked was set up some other way and has nothing left to do. Thread-safe.
 */
public final class FirstSteps {

    public static final String FILE = "first-steps";

    /** In the order in which they are best taken. */
    public enum Step {
        LANGUAGE,
        PLACE,
        CAMERA,
        LOCK,
        RELAY,
        PERSON;

        /** As in addresses. */
        public String word() {
            return Kebab.of(this);
        }

        public static Optional<Step> of(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.word().equals(word))
                    .findFirst();
        }
    }

    public enum State {
        OPEN,
        DONE,
        /** Can be returned to. */
        SKIPPED
    }

    private final Path file;
    private final BooleanSupplier hasPeople;
    private @Nullable Map<Step, State> known;

    /** @param hasPeople whether anybody is enrolled; may throw a LintelException while that is not known */
    public FirstSteps(Path dataFolder, BooleanSupplier hasPeople) {
        this.file = dataFolder.resolve(FILE);
        this.hasPeople = hasPeople;
    }

    /** Each step with its state, in their order. */
    public synchronized Map<Step, State> states() {
        Map<Step, State> states = new EnumMap<>(read());
        if (states.get(Step.PERSON) != State.DONE && people()) {
            states.put(Step.PERSON, State.DONE);
        }
        return states;
    }

    /** How many are neither done nor skipped. */
    public int open() {
        return (int)
                states().values().stream().filter(state -> state == State.OPEN).count();
    }

    /** The first one that is neither done nor skipped, after this one if there is. */
    public Optional<Step> next(@Nullable Step after) {
        Map<Step, State> states = states();
        int from = after == null ? 0 : after.ordinal() + 1;
        return states.keySet().stream()
                .filter(step -> step.ordinal() >= from && states.get(step) == State.OPEN)
                .findFirst();
    }

    /** @throws LintelException if it cannot be kept */
    public synchronized void mark(Step step, State state) {
        Map<Step, State> states = new EnumMap<>(read());
        states.put(step, state);
        String text = states.entrySet().stream()
                .map(each -> each.getKey().word() + "=" + Kebab.of(each.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            AtomicFile.write(file, text, AtomicFile.GROUP_READABLE);
        } catch (IOException e) {
            throw new LintelException(
                    file + " cannot be written: " + e.getMessage(),
                    "make the data folder writable for Lintel's user",
                    e);
        }
        known = states;
    }

    private Map<Step, State> read() {
        Map<Step, State> states = known;
        if (states != null) {
            return states;
        }
        if (Files.exists(file)) {
            states = parse();
        } else {
            states = all(people() ? State.DONE : State.OPEN);
            if (states.get(Step.LANGUAGE) == State.OPEN) {
                return states; // A box that is being restored may have people a moment later
            }
        }
        known = states;
        return states;
    }

    private boolean people() {
        try {
            return hasPeople.getAsBoolean();
        } catch (LintelException e) {
            return false;
        }
    }

    private Map<Step, State> parse() {
        Map<Step, State> states = all(State.OPEN);
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("=", 2);
                Step.of(parts[0])
                        .ifPresent(step -> Arrays.stream(State.values())
                                .filter(state ->
                                        parts.length == 2 && Kebab.of(state).equals(parts[1].strip()))
                                .forEach(state -> states.put(step, state)));
            }
        } catch (IOException e) {
            return all(State.DONE); // Nobody is led through a set-up because of a disk that fails
        }
        return states;
    }

    private static Map<Step, State> all(State state) {
        Map<Step, State> states = new EnumMap<>(Step.class);
        Arrays.stream(Step.values()).forEach(step -> states.put(step, state));
        return states;
    }
}
