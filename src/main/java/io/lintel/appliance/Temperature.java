package io.lintel.appliance;

import io.lintel.system.Thermometer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How warm the box is, degrees Celsius. */
public final class Temperature {

    /** A Raspberry Pi slows itself down at 80 degrees. */
    private static final double WARM = 75;

    private static final double HOT = 85;

    private Temperature() {}

    /** Empty where there is no sensor. */
    public static Optional<ComponentStatus> status(String component, Thermometer thermometer) {
        OptionalDouble celsius = thermometer.celsius();
        return celsius.isPresent() ? Optional.of(status(component, celsius.getAsDouble())) : Optional.empty();
    }

    static ComponentStatus status(String component, double celsius) {
        String text = String.format(Locale.ROOT, "%.0f °C", celsius);
        if (celsius >= HOT) {
            return ComponentStatus.bad(component, text, "the processor slows down: give it air")
                    .butReady();
        }
        return celsius >= WARM
                ? ComponentStatus.warning(component, text, "give the box more air")
                : ComponentStatus.good(component, text);
    }
}
