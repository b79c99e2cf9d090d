package io.lintel.service;

import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.GpioException;
import io.lintel.door.gpio.LineAddress;
import io.lintel.door.gpio.LineSurvey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The lines of this box, for whoever wires it. Thread-safe. */
public final class LineLevels {

    private final LineSurvey survey;
    private final Supplier<Bias> bias;

    /** @param bias of the contacts, by the settings */
    public LineLevels(LineSurvey survey, Supplier<Bias> bias) {
        this.survey = survey;
        this.bias = bias;
    }

    /** All that there are; empty on a machine without GPIO. @throws GpioException if they may not be looked at */
    public List<LineSurvey.Line> lines() {
        return survey.lines();
    }

    /**
     * How a contact on this line is now. What somebody uses is left alone, also by this door.
     *
     * @return closed, open, used, or what is wrong with the line
     */
    public synchronized String state(String line) {
        try {
            Optional<Boolean> closed = survey.isClosed(LineAddress.parse(line), bias.get());
            return closed.map(isClosed -> isClosed ? "closed" : "open").orElse("used");
        } catch (GpioException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
