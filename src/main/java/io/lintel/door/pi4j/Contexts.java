package io.lintel.door.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.provider.Provider;
import io.lintel.system.LintelException;
import java.util.Collection;

/** Makes Pi4J contexts that hold exactly our two providers. */
final class Contexts {

    private Contexts() {}

    /**
     * Never detects anything: with Pi4J's mock on the class path, detection prefers it and the relay would silently never
     * move. And Pi4J keeps one provider an IO type and drops others without a word, so what it kept is checked.
     */
    static Context of(DigitalOutputProvider output, DigitalInputProvider input) {
        Context context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(output, input)
                .build();
        @SuppressWarnings("rawtypes")
        Collection<Provider> kept = context.providers().all().values();
        if (kept.size() != 2 || !kept.contains(output) || !kept.contains(input)) {
            context.shutdown();
            throw new LintelException(
                    "Pi4J holds other GPIO providers than the door's: " + kept,
                    "remove other Pi4J plugins from the installation");
        }
        return context;
    }
}
